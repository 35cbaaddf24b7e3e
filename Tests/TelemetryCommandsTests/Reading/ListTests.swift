import Foundation
import JSONBytes
import TestSupport
import Testing

/// `telemetry list`.
@Suite struct ListTests {
    private func project(runs: [[String]]) throws -> RecordedProject {
        let project = try RecordedProject()
        for arguments in runs { _ = try RecordedProject.run(arguments + ["--telemetry"], in: project.folder.path) }
        return project
    }

    private func json(_ run: Tool.Run) throws -> [JSONNode] {
        guard case .array(let runs) = try JSONNode.parse(Array(run.output.utf8)).value else { return [] }
        return runs
    }

    @Test func saysThatNothingIsRecorded() throws {
        let project = try RecordedProject()
        let people = try project.run("telemetry", "list")
        #expect(people.output == "Nothing is recorded: nothing was ever run with --telemetry, or it was deleted.\n")
        #expect(people.exitCode == 0)
        let scripts = try project.run("telemetry", "list", "--json")
        #expect(scripts.output == "[]\n")
        #expect(scripts.exitCode == 0)
        #expect(!project.folder.contains(".tool"))
    }

    @Test func saysThatThereIsNoProject() throws {
        let folder = try TemporaryFolder()
        let people = try RecordedProject.run(["telemetry", "list"], in: folder.path)
        #expect(people.output.hasPrefix("There is no project here (no .toolconfig in this folder or above it)"))
        #expect(people.exitCode == 0)
        #expect(try RecordedProject.run(["telemetry", "list", "--json"], in: folder.path).output == "[]\n")
        #expect(try RecordedProject.run(["telemetry", "list", "-p", folder.path], in: folder.path).exitCode == 1)
    }

    @Test func listsRunsNewestFirstAndFiltersThem() throws {
        let project = try project(runs: [
            ["work"], ["work", "--exit-code", "1"], ["work", "--exit-code", "4"], ["--help"], ["work", "unfit"],
        ])
        #expect(try json(project.run("telemetry", "list", "--json")).count == 5)
        func count(_ arguments: String...) throws -> Int {
            try json(
                RecordedProject.run(["telemetry", "list", "--json"] + arguments, in: project.folder.path)
            ).count
        }
        #expect(try count("--outcome", "failure") == 2)
        #expect(try count("--outcome", "check-failed") == 1)
        #expect(try count("--outcome", "success", "--outcome", "checkFailed") == 3)
        #expect(try count("--command", "help") == 1)
        #expect(try count("--kind", "big") == 5)
        #expect(try count("--since", "1h") == 5)
        #expect(try count("--since", "2999-01-01") == 0)
        let people = try project.run("telemetry", "list", "--since", "2999-01-01")
        #expect(people.output == "No recorded run matches.\n")
    }

    @Test func leavesItsOwnRunOut() throws {
        let project = try project(runs: [["work"]])
        let run = try project.run("telemetry", "list", "--json", "--telemetry")
        #expect(try json(run).count == 1)
        #expect(try json(project.run("telemetry", "list", "--json")).count == 2)
    }

    @Test func revealsWhereARunWas() throws {
        let project = try project(runs: [["work"]])
        let hidden = try project.run("telemetry", "list")
        let shown = try project.run("telemetry", "list", "--reveal")
        #expect(!hidden.output.contains("PROJECT ROOT"))
        #expect(shown.output.contains("PROJECT ROOT"))
        #expect(shown.output.contains(project.folder.path), "\(shown.output)")
        #expect(try json(project.run("telemetry", "list", "--json")).first?.text("projectRootHash")?.count == 64)
        let scripts = try project.run("telemetry", "list", "--json", "--reveal")
        #expect(try json(scripts).first?.text("projectRootHash")?.hasSuffix(project.folder.path) == true)
    }

    @Test func takesFoldersAndFilesInAnyMix() throws {
        let (one, two) = (try project(runs: [["work"]]), try project(runs: [["work"], ["work"]]))
        let folder = one.folder.path(".tool/telemetry")
        let name = try #require(two.names().first { $0.hasPrefix("cli-command") })
        let file = two.folder.path(".tool/telemetry/" + name)
        let elsewhere = try TemporaryFolder()
        let run = try RecordedProject.run(["telemetry", "list", "--json", folder, file, folder], in: elsewhere.path)
        #expect(run.exitCode == 0)
        #expect(try json(run).count == 2)
    }

    @Test func reportsDamagedFilesAndGoesOn() throws {
        let project = try project(runs: [["work"]])
        try project.folder.write(".tool/telemetry/cut-20260101-000000-00000000.json", "{\"kind\": ")
        let run = try project.run("telemetry", "list", "--json")
        #expect(try json(run).count == 1)
        #expect(run.errors.contains("cut-20260101-000000-00000000.json is skipped: it ends too early."))
        #expect(run.exitCode == 0)
    }

    @Test func failsForWhatWasNamedAndIsNotThere() throws {
        let project = try project(runs: [["work"]])
        let missing = try project.run("telemetry", "list", "nowhere")
        #expect(missing.errors.contains("There is no nowhere."))
        #expect(missing.exitCode == 1)
        try project.folder.write("notes.txt", "not a document")
        let other = try project.run("telemetry", "list", "notes.txt")
        #expect(other.errors.contains("notes.txt cannot be shown: it is not a telemetry document."))
        #expect(other.exitCode == 1)
    }

    @Test(arguments: [
        (["--kind", "bug"], "did you mean 'big'?"), (["--outcome", "fine"], "it is one of unfinished, success"),
        (["--command", "wrok"], "did you mean 'work'?"), (["--since", "yesterday"], "--since takes a date"),
    ])
    func refusesFiltersThatNothingCanMatch(arguments: [String], message: String) throws {
        let project = try RecordedProject()
        let run = try RecordedProject.run(["telemetry", "list"] + arguments, in: project.folder.path)
        #expect(run.errors.contains(message))
        #expect(run.exitCode == 64)
    }

    @Test func drawsPlainLinesInAPipe() throws {
        let project = try project(runs: [["work"]])
        let run = try project.run("telemetry", "list", environment: ["TERM": "xterm-256color"])
        #expect(run.output.hasPrefix("RUN       STARTED (UTC)        COMMAND  OUTCOME"))
        #expect(run.output.allSatisfy { $0.isASCII } && !run.output.contains("\u{1B}"))
    }
}
