import Foundation
import TestSupport
import Testing

/// The published pages say of each field whether it is always there: held against the documents of runs of every kind.
@Suite struct PresenceTests {
    /// A row of a page.
    private struct Row {
        /// `slowest[].procedureHash`: the steps to the field, a list being one.
        var steps: [String]
        var isAlways: Bool
    }

    /// Absent where the system does not tell, which it does wherever these tests run; where a preview has no disk to name;
    /// where a signal comes before the engine is known, or the run does but one half.
    private static let notSeenAbsent: Set<String> = [
        "operatingSystemVersion", "resources.bytesRead", "resources.bytesWritten", "resources.memoryClass",
        "resources.fileSystem", "engine",
    ]

    private static func rows(of kind: String) throws -> [String: Row] {
        let page = try String(contentsOfFile: Repository.path("docs/telemetry/\(kind).md"), encoding: .utf8)
        var rows: [String: Row] = [:]
        for line in page.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let path = cells[0].trimmingCharacters(in: ["`"])
            rows[path] = Row(steps: path.components(separatedBy: "."), isAlways: cells[2] == "always")
        }
        return rows
    }

    /// The objects that could hold the last of the steps.
    private static func holders(_ steps: ArraySlice<String>, in object: [String: Any]) -> [[String: Any]] {
        guard let step = steps.first, steps.count > 1 else { return [object] }
        let name = step.replacing("[]", with: "")
        let parts =
            step.hasSuffix("[]")
            ? object[name] as? [[String: Any]] ?? [] : [object[name] as? [String: Any]].compactMap(\.self)
        return parts.flatMap { holders(steps.dropFirst(), in: $0) }
    }

    /// Runs that succeed, fail, are told to do a part, find nothing to do, are outside of a project, and are killed.
    private static func documents() throws -> [[String: Any]] {
        let folder = try ShopProject.make()
        func run(_ arguments: String...) throws { _ = try Tool.run(arguments + ["--telemetry"], in: folder) }
        try run()
        try run()
        try run("build", "--procedure", "orders.*", "--no-cache")
        try run("build", "--procedure", ",")
        try run("version")
        try run("no-such-command")
        try folder.write("Queries/more.sql", "-- name: more :many\nSELECT id FROM books;\n")
        // A signal amid the snapshot.
        try inject(["snapshot", "--telemetry"], in: folder, fault: "renameat:signal=SIGTERM:when=1")
        try folder.write("Queries/broken.sql", "-- name: broken :many\nSELECT nothing FROM nowhere;\n")
        try run("snapshot")
        try folder.write("Schema/2_broken.sql", "CREATE TABLE (;\n")
        try run("snapshot")
        try run("build")
        try folder.write(".xtraqconfig", "{")
        try run("build")
        var files = try folder.files(below: ".xtraq/telemetry")

        let empty = try TemporaryFolder()
        _ = try Tool.run(["init", "--telemetry"], in: empty)
        files.merge(try empty.files(below: ".xtraq/telemetry")) { $1 }

        let outside = try TemporaryFolder()
        let arguments = ["version", "--telemetry", "--telemetry-directory", "there"]
        _ = try Tool.run(arguments, in: outside)
        // The start document has its name by then; the end of the run comes no further.
        try inject(arguments, in: outside, fault: "linkat:signal=SIGKILL:when=2")
        files.merge(try outside.files(below: "there")) { $1 }
        return try files.filter { $0.key.hasSuffix(".json") }.map { _, data in
            try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }
    }

    private static func inject(_ arguments: [String], in folder: TemporaryFolder, fault: String) throws {
        let call = fault.prefix { $0 != ":" }
        _ = try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/strace",
                ["-f", "-q", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(fault)", Tool.path] + arguments,
                in: folder.path)
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "needs strace"))
    func whatCanBeAbsentIsMarkedAndNothingElse() throws {
        let documents = try Self.documents()
        let outcomes = Set(documents.compactMap { $0["outcome"] as? String })
        #expect(outcomes == ["success", "failure", "interrupted", "unfinished"])
        var found: [String: (present: Bool, absent: Bool)] = [:]
        for document in documents {
            let kind = try #require(document["kind"] as? String)
            for (path, row) in try Self.rows(of: kind) {
                let name = try #require(row.steps.last).replacing("[]", with: "")
                for holder in Self.holders(row.steps[...], in: document) {
                    let isThere = holder[name] != nil
                    #expect(
                        isThere || !row.isAlways, "\(kind).\(path) is not in a document: \(document["command"] ?? "")")
                    guard !row.isAlways else { continue }
                    found[path, default: (false, false)].present = isThere || found[path]?.present == true
                    found[path, default: (false, false)].absent = !isThere || found[path]?.absent == true
                }
            }
        }
        #expect(found.count > 15)
        for (path, seen) in found where !Self.notSeenAbsent.contains(path) {
            #expect(seen.absent, "\(path) was in each of \(documents.count) documents: is it always there?")
        }
        for path in ["signal", "error.phase", "resources", "engine", "given", "projectRootHash", "procedureFilterHash"]
        {
            #expect(found[path]?.present == true, "\(path) was never seen")
        }
    }
}
