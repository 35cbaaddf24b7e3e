import Foundation
import JSONBytes
import TestSupport
import Testing

@Suite struct StatusTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
    }

    private func write(documents: [String]) throws {
        for folder in [".tool/telemetry", ".tool/private"] {
            try project.folder.write(folder + "/.gitignore", "*\n")
            try project.folder.setMode(0o700, of: folder)
        }
        for name in documents {
            try project.folder.write(".tool/telemetry/" + name, String(repeating: " ", count: 1234))
        }
    }

    @Test func saysThatNothingIsSentAndWhatThereIs() throws {
        try write(documents: [
            "cli-command-20261124-101830-3f9a1c2e.json", "build-20261124-101830-3f9a1c2e.json",
            "cli-command-20261123-090000-00112233.json", "cli-command-20261123-090000-00112233.json.final", "other.txt",
        ])
        let run = try project.run("telemetry")
        #expect(run.exitCode == 0)
        #expect(run.errors == "")
        #expect(run.output.hasPrefix("Nothing is ever sent"))
        expectGolden(run.output, "status.txt")
        #expect(try project.run("telemetry", "status").output == run.output)
    }

    @Test func saysWhereNothingWasEverRecorded() throws {
        let run = try project.run("telemetry")
        #expect(run.exitCode == 0)
        #expect(run.output.contains("This project holds no telemetry"))
        let outside = try TemporaryFolder()
        let elsewhere = try RecordedProject.run(["telemetry"], in: outside.path)
        #expect(elsewhere.exitCode == 0)
        #expect(elsewhere.output.contains("There is no project here"))
        #expect(try RecordedProject.run(["telemetry", "-p", "."], in: outside.path).exitCode == 1)
    }

    @Test func tellsScriptsTheSame() throws {
        try write(documents: ["cli-command-20261124-101830-3f9a1c2e.json"])
        let run = try project.run("telemetry", "--json")
        let status = try JSONNode.parse(Array(run.output.utf8))
        #expect(status.integer("documents") == 1)
        #expect(status.integer("runs") == 1)
        #expect(status.integer("bytes") == 1234)
        #expect(status.text("oldest") == "2026-11-24T10:18:30Z")
        #expect(status.text("key") == "absent")
        #expect(status["inProject"]?.value == .bool(true))
        #expect(status.text("directory") == ".tool/telemetry", "where the project lies is not told")
        #expect(status.list("warnings").isEmpty)
        #expect(try project.run("--json", "telemetry").output == run.output)
    }

    @Test func warnsOfWhatShouldBePutRight() throws {
        try write(documents: [])
        try project.folder.setMode(0o755, of: ".tool/telemetry")
        try project.folder.remove(".tool/private/.gitignore")
        try project.folder.write(".tool/private/telemetry.key", "short")
        try project.folder.setMode(0o600, of: ".tool/private/telemetry.key")
        try project.folder.write(".dockerignore", "node_modules\n.tool/telemetry/\n")
        let run = try project.run("telemetry")
        #expect(
            run.errors.split(separator: "\n").map(String.init) == [
                "warning: .tool/telemetry is open to others: nothing is recorded until that is put right (chmod 700).",
                "warning: no .gitignore covers .tool/private: it could be committed.",
                "warning: .tool/private/telemetry.key is not a key of 32 bytes.",
                "warning: .dockerignore does not name .tool/private/: images could contain it.",
            ])
        let codes = try JSONNode.parse(Array(try project.run("telemetry", "--json").output.utf8)).list("warnings")
        #expect(
            codes.map { $0.text("code") } == ["readableByOthers", "notIgnored", "unusable", "inContainerImages"])
        // Covered from the project's own files.
        try project.folder.write(".gitignore", "build\n.tool/private/\n")
        try project.folder.write(".dockerignore", ".tool\n")
        #expect(try project.run("telemetry").errors.split(separator: "\n").count == 2)
    }

    @Test func hintsAtDeletingWhereThereIsMuch() throws {
        try write(
            documents: (0...1000).map { "build-20261124-101830-\(String($0 + 0x1000_0000, radix: 16)).json" })
        #expect(try project.run("telemetry").output.contains("Nothing is removed unasked"))
    }

    @Test func changesNothing() throws {
        try write(documents: ["cli-command-20261123-090000-00112233.json.final", ".part-0badcafe-x"])
        let before = try project.folder.files()
        _ = try project.run("telemetry")
        _ = try project.run("telemetry", "--json")
        #expect(try project.folder.files() == before)
    }

    @Test func leavesARecordOfItselfOnlyWhenAsked() throws {
        _ = try project.run("telemetry", "--telemetry")
        #expect(try project.documents().map { $0.text("command") } == ["telemetry-status"])
    }
}
