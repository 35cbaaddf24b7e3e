import Foundation
import JSONBytes
import TestSupport
import Testing

/// `telemetry show`.
@Suite struct ShowTests {
    private func project(_ runs: [String]...) throws -> RecordedProject {
        let project = try RecordedProject()
        for arguments in runs { _ = try RecordedProject.run(arguments + ["--telemetry"], in: project.folder.path) }
        return project
    }

    private func runId(of project: RecordedProject) throws -> String {
        try #require(try project.documents().first?.text("runId"))
    }

    @Test func showsTheLatestRun() throws {
        let project = try project(["work", "--thorough", "--big-items", "2"])
        let run = try project.run("telemetry", "show", environment: ["LANG": "C.UTF-8"])
        let digits = try runId(of: project).prefix(8)
        #expect(run.output.hasPrefix("Run \(digits)  recorded-tool work  success in "))
        for part in ["switches      thorough", "project root  path:", "phases", "read ", "write ", "Big", "file:"] {
            #expect(run.output.contains(part), "\(part) in \(run.output)")
        }
        #expect(run.exitCode == 0)
    }

    @Test func saysThatNothingIsRecorded() throws {
        let project = try RecordedProject()
        #expect(try project.run("telemetry", "show").output.hasPrefix("Nothing is recorded"))
        #expect(try project.run("telemetry", "show").exitCode == 0)
        #expect(try project.run("telemetry", "show", "--json").output == "[]\n")
        let named = try project.run("telemetry", "show", "3f9a1c2e")
        #expect(named.errors.contains("No recorded run begins with 3f9a1c2e. See: recorded-tool telemetry list"))
        #expect(named.exitCode == 1)
    }

    @Test func showsTheRunThatIsNamed() throws {
        let project = try project(["work"], ["--help"])
        let documents = try project.documents()
        for document in documents {
            let (run, command) = (try #require(document.text("runId")), try #require(document.text("command")))
            #expect(try project.run("telemetry", "show", String(run.prefix(9))).output.contains(" \(command)  "))
        }
        #expect(try project.run("telemetry", "show", "00000000").exitCode == 1)
    }

    @Test func showsTheWholeRunOfADocument() throws {
        let project = try project(["work", "--big-items", "1"])
        let name = try #require(project.names().first { $0.hasPrefix("big-") })
        for path in [".tool/telemetry/\(name)", project.folder.path(".tool/telemetry/\(name)"), ".tool/telemetry"] {
            let run = try project.run("telemetry", "show", path, "--json")
            guard case .array(let documents) = try JSONNode.parse(Array(run.output.utf8)).value else {
                Issue.record("no array")
                return
            }
            #expect(documents.compactMap { $0.text("kind") } == ["cli-command", "big", "small"])
        }
    }

    @Test func failsForADocumentThatIsDamaged() throws {
        let project = try project(["work"])
        try project.folder.write("cut.json", "{\"kind\": \"big\", ")
        let run = try project.run("telemetry", "show", "cut.json")
        #expect(run.errors.contains("cut.json cannot be shown: it ends too early."))
        #expect(run.exitCode == 1)
        #expect(try project.run("telemetry", "show", "nowhere/at-all").exitCode == 1)
    }

    @Test func revealsNamesToWhoHasTheKey() throws {
        let project = try project(["work", "--big-items", "2", "a\u{1B}[2Jb"])
        let hidden = try project.run("telemetry", "show")
        #expect(!hidden.output.contains("file 0") && !hidden.output.contains(project.folder.path))
        let shown = try project.run("telemetry", "show", "--reveal")
        #expect(shown.output.contains("file 0"))
        #expect(shown.output.contains("a\\u{1B}[2Jb"))
        let resolved = try FileManager.default.realPath(project.folder.path)
        #expect(shown.output.contains(resolved))
        #expect(shown.output.contains("(no longer in the project)"))
        let scripts = try project.run("telemetry", "show", "--reveal", "--json")
        #expect(scripts.output.contains("\"file 0\""))
    }

    @Test func revealsNothingWithoutTheKey() throws {
        let project = try project(["work", "--big-items", "1"])
        try project.folder.remove(".tool/private/telemetry.key")
        let run = try project.run("telemetry", "show", "--reveal")
        #expect(run.errors.contains("Names cannot be revealed: "))
        #expect(run.exitCode == 1)
        #expect(!project.folder.contains(".tool/private/telemetry.key"))
        let other = try project.folder.write("other.key", String(repeating: "k", count: 32))
        let stranger = try project.run("telemetry", "show", "--reveal", "--telemetry-key", other)
        #expect(stranger.exitCode == 0)
        #expect(!stranger.output.contains("file 0"))
    }

    @Test func showsARunThatWasKilled() throws {
        let project = try project(["work"])
        let name = try #require(project.names().first { $0.hasPrefix("cli-command") })
        let path = ".tool/telemetry/" + name
        let text = try project.folder.read(path)
            .replacing("\"outcome\": \"success\"", with: "\"outcome\": \"unfinished\"")
        try project.folder.write(path, text)
        #expect(try project.run("telemetry", "show").output.contains("unfinished, or still running"))
    }
}

extension FileManager {
    /// The path behind all links.
    fileprivate func realPath(_ path: String) throws -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
