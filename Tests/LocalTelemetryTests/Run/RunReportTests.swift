import Testing

@testable import LocalTelemetry

/// The line that a run says of its recording.
@Suite struct RunReportTests {
    private func report(_ place: RunPlace, projectPath: String? = nil) throws -> RunReport {
        RunReport(
            runId: try #require(RunIdentifier("3f9a1c2e00112233445566778899aabb")), tool: "tool", place: place,
            projectPath: projectPath)
    }

    @Test func namesTheRunAndHowToSeeIt() throws {
        var report = try report(.project([]))
        report.written = ["cli-command", "snapshot", "build", "summary"]
        #expect(report.text == "telemetry: 4 documents, run 3f9a1c2e; see: tool telemetry show 3f9a1c2e\n")
        var elsewhere = try self.report(.project([]), projectPath: "my project")
        elsewhere.written = ["cli-command"]
        #expect(
            elsewhere.text == "telemetry: 1 document, run 3f9a1c2e; see: tool telemetry show 3f9a1c2e -p 'my project'\n"
        )
    }

    @Test func namesTheDirectoryInPlaceOfTheRun() throws {
        var report = try report(.directory([], shownAs: "out/it's", project: nil))
        report.written = ["cli-command"]
        #expect(report.text == "telemetry: 1 document; see: tool telemetry show 'out/it'\\''s'\n")
    }

    @Test func saysWhatIsMissingAndWhy() throws {
        var report = try report(.project([]))
        report.written = ["cli-command"]
        report.fail("snapshot", StoreFailure("No space left on device"))
        report.fail("build", StoreFailure("another reason"))
        report.remark = "x is open to others"
        #expect(
            report.text
                == "telemetry: 1 document, run 3f9a1c2e; see: tool telemetry show 3f9a1c2e; "
                + "not recorded: snapshot, build (No space left on device); x is open to others\n")
    }

    @Test func isOneLineWhateverAPathHolds() {
        #expect(RunReport.nothing("a\nb\u{1B}[31m\r") == "telemetry: nothing recorded: a?b?[31m?\n")
    }

    @Test func putsADocumentOnOneLine() {
        let document = "{\n  \"a\": \"b \\n  c\",\n  \"d\": [\n    1\n  ]\n}\n"
        #expect(
            String(decoding: RunReport.compact(Array(document.utf8)), as: UTF8.self) == #"{"a": "b \n  c","d": [1]}"#)
    }
}
