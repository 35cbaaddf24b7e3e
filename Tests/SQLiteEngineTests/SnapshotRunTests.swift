import Diagnostics
import Foundation
import SQLiteEngine
import SnapshotModel
import TelemetryRecording
import TestSupport
import Testing

@Suite("A run of the snapshot")
struct SnapshotRunTests {
    static let schema = """
        CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born DATE);
        CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL, price DECIMAL(10,2), author_id INT REFERENCES authors);
        """
    static let queries = """
        -- name: listBooks :many
        -- All books.
        SELECT id, title, price FROM books ORDER BY title;

        -- name: findAuthor :optional
        -- @param id: Int64
        SELECT * FROM authors WHERE id = :id;

        -- name: addBook :execrows
        -- @param title: String
        -- @param price: Decimal?
        INSERT INTO books (title, price) VALUES (:title, :price);
        """

    @Test func describesAndWritesAndIsWarmAfterwards() throws {
        let fixture = try SnapshotFixture(schema: Self.schema, queries: Self.queries)
        let first = try fixture.run()
        #expect(first.findings == [])
        #expect(first.failure == nil)
        #expect(!first.isWarm)
        #expect(first.counts.analysed == 3)
        #expect(first.files.written == 4)
        let list = try #require(fixture.query("listBooks"))
        #expect(list.columns.map(\.isOptional) == [false, false, true])
        #expect(list.columns.map(\.knowledge) == [.proven, .proven, .declared])
        #expect(list.columns[2].type == .declared("DECIMAL(10,2)"))
        #expect(list.documentation == ["All books."])
        let before = fixture.tree()
        let second = try fixture.run()
        #expect(second.isWarm)
        #expect(second.counts.analysed == 0)
        #expect(second.counts.reused == 3)
        #expect(fixture.tree() == before)
        let third = try fixture.run(usesCache: false)
        #expect(!third.isWarm)
        #expect(third.files.written == 0)
        #expect(fixture.tree() == before)
    }

    @Test func describesOnlyTheQueryThatIsNew() throws {
        var fixture = try SnapshotFixture(
            schema: Self.schema,
            queries: [
                ("Queries/a.sql", "-- name: one :many\nSELECT id FROM books;\n"),
                ("Queries/b.sql", "-- name: two :many\nSELECT id FROM authors;\n"),
            ])
        _ = try fixture.run()
        fixture.queries[1].sql += "\n-- name: three :many\nSELECT name FROM authors;\n"
        let report = try fixture.run()
        #expect(report.counts.analysed == 1)
        #expect(report.counts.reused == 2)
        #expect(report.refreshed.map(\.reason) == [.new])
        #expect(report.files.written == 2)
        let incremental = fixture.tree()
        _ = try fixture.run(usesCache: false)
        #expect(fixture.tree() == incremental)
        #expect(report.objects.queries == 3)
    }

    @Test func describesNothingAnewForATableThatNobodyUses() throws {
        var fixture = try SnapshotFixture(schema: Self.schema, queries: Self.queries)
        _ = try fixture.run()
        fixture.schema[0].sql += "\nCREATE TABLE more (x);"
        let report = try fixture.run()
        #expect(report.counts.analysed == 0)
        #expect(report.files.written == 2, "the new table and the index")
    }

    @Test func anErrorLeavesEverythingAsItWas() throws {
        var fixture = try SnapshotFixture(schema: Self.schema, queries: Self.queries)
        _ = try fixture.run()
        let before = fixture.tree()
        fixture.queries[0].sql = "-- name: broken :many\nSELECT nothing FROM books;\n-- name: other :one\nSELEC 1;"
        let report = try fixture.run()
        #expect(report.failure == .sources)
        #expect(report.findings.count == 2)
        #expect(report.findings[0].code == .statementInvalid)
        #expect(report.findings[0].location == SourceLocation(path: "Queries/q.sql", line: 2, column: 8))
        #expect(report.findings[0].sourceLine == "SELECT nothing FROM books;")
        #expect(report.findings[1].location?.line == 4)
        #expect(fixture.tree() == before)
    }

    @Test func theOrderOfFilesDoesNotMatter() throws {
        var fixture = try SnapshotFixture(
            schema: Self.schema,
            queries: (0..<20).map { ("Queries/f\($0).sql", "-- name: q\($0) :many\nSELECT id FROM books;\n") })
        _ = try fixture.run()
        let tree = fixture.tree()
        fixture.queries.reverse()
        let other = try SnapshotFixture(schema: Self.schema, queries: fixture.queries)
        _ = try other.run()
        #expect(other.tree() == tree)
    }

    @Test func takesAwayWhatIsGone() throws {
        var fixture = try SnapshotFixture(
            schema: Self.schema,
            queries: [
                ("Queries/a.sql", "-- name: one :many\nSELECT id FROM books;\n"),
                ("Queries/shop/b.sql", "-- name: two :many\nSELECT id FROM authors;\n"),
            ])
        _ = try fixture.run()
        #expect(fixture.tree().keys.contains("snapshots/queries/queries/shop/b.sql.json"))
        fixture.queries.removeLast()
        let report = try fixture.run()
        #expect(report.files.removed == 1)
        #expect(report.counts.analysed == 0)
        #expect(!fixture.tree().keys.contains { $0.contains("shop") })
        #expect(fixture.snapshot?.files.map(\.path) == ["Queries/a.sql"])
    }

    @Test func namesBothPlacesOfATwin() throws {
        let fixture = try SnapshotFixture(
            schema: Self.schema,
            queries: [
                ("Queries/a.sql", "-- name: one :many\nSELECT id FROM books;\n"),
                ("Queries/b.sql", "\n-- name: one :many\nSELECT id FROM authors;\n"),
                ("Queries/shop/b.sql", "-- name: one :many\nSELECT id FROM authors;\n"),
            ])
        let report = try fixture.run()
        #expect(report.findings.map(\.code) == [.queryNameTwice])
        #expect(report.findings.first?.message.contains("Queries/a.sql:1:10") == true)
        #expect(report.findings.first?.location == SourceLocation(path: "Queries/b.sql", line: 2, column: 10))
    }
}
