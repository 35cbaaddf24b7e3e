import Diagnostics
import Foundation
import JSONBytes
import SnapshotModel
import TestSupport
import Testing

/// Each folder of `Cases/` is a project: `Schema/`, `Queries/`, perhaps `types.json`; and what is to come of it: the
/// snapshot in `expected/`, or `stderr.txt`. `RECORD_SNAPSHOTS=1` writes both anew.
@Suite("Cases")
struct CaseTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases").path

    static func names() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test func thereAreCases() {
        #expect(Self.names().count >= 5)
    }

    @Test(arguments: names()) func comesOutAsExpected(_ name: String) throws {
        let folder = Self.root + "/" + name
        var fixture = try SnapshotFixture(schema: "", queries: "")
        fixture.schema = try Self.files(below: folder, in: "Schema")
        fixture.queries = try Self.files(below: folder, in: "Queries")
        if let types = FileManager.default.contents(atPath: folder + "/types.json") {
            fixture.types = try JSONDecoder().decode([String: String].self, from: types)
        }
        let report = try fixture.run()
        let messages = report.findings.map(Self.text).joined(separator: "\n")
        if !messages.isEmpty || FileManager.default.fileExists(atPath: folder + "/stderr.txt") {
            try expectCurrent(folder + "/stderr.txt", messages + "\n")
        }
        let tree = fixture.tree().filter { $0.key.hasPrefix("snapshots/") }
        #expect(tree.isEmpty == (report.failure != nil))
        for (path, text) in tree { try expectCurrent(folder + "/expected/" + path.dropFirst(10), text) }
        let expected = (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/expected")) ?? []
        #expect(Set(expected.filter { $0.hasSuffix(".json") }) == Set(tree.keys.map { String($0.dropFirst(10)) }))
        guard report.failure == nil else { return }
        let before = fixture.tree()
        #expect(try fixture.run().isWarm)
        _ = try fixture.run(usesCache: false)
        #expect(fixture.tree() == before, "a second run gives the same bytes")
        let loaded = try #require(fixture.snapshot)
        #expect(loaded.files.flatMap(\.queries).count == report.objects.queries)
        #expect(try fixture.run(usesCache: false, isCheck: true).differences == [])
    }

    private static func files(below folder: String, in part: String) throws -> [(path: String, sql: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: folder + "/" + part).filter { $0.hasSuffix(".sql") }
            .sorted()
            .map { ("\(part)/\($0)", try String(contentsOfFile: "\(folder)/\(part)/\($0)", encoding: .utf8)) }
    }

    /// A finding as a console shows it.
    private static func text(_ finding: Finding) -> String {
        var text = ""
        if let location = finding.location { text += "\(location.path):\(location.line):\(location.column): " }
        text += "\(finding.severity.rawValue) \(finding.code.rawValue): \(finding.message)"
        if let line = finding.sourceLine, let column = finding.location?.column {
            text += "\n    \(line)\n    \(String(repeating: " ", count: column - 1))^"
        }
        return text + finding.notes.map { "\n    note: \($0)" }.joined()
    }
}
