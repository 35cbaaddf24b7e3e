import JSONBytes
import TestSupport
import Testing

/// What is on record after each way in which a command can end, and of commands that know nothing of telemetry but the
/// switches.
@Suite struct EndingTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
    }

    @Test(
        arguments: [
            // Direct exits and traps leave what was written at the start.
            ("exit", 3, "unfinished", nil), ("trap", 128 + 4, "unfinished", nil),
            ("code", 3, "failure", 3), ("validation", 64, "failure", 64), ("refusal", 1, "failure", 1),
            ("clean", 0, "success", 0),
        ] as [(String, Int32, String, Int?)])
    func isOnRecord(way: String, exitCode: Int32, outcome: String, recordedCode: Int?) throws {
        let plain = try project.run("leave", way)
        #expect(plain.exitCode == exitCode || way == "trap" && plain.exitCode > 128)
        let run = try project.run("leave", way, "--telemetry")
        #expect(run.exitCode == plain.exitCode)
        #expect(run.output == plain.output)
        let document = try #require(try project.documents().first)
        #expect(document.text("command") == "leave")
        #expect(document.text("outcome") == outcome)
        #expect(document.integer("exitCode") == recordedCode)
        // What never ended has no figures of its end.
        #expect((document["durationMs"] == nil) == (outcome == "unfinished"))
    }

    @Test(arguments: [["plain", "--telemetry"], ["--telemetry", "plain"], ["plain", "--telemetry", "-p", "."]])
    func recordsCommandsThatOnlyHaveTheSwitches(arguments: [String]) throws {
        let run = try RecordedProject.run(arguments, in: project.folder.path)
        #expect(run.output == "plain\n")
        let document = try #require(try project.documents().first)
        #expect(document.text("command") == "plain")
        #expect(document.list("phases").map { $0.text("name") } == ["write"])
        #expect(try project.documents("small").count == 1)
    }

    /// What was decoded is the truth: here the switch is somebody else's word.
    @Test func leavesWordsOfOthersAlone() throws {
        let run = try project.run("plain", "--", "ls", "--telemetry")
        #expect(run.output == "plain\n")
        #expect(!project.folder.contains(".tool"))
    }

    @Test func findsTheProjectThatAPlainCommandIsTold() throws {
        let elsewhere = try TemporaryFolder()
        let run = try RecordedProject.run(["plain", "--telemetry", "-p", project.folder.path], in: elsewhere.path)
        #expect(run.errors.hasPrefix("telemetry: 3 documents"))
        #expect(try project.documents().count == 1)
        #expect(try elsewhere.files().isEmpty)
    }

    @Test func knowsTheRecorderInTasks() throws {
        #expect(try project.run("pause", "--telemetry").output == "paused\n")
        let names = try project.documents().first?.list("phases").map { $0.text("name") }
        #expect(names == ["read", "write"])
        #expect(try project.run("pause").output == "paused\n")
    }
}
