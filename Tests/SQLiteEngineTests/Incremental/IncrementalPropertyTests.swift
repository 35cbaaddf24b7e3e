import CSQLite
import Diagnostics
import Foundation
import SnapshotModel
import SwiftGenerator
import TelemetryRecording
import TestSupport
import Testing

/// After any edit a run that reuses what it can leaves, byte for byte, what a run from nothing makes.
@Suite("Incremental is exact")
struct IncrementalPropertyTests {
    private static let steps = ProcessInfo.processInfo.environment["XTRAQ_EDITS"].flatMap { Int($0) } ?? 70

    @Test func theEditsAreThirtyOrMore() {
        #expect(ProjectEdit.allCases.count >= 30)
    }

    @Test("DDL files and a database file", arguments: [false, true])
    func equalsARunFromNothing(usesDatabase: Bool) throws {
        let seed = UInt64.random(in: 1...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var fixture = try SnapshotFixture(schema: "", queries: "")
        var project = EditableProject.start
        // Each kind of edit once at least, in an order of its own.
        var edits = ProjectEdit.allCases.shuffled(using: &generator)
        let kinds = ProjectEdit.allCases
        while edits.count < Self.steps { edits.append(kinds[Int.random(in: kinds.indices, using: &generator)]) }
        var failures = 0
        var reused = 0
        for (step, edit) in edits.enumerated() {
            let place = "seed \(seed), step \(step), \(edit)"
            let before = project
            edit.apply(to: &project, using: &generator)
            project.apply(to: &fixture)
            let database = usesDatabase ? try makeDatabase(project, beside: fixture) : nil
            let report = try fixture.run(database: database)
            var other = try SnapshotFixture(schema: "", queries: "")
            project.apply(to: &other)
            let full = try other.run(usesCache: false, database: database)
            #expect(report.failure == full.failure, "\(place)")
            if full.failure != nil {
                #expect(report.findings.map(\.message) == full.findings.map(\.message), "\(place)")
                failures += 1
                project = before
                continue
            }
            reused += report.counts.reused
            expectEqual(fixture.tree(), other.tree(), "snapshots/", place)
            expectEqual(try output(fixture), try output(other), "", place)
            try expectWarm(fixture, database, place)
        }
        #expect(failures < edits.count * 2 / 3, "seed \(seed): \(failures) edits in error prove little")
        #expect(reused > 0, "seed \(seed)")
    }

    private func expectEqual(_ left: [String: String], _ right: [String: String], _ prefix: String, _ place: String) {
        let (left, right) = (left.filter { $0.key.hasPrefix(prefix) }, right.filter { $0.key.hasPrefix(prefix) })
        #expect(left.keys.sorted() == right.keys.sorted(), "\(place)")
        for (path, text) in left where right[path] != nil { #expect(text == right[path], "\(place), \(path)") }
    }

    private func expectWarm(_ fixture: SnapshotFixture, _ database: String?, _ place: String) throws {
        let tree = fixture.tree()
        let recorder = Recorder()
        let again = try fixture.run(database: database, recorder: recorder)
        #expect(again.isWarm && again.counts.analysed == 0 && again.files.written == 0, "\(place)")
        #expect(recorder.recording()?.operations["prepare"] == nil, "\(place)")
        #expect(fixture.tree() == tree, "\(place)")
    }

    /// The generated code, built over what the last build left.
    private func output(_ fixture: SnapshotFixture) throws -> [String: String] {
        let folder = fixture.folder.path + "/Generated"
        let request = BuildRequest(
            projectRoot: fixture.folder.path, output: folder,
            configuration: GeneratorConfiguration(module: "App", conformances: [], types: fixture.types))
        let report = BuildRun(request, recorder: .off).run()
        guard report.failure == nil else { return ["": report.findings.map(\.message).joined()] }
        return try fixture.folder.files(below: "Generated").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// Makes the database anew, as another program would.
    private func makeDatabase(_ project: EditableProject, beside fixture: SnapshotFixture) throws -> String {
        let path = fixture.folder.path + "/app.db"
        try? FileManager.default.removeItem(atPath: path)
        var database: OpaquePointer?
        defer { unsafe sqlite3_close(database) }
        try #require(unsafe sqlite3_open(path, &database) == SQLITE_OK)
        for (_, sql) in project.schema { unsafe sqlite3_exec(database, sql, nil, nil, nil) }
        return path
    }
}
