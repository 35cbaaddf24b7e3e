import Foundation
import JSONBytes
import TestSupport
import Testing

/// `telemetry purge`.
@Suite struct PurgeTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
    }

    private static let documents = ".tool/telemetry"

    /// Three runs of three documents each.
    private func record() throws {
        for _ in 0..<3 { _ = try project.run("work", "--telemetry") }
        #expect(project.names().count == 9)
    }

    /// A run whose documents the test makes of a real one's, so that it began long ago.
    private func recordLongAgo(_ digits: String = "0a1b2c3d", day: String = "2020-01-02") throws {
        let name = try #require(project.names().first { $0.hasPrefix("cli-command") })
        let document = try project.folder.read("\(Self.documents)/\(name)")
        let runId = try #require(JSONNode.parse(Array(document.utf8)).text("runId"))
        let start = try #require(JSONNode.parse(Array(document.utf8)).text("timestampUtc"))
        let old = document.replacingOccurrences(of: runId, with: digits + String(repeating: "0", count: 24))
            .replacingOccurrences(of: start, with: "\(day)T03:04:05.678Z")
        let stamp = day.replacingOccurrences(of: "-", with: "")
        try project.folder.write("\(Self.documents)/cli-command-\(stamp)-030405-\(digits).json", old)
    }

    private func purge(_ arguments: String...) throws -> Tool.Run {
        try RecordedProject.run(["telemetry", "purge"] + arguments, in: project.folder.path)
    }

    @Test func deletesNothingUnnamed() throws {
        try record()
        let run = try purge()
        #expect(run.exitCode == 64)
        #expect(run.errors.contains("Say what to delete"))
        #expect(try purge("--dry-run").exitCode == 64)
        #expect(try purge("--all", "--keep", "1").exitCode == 64)
        #expect(try purge("--keep", "-1").exitCode == 64)
        #expect(try purge("--older-than", "yesterday").exitCode == 64)
        #expect(try purge("--run", "xyz").exitCode == 64)
        #expect(try purge("--kind", "bgi").errors.contains("did you mean 'big'?"))
        #expect(project.names().count == 9)
    }

    @Test func deletesEverythingAndSaysWhatWent() throws {
        try record()
        let bytes = try project.names().reduce(0) { try $0 + project.folder.read("\(Self.documents)/\($1)").utf8.count }
        let dry = try purge("--all", "--dry-run", "--json")
        #expect(project.names().count == 9)
        let plan = try JSONNode.parse(Array(dry.output.utf8))
        #expect(plan.list("removed").count == 9 && plan.integer("bytes") == bytes && plan.integer("runs") == 3)
        let run = try purge("--all")
        #expect(run.exitCode == 0 && run.errors == "")
        #expect(run.output.hasPrefix("9 documents of 3 runs deleted"))
        #expect(run.output.contains("  cli-command  3\n"))
        #expect(project.names().isEmpty)
        #expect(project.folder.contains(".tool/telemetry/.gitignore") && project.folder.contains(".tool/private"))
        #expect(try purge("--all").output.hasPrefix("Nothing is recorded"))
    }

    @Test func saysWhereNothingWasEverRecorded() throws {
        let run = try purge("--all", "--key")
        #expect(run.exitCode == 0)
        #expect(run.output.hasPrefix("Nothing is recorded"))
        #expect(run.output.contains("There is no key."))
        #expect(!project.folder.contains(".tool"))
        #expect(try purge("--run", "0123abcd").exitCode == 1)
    }

    @Test func keepsTheNewestRuns() throws {
        try record()
        try recordLongAgo()
        #expect(try purge("--keep", "3").output.hasPrefix("1 document of 1 run deleted"))
        #expect(project.names().count == 9)
        _ = try purge("--keep", "1", "--kind", "big")
        #expect(project.names().count { $0.hasPrefix("big") } == 1)
        #expect(project.names().count { $0.hasPrefix("cli-command") } == 3)
        _ = try purge("--keep", "0")
        #expect(project.names().isEmpty)
    }

    @Test func deletesWhatIsOlder() throws {
        try record()
        try recordLongAgo()
        try recordLongAgo("1a1b2c3d", day: "2020-01-03")
        #expect(try purge("--older-than", "2020-01-03").output.hasPrefix("1 document of 1 run"))
        #expect(try purge("--older-than", "52w", "--keep", "4").output.contains("No document was deleted."))
        #expect(try purge("--older-than", "52w").output.hasPrefix("1 document of 1 run"))
        #expect(project.names().count == 9)
    }

    @Test func deletesARunAndAKind() throws {
        try record()
        let run = try #require(try project.documents().first?.text("runId"))
        #expect(try purge("--run", String(run.prefix(8)), "--kind", "small").output.hasPrefix("1 document of 1 run"))
        #expect(try purge("--run", String(run.prefix(12)).uppercased()).output.hasPrefix("2 documents of 1 run"))
        #expect(project.names().count == 6)
        let missing = try purge("--run", run)
        #expect(missing.exitCode == 1)
        #expect(missing.errors.contains("No recorded run begins with"))
    }

    @Test func deletesTheKeyOfWhateverLength() throws {
        try record()
        #expect(try purge("--key", "--dry-run").output.contains("would be deleted"))
        #expect(project.folder.contains(".tool/private/telemetry.key"))
        let run = try purge("--key")
        #expect(run.output.contains("The key is deleted"))
        #expect(!project.folder.contains(".tool/private/telemetry.key"))
        #expect(project.names().count == 9)
        try project.folder.write(".tool/private/telemetry.key", "short")
        #expect(try purge("--key").exitCode == 0)
        #expect(!project.folder.contains(".tool/private/telemetry.key"))
        let outside = try project.folder.write("elsewhere.key", "mine")
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path(".tool/private/telemetry.key"), withDestinationPath: outside)
        let link = try purge("--key")
        #expect(link.exitCode == 1)
        #expect(link.errors.contains("left alone"))
        #expect(project.folder.contains("elsewhere.key"))
    }

    @Test func leavesAloneWhatTheToolDidNotWrite() throws {
        try record()
        let stranger = "{\"kind\": \"notes\", \"tool\": \"other\"}"
        let names = [
            "notes-20260101-000000-00112233.json", "cli-command-20260101-000000-00112233.json", "notes.json",
            "other.txt",
        ]
        for name in names { try project.folder.write("\(Self.documents)/\(name)", stranger) }
        // A document under the name of another run, and one under a link's name.
        let own = try #require(project.names().first { $0.hasPrefix("small") })
        try project.folder.write(
            "\(Self.documents)/small-20200101-000000-00112233.json", project.folder.read("\(Self.documents)/\(own)"))
        let outside = try project.folder.write("outside.json", try project.folder.read("\(Self.documents)/\(own)"))
        try FileManager.default.removeItem(atPath: project.folder.path("\(Self.documents)/\(own)"))
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path("\(Self.documents)/\(own)"), withDestinationPath: outside)
        let run = try purge("--all")
        #expect(run.exitCode == 0)
        #expect(run.output.hasPrefix("8 documents of 3 runs deleted"))
        #expect(run.errors.contains("notes-20260101-000000-00112233.json is named like a document and is none"))
        #expect(
            project.names() == (names + ["small-20200101-000000-00112233.json", own]).sorted())
        #expect(project.folder.contains("outside.json"))
    }

    @Test func neverFollowsALinkOutOfTheProject() throws {
        try record()
        try FileManager.default.moveItem(
            atPath: project.folder.path(Self.documents), toPath: project.folder.path("moved"))
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path(Self.documents), withDestinationPath: project.folder.path("moved"))
        let run = try purge("--all")
        #expect(run.exitCode == 1)
        #expect(project.names(in: "moved").count == 9)
    }

    @Test func deletesTheReplacementWithWhatItReplaces() throws {
        try record()
        let name = try #require(project.names().first { $0.hasPrefix("cli-command") })
        try project.folder.write(
            "\(Self.documents)/\(name).final", try project.folder.read("\(Self.documents)/\(name)"))
        #expect(try purge("--all").output.hasPrefix("10 documents of 3 runs"))
        #expect(project.names().isEmpty)
    }

    @Test func leavesItsOwnRunAlone() throws {
        try record()
        let run = try purge("--all", "--telemetry")
        #expect(run.exitCode == 0)
        #expect(run.output.hasPrefix("9 documents of 3 runs"))
        #expect(project.names().count == 3)
    }

    @Test func statusNamesIt() throws {
        try record()
        #expect(try project.run("telemetry").output.contains("Delete   recorded-tool telemetry purge --all"))
    }
}
