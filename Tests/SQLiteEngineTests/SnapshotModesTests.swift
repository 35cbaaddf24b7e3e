import Diagnostics
import Foundation
import SnapshotModel
import TelemetryRecording
import TestSupport
import Testing

@Suite("Filters, checks, annotations, damage")
struct SnapshotModesTests {
    private static let schema = "CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT NOT NULL, o GEOMETRY);"

    private func fixture() throws -> SnapshotFixture {
        try SnapshotFixture(
            schema: Self.schema,
            queries: [
                ("Queries/a.sql", "-- name: one :many\nSELECT id FROM t;\n-- name: two :many\nSELECT n FROM t;\n"),
                ("Queries/shop/b.sql", "-- name: three :many\nSELECT id, n FROM t;\n"),
            ])
    }

    // MARK: --procedure

    @Test func aFilterUpdatesWhatMatchesAndNothingElse() throws {
        var fixture = try fixture()
        _ = try fixture.run()
        let before = fixture.tree()
        fixture.queries[0].sql = "-- name: one :many\nSELECT n FROM t;\n-- name: two :many\nSELECT id FROM t;\n"
        fixture.queries.removeLast()
        let report = try fixture.run(filter: "main.one")
        #expect(report.failure == nil)
        #expect(report.counts.analysed == 1)
        #expect(report.counts.skipped == 1)
        #expect(report.refreshed.map(\.reason) == [.selected])
        #expect(fixture.query("one")?.columns.map(\.name) == ["n"])
        #expect(fixture.query("two")?.columns.map(\.name) == ["n"], "not chosen, so as it was")
        #expect(fixture.query("three") != nil, "gone from the sources, and nothing is removed")
        #expect(before.keys.sorted() == fixture.tree().keys.sorted())
        let full = try fixture.run()
        #expect(!full.isWarm, "the rest is still to be done")
        #expect(fixture.query("two")?.columns.map(\.name) == ["id"])
        #expect(fixture.query("three") == nil)
        let other = try SnapshotFixture(schema: Self.schema, queries: fixture.queries)
        _ = try other.run()
        #expect(other.tree() == fixture.tree(), "as if nothing had been filtered")
    }

    @Test func aFilterMayComeFirst() throws {
        let fixture = try fixture()
        _ = try fixture.run(filter: "shop.*")
        #expect(fixture.snapshot?.files.map(\.path) == ["Queries/shop/b.sql"])
        #expect(fixture.snapshot?.tables.map(\.name) == ["t"])
        _ = try fixture.run(filter: "two")
        #expect(fixture.snapshot?.files.flatMap(\.queries).map(\.name) == ["two", "three"])
        _ = try fixture.run(filter: "one")
        #expect(fixture.snapshot?.files.flatMap(\.queries).map(\.name) == ["one", "two", "three"])
        _ = try fixture.run()
        let other = try self.fixture()
        _ = try other.run()
        #expect(other.tree() == fixture.tree())
    }

    @Test func anErrorElsewhereDoesNotMatterToAFilter() throws {
        var fixture = try fixture()
        fixture.queries[1].sql = "-- name: three :many\nSELEC;\n-- @wrong\n"
        #expect(try fixture.run(filter: "one").failure == nil)
        #expect(try fixture.run().failure == .sources)
    }

    @Test func noMatchNamesWhatIsNear() throws {
        let report = try fixture().run(filter: "shop.thre")
        #expect(report.failure == .noMatch)
        #expect(report.findings.map(\.code) == [.filterNoMatch])
        #expect(report.findings.first?.notes == ["near are: shop.three"])
    }

    // MARK: --check

    @Test func aCheckSaysWhatIsStaleAndChangesNothing() throws {
        var fixture = try fixture()
        let missing = try fixture.run(isCheck: true)
        #expect(missing.differences.map(\.text).contains("main.one: added"))
        #expect(fixture.tree().isEmpty)
        _ = try fixture.run()
        #expect(try fixture.run(isCheck: true).differences == [])
        let before = fixture.tree()
        fixture.queries[0].sql = """
            -- name: one :many
            -- @param since: Int64
            SELECT id FROM t WHERE id > :since;
            -- name: two :optional
            SELECT n, id FROM t;
            """
        let report = try fixture.run(isCheck: true)
        #expect(
            report.differences.map(\.text) == [
                "main.one: parameter since added", "main.one: statement changed", "main.two: :many became :optional",
                "main.two: column id added", "main.two: statement changed",
            ])
        #expect(report.differences.map(\.breaksCallers) == [true, false, true, false, false])
        #expect(fixture.tree() == before)
    }

    @Test func aNewerToolAloneMakesNothingStale() throws {
        var fixture = try fixture()
        _ = try fixture.run()
        fixture.toolVersion = "2.0.0"
        #expect(try fixture.run(isCheck: true).differences == [])
        let report = try fixture.run()
        #expect(Set(report.refreshed.map(\.reason)) == [.toolChanged])
        #expect(report.files.written == 0)
        #expect(try fixture.run().isWarm)
    }

    @Test func aCheckSeesAChangedComment() throws {
        var fixture = try fixture()
        _ = try fixture.run()
        fixture.queries[0].sql = "-- Nothing to do with any query.\n" + fixture.queries[0].sql
        #expect(try fixture.run(isCheck: true).differences.count == 1)
    }

    // MARK: Configuration

    @Test func annotationsOfTheConfigurationServe() throws {
        var fixture = try SnapshotFixture(
            schema: Self.schema, queries: "-- name: count :one\nSELECT :since AS n;")
        #expect(Set(try fixture.run().findings.map(\.code)) == [.columnTypeUnknown, .parameterTypeUnknown])
        fixture.annotations = ["main.count": ["@param since: Int64", "@column n!: Int64"]]
        #expect(try fixture.run().findings == [])
        #expect(fixture.query("count")?.columns.first?.type == .swift("Int64"))
        #expect(try fixture.run().isWarm)
        fixture.annotations["main.count"] = ["@param since: UUID", "@column n!: Int64"]
        #expect(try fixture.run().refreshed.map(\.reason) == [.sqlChanged])
        fixture.annotations["main.cont"] = ["@row X"]
        let report = try fixture.run(usesCache: false)
        #expect(
            report.findings.map(\.message) == [
                "annotations names main.cont, and there is no such query; did you mean main.count?"
            ])
        fixture.annotations = ["main.count": ["@parm x"]]
        #expect(try fixture.run().findings.contains { $0.code == .annotationUnknown && $0.location == nil })
    }

    @Test func typesMakeAnUnknownTypeKnown() throws {
        var fixture = try SnapshotFixture(schema: Self.schema, queries: "-- name: all :many\nSELECT * FROM t;")
        #expect(try fixture.run().findings.map(\.code) == [.declaredTypeUnknown])
        fixture.types = ["geometry": "Shape"]
        #expect(try fixture.run().findings == [])
        #expect(try fixture.run().isWarm)
        fixture.types = [:]
        #expect(try fixture.run().findings.map(\.code) == [.declaredTypeUnknown], "not warm: it would hide the error")
        fixture.types = ["t.o": "Shape"]
        #expect(try fixture.run().findings == [])
    }

    // MARK: Damage

    @Test func whatIsDamagedIsMadeAnew() throws {
        let fixture = try fixture()
        _ = try fixture.run()
        let whole = fixture.tree()
        for path in whole.keys.sorted() {
            for text in [nil, "", "{", "{\n  \"xtraq\": 1,\n<<<<<<< HEAD\n", "{\n  \"xtraq\": 99\n}\n"] {
                if let text {
                    _ = try fixture.folder.write(".xtraq/" + path, text)
                } else {
                    try fixture.folder.remove(".xtraq/" + path)
                }
                let report = try fixture.run()
                #expect(report.failure == nil, "\(path)")
                #expect(fixture.tree() == whole, "\(path), \(text ?? "removed")")
                #expect(try fixture.run().isWarm, "\(path)")
            }
        }
    }

    @Test func aStrangersFileStays() throws {
        let fixture = try fixture()
        _ = try fixture.run()
        _ = try fixture.folder.write(".xtraq/snapshots/queries/notes.txt", "mine")
        _ = try fixture.folder.write(".xtraq/snapshots/tables/main.old.json", "{\n  \"xtraq\": 1\n}\n")
        let report = try fixture.run(usesCache: false)
        #expect(report.files.removed == 1)
        #expect(try fixture.folder.read(".xtraq/snapshots/queries/notes.txt") == "mine")
    }

    // MARK: What is recorded

    @Test func aRunIsRecorded() throws {
        let fixture = try fixture()
        let recorder = Recorder()
        _ = try fixture.run(recorder: recorder)
        let recording = try #require(recorder.recording())
        let spans = recording.spans.map { "\($0.name)" }
        for name in [
            "snapshot.plan", "snapshot.connect", "snapshot.schema", "snapshot.read", "snapshot.analyse",
            "snapshot.write",
        ] {
            #expect(spans.contains(name), "\(name)")
        }
        #expect(recording.counters["snapshot.planner.considered"] == 3)
        #expect(recording.counters["snapshot.planner.refreshed"] == 3)
        #expect(recording.counters["snapshot.planner.reason.new.roots"] == 3)
        #expect(recording.counters["snapshot.objects.columns"] == 4)
        #expect(recording.counters["snapshot.inference.columns.proven"] == 4)
        #expect(recording.counters["snapshot.files.written"] == 4)
        let warm = Recorder()
        _ = try fixture.run(recorder: warm)
        let second = try #require(warm.recording())
        #expect(second.counters["snapshot.planner.considered"] == 3)
        #expect(second.counters["snapshot.planner.reused"] == 3)
        #expect(second.counters["snapshot.planner.refreshed"] == nil)
    }

    @Test func manyFilesOnSeveralThreadsGiveTheSame() throws {
        let queries = (0..<60).map { file in
            (
                path: "Queries/f\(file).sql",
                sql: (0..<20).map { "-- name: q\(file)_\($0) :many\nSELECT id, n FROM t WHERE id > \($0);\n" }.joined()
            )
        }
        let fixture = try SnapshotFixture(schema: Self.schema, queries: queries)
        let report = try fixture.run()
        #expect(report.findings == [])
        #expect(report.objects.queries == 1_200)
        #expect(fixture.snapshot?.files.flatMap(\.queries).allSatisfy { $0.columns.count == 2 } == true)
        let before = fixture.tree()
        _ = try fixture.run(usesCache: false)
        #expect(fixture.tree() == before)
    }
}
