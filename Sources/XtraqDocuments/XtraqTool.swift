package import LocalTelemetry

/// What Xtraq never does beyond what the library never does.
private let xtraqAssurances = [
    Assurance(
        "A path, a name of a file, query, table or schema, a user's name or SQL text reaches a document.",
        ["TelemetryTests.noNameOfTheProjectReachesADocument"]),
    Assurance(
        "A state that the database reports is written that its published list does not hold.",
        ["CommandDocumentTests.writesOnlyPublishedStates"]),
    Assurance(
        "A document grows with the project or the run.",
        ["CommandDocumentTests.documentsStaySmallHoweverLongTheRun"]),
    Assurance(
        "A command prints something else, or writes documents of other kinds than this page says.",
        ["TelemetryTests.recordsEveryCommand"]),
    Assurance(
        "A field does less than was agreed to protect it in an export.", ["CatalogueMinimumTests.holdsWhatWasAgreed"]),
]

extension TelemetryTool where Facts == XtraqFacts {
    /// Xtraq, as its runs are recorded and shown.
    ///
    /// - Parameters:
    ///   - version: The tool's version.
    ///   - commands: The names of its commands, from the command tree.
    ///   - knownNames: The names that a project has now, for `--reveal`.
    ///   - searchedNames: Further names that an export is searched for.
    /// - Returns: The tool.
    package static func xtraq(
        version: Version, commands: Vocabulary,
        knownNames: @escaping @Sendable (_ projectRoot: String) -> [KnownName] = { _ in [] },
        searchedNames: @escaping @Sendable (_ projectRoot: String) -> [String] = { _ in [] }
    ) -> TelemetryTool {
        let catalogue = XtraqCatalogue(version: version, commands: commands)
        return TelemetryTool(
            name: "xtraq", folder: ".xtraq", projectFile: ".xtraqconfig", catalogue: catalogue.kinds,
            commands: catalogue.tool.vocabularies.commands, facts: XtraqFacts(), checkFailedCode: 4,
            documents: catalogue.documents, knownNames: knownNames, searchedNames: searchedNames,
            assurances: xtraqAssurances)
    }
}
