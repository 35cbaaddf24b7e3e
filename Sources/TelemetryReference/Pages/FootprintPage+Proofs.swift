package import LocalTelemetry

extension ToolFootprint {
    /// The section on what never happens.
    var proofs: String {
        let rows = (Assurance.library + assurances).map { assurance in
            [assurance.claim, assurance.tests.map { "`\($0)`" }.joined(separator: ", ")]
        }
        return """
            ## What never happens, and the test that shows it

            The first are the library's, on tools made for its tests; what \(tool) adds stands last. Each test can be run by \
            its name: `swift test --filter SuiteName.testName`.

            \(Markdown.table(["never", "shown by"], rows))
            """
    }
}

extension Assurance {
    /// What the library promises, whatever the tool.
    package static let library: [Assurance] = [
        Assurance(
            "Anything is sent, a socket opened, or another program started, by a run that records.",
            ["FootprintTests.opensNoSocketAndStartsNoProgram"]),
        Assurance(
            "Anything is recorded, or a file made, without `--telemetry` on the command line, whatever the environment.",
            ["SwitchTests.touchesNothingWithoutTheSwitch"]),
        Assurance(
            "The command's own output, files or exit code differ because recording failed: full disk, read-only disk, "
                + "any system call that fails.",
            [
                "FaultTests.survivesAFullDisk", "FaultTests.survivesAReadOnlyDisk",
                "FaultTests.survivesALimitOfFileSize", "InjectionTests.harmsNobody",
            ]),
        Assurance(
            "A field takes a text: it does not compile, or ends the program when the catalogue is made.",
            ["RefusalTests.doesNotCompile", "RefusalTests.endsWhereATextPosesAsAnEnumeration"]),
        Assurance(
            "A document holds what its catalogue does not list: the schema refuses every deviation.",
            ["SchemaTests.refusesEveryMutant", "SchemaTests.takesWhatTheToolWrites"]),
        Assurance(
            "Half a document is on disk, killed at whatever system call.", ["KillTests.leavesWholeDocumentsOrNone"]),
        Assurance(
            "A file is overwritten, or a document lost to another run.",
            ["PublisherTests.neverOverwrites", "ConcurrencyTests.losesNoDocument"]),
        Assurance(
            "A link is followed, or a folder or key used that belongs to somebody else or is open to others.",
            [
                "FaultTests.followsNoLink", "FaultTests.usesNobodyElsesFolder", "FaultTests.wantsItsFoldersClosed",
                "FaultTests.wantsAnHonestKey",
            ]),
        Assurance("A file is readable by others, whatever the umask.", ["PlaceTests.setsModesWhateverTheUmask"]),
        Assurance(
            "The key lies beside the documents.",
            ["RunPlaceTests.keepsTheProjectsKeyApart", "RunPlaceTests.keepsANamedKeyApart"]),
        Assurance("A preview writes a file.", ["SwitchTests.showsAPreviewAndWritesNothing"]),
        Assurance("Looking changes or creates anything.", ["StatusTests.changesNothing"]),
        Assurance(
            "A list with pseudonyms is in the order of names or of work.",
            [
                "EncodingTests.ranksListsByFiguresThenByPseudonym",
                "RefusalTests.endsWhereAListWithPseudonymsHasNoOrder",
            ]),
    ]
}
