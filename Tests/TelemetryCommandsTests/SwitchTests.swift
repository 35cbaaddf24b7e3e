import Foundation
import TestSupport
import Testing

/// Recording is what the command line says, and nothing else.
@Suite struct SwitchTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
    }

    @Test(arguments: [
        ["--telemetry", "work", "x"], ["work", "--telemetry", "x"], ["work", "x", "--telemetry"],
        ["--telemetry", "work", "x", "--telemetry"],
    ])
    func recordsWhereverTheSwitchStands(arguments: [String]) throws {
        let run = try RecordedProject.run(arguments, in: project.folder.path)
        #expect(run.exitCode == 0)
        #expect(run.output == "worked on x\n")
        let document = try #require(try project.documents().first)
        #expect(document.text("command") == "work")
        #expect(document.text("outcome") == "success")
        let id = try #require(document.text("runId")).prefix(8)
        #expect(run.errors == "telemetry: 3 documents, run \(id); see: recorded-tool telemetry show \(id)\n")
    }

    @Test(arguments: [
        ["work", "x"], ["telemetry"], ["telemetry", "status", "--json"], ["exec", "ls", "--telemetry"],
        ["work", "--", "--telemetry"], ["exec", "--", "--telemetry"], ["---completion", "--", "--telemetry"],
        ["---completion", "work", "--telemetry"], ["--help"], ["work", "unfit"], ["unknown"],
        ["unknown", "--", "--telemetry"], ["--help", "--", "--telemetry"],
        ["work", "--filter", "x", "--", "--telemetry"],
    ])
    func touchesNothingWithoutTheSwitch(arguments: [String]) throws {
        let environment = Dictionary(
            uniqueKeysWithValues: [
                "TELEMETRY", "RECORDED_TOOL_TELEMETRY", "TOOL_TELEMETRY", "XTRAQ_TELEMETRY", "DO_NOT_TRACK",
                "OTEL_SDK_DISABLED", "OTEL_TRACES_EXPORTER", "CI",
            ].map { ($0, "1") })
        let run = try RecordedProject.run(arguments, in: project.folder.path, environment: environment)
        #expect(!run.errors.contains("telemetry:"))
        #expect(try project.folder.files().keys.sorted() == [".toolconfig"])
    }

    @Test func recordsHelpVersionAndWrongUsage() throws {
        let expected = [
            (["--help"], "help", "success"), (["help", "work"], "help", "success"),
            (["work", "-h"], "help", "success"),
            (["--version"], "other", "success"), (["--generate-completion-script", "bash"], "completion", "success"),
            (["unknown"], "unparsed", "failure"), (["work", "unfit"], "unparsed", "failure"),
            (["work", "--nothing"], "unparsed", "failure"),
        ]
        for (arguments, command, outcome) in expected {
            let plain = try RecordedProject.run(arguments, in: project.folder.path)
            let run = try RecordedProject.run(arguments + ["--telemetry"], in: project.folder.path)
            #expect(run.output == plain.output)
            #expect(run.exitCode == plain.exitCode)
            #expect(run.errors.hasPrefix(plain.errors))
            #expect(run.errors.dropFirst(plain.errors.count).hasPrefix("telemetry: 3 documents, run "))
            let documents = try project.documents()
            #expect(documents.count == 1, "\(arguments)")
            #expect(documents.first?.text("command") == command, "\(arguments)")
            #expect(documents.first?.text("outcome") == outcome, "\(arguments)")
            try project.folder.remove(".tool/telemetry")
        }
    }

    @Test func recordsEveryKindOfCommand() throws {
        let expected = [
            (["later"], "later"), (["group", "leaf"], "group-leaf"), (["group"], "group"), (["forgot"], "forgot"),
            (["exec"], "exec"), (["telemetry"], "telemetry-status"), ([], "run"),
        ]
        for (arguments, command) in expected {
            let run = try RecordedProject.run(["--telemetry"] + arguments, in: project.folder.path)
            #expect(run.exitCode == 0)
            let documents = try project.documents()
            #expect(documents.map { $0.text("command") } == [command], "\(arguments)")
            try project.folder.remove(".tool/telemetry")
        }
    }

    @Test func runsCommandsThatWaitWithTheMainActorAtWork() throws {
        let run = try project.run("later", "--telemetry")
        #expect(run.output == "later, on the main thread: true\n")
        #expect(try project.documents().first?.list("phases").map { $0.text("name") } == ["read"])
    }

    @Test func refusesWrongUsage() throws {
        try project.folder.write("key", String(repeating: "k", count: 32))
        try project.folder.makeFolder(".tool/telemetry")
        try project.folder.write(".tool/telemetry/key", String(repeating: "k", count: 32))
        try project.folder.makeFolder(".tool/private")
        try project.folder.setMode(0o700, of: ".tool/telemetry")
        try project.folder.setMode(0o700, of: ".tool/private")
        let wrong = [
            ["work", "--telemetry-preview"], ["work", "--telemetry-directory", "out"],
            ["work", "--telemetry-key", "key"],
            ["work", "--telemetry", "--telemetry-preview", "--telemetry-key", "key"],
            ["work", "--telemetry", "--telemetry-key", ".tool/telemetry/key"],
            ["work", "--telemetry", "--telemetry-directory", ".tool/private"],
            ["work", "--telemetry", "--telemetry-directory", ".tool/private/out"],
            ["work", "--telemetry", "--telemetry-directory", ".", "--telemetry-key", "key"],
            ["work", "--telemetry", "--telemetry-directory"],
        ]
        let before = try project.folder.files()
        for arguments in wrong {
            let run = try RecordedProject.run(arguments, in: project.folder.path)
            #expect(run.exitCode == 64, "\(arguments)")
            #expect(run.output == "", "nothing was begun: \(arguments)")
            #expect(run.errors.hasPrefix("Error: "), "\(arguments)")
        }
        // The last is wrong usage of a command line that carries the switch, so it is on record.
        #expect(Set(try project.folder.files().keys).isSuperset(of: before.keys))
        #expect(try project.documents().map { $0.text("command") } == ["unparsed"])
    }

    @Test func showsAPreviewAndWritesNothing() throws {
        let run = try project.run("work", "x", "--telemetry", "--telemetry-preview")
        #expect(run.output == "worked on x\n")
        let lines = run.errors.split(separator: "\n")
        #expect(lines.first == "telemetry preview:")
        #expect(lines.last == "telemetry: nothing written")
        #expect(lines.count == 5)
        #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix("{\"schemaVersion\"") && $0.hasSuffix("}") })
        #expect(try project.folder.files().keys.sorted() == [".toolconfig"])
    }

    @Test func exitCodesBecomeOutcomes() throws {
        for (code, outcome) in [(0, "success"), (1, "failure"), (2, "failure"), (4, "checkFailed"), (64, "failure")] {
            let run = try project.run("work", "--exit-code", "\(code)", "--telemetry")
            #expect(run.exitCode == Int32(code))
            #expect(try project.documents().first?.text("outcome") == outcome)
            #expect(try project.documents().first?.integer("exitCode") == code)
            try project.folder.remove(".tool/telemetry")
        }
        #expect(try project.run("work", "--troubled", "--telemetry").exitCode == 3)
    }
}
