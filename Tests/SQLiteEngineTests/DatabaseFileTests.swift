import CSQLite
import Diagnostics
import Foundation
import SnapshotModel
import TestSupport
import Testing

@Suite("A database file")
struct DatabaseFileTests {
    private let query = "-- name: q :many\nSELECT id, n FROM t;"

    private func make(_ path: String, _ sql: String) throws {
        var database: OpaquePointer?
        defer { unsafe sqlite3_close(database) }
        try #require(unsafe sqlite3_open(path, &database) == SQLITE_OK)
        try #require(unsafe sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK)
    }

    @Test func isReadAndNotTouched() throws {
        let fixture = try SnapshotFixture(schema: "", queries: query)
        let path = fixture.folder.path + "/app.db"
        try make(path, "CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT NOT NULL); INSERT INTO t VALUES (1, 'x');")
        let bytes = FileManager.default.contents(atPath: path)
        let first = try fixture.run(database: path)
        #expect(first.findings == [])
        #expect(fixture.query("q")?.columns.map(\.isOptional) == [false, false])
        #expect(FileManager.default.contents(atPath: path) == bytes)
        #expect(try fixture.folder.files().keys.sorted().filter { !$0.hasPrefix(".xtraq") } == ["app.db"])
        #expect(try fixture.run(database: path).isWarm)
    }

    @Test func newRowsCostNothingAndNewColumnsDo() throws {
        let fixture = try SnapshotFixture(schema: "", queries: query)
        let path = fixture.folder.path + "/app.db"
        try make(path, "CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT NOT NULL);")
        _ = try fixture.run(database: path)
        try make(path, "INSERT INTO t VALUES (1, 'x');")
        let second = try fixture.run(database: path)
        #expect(second.isWarm)
        #expect(second.counts.analysed == 0)
        try make(path, "ALTER TABLE t ADD COLUMN more TEXT;")
        let third = try fixture.run(database: path)
        #expect(third.counts.analysed == 1)
        #expect(third.refreshed.map(\.reason) == [.schemaChanged])
    }

    @Test func inWALModeItsRowsStayWhereTheyAre() throws {
        let fixture = try SnapshotFixture(schema: "", queries: query)
        let path = fixture.folder.path + "/app.db"
        try make(path, "PRAGMA journal_mode = WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT NOT NULL);")
        let bytes = FileManager.default.contents(atPath: path)
        #expect(try fixture.run(database: path).findings == [])
        #expect(FileManager.default.contents(atPath: path) == bytes)
        let others = try fixture.folder.files().keys.filter { !$0.hasPrefix(".xtraq") && !$0.hasPrefix("app.db") }
        #expect(others.isEmpty)
    }

    @Test func thatIsMissingIsNotMade() throws {
        let fixture = try SnapshotFixture(schema: "", queries: query)
        let report = try fixture.run(database: fixture.folder.path + "/missing.db")
        #expect(report.failure == .database)
        #expect(report.findings.map(\.code) == [.databaseMissing])
        #expect(report.findings.first?.message == "there is no database at missing.db")
        #expect(try fixture.folder.files().isEmpty)
    }

    @Test(arguments: [
        "not a database, but long enough to have a header of a hundred bytes: " + String(repeating: "x", count: 100)
    ])
    func thatIsNoneIsRefused(_ text: String) throws {
        let fixture = try SnapshotFixture(schema: "", queries: query)
        _ = try fixture.folder.write("app.db", text)
        let report = try fixture.run(database: fixture.folder.path + "/app.db")
        #expect(report.failure == .database)
        #expect(report.findings.map(\.code) == [.databaseUnreadable])
        let folder = try fixture.run(database: fixture.folder.path)
        #expect(folder.findings.map(\.code) == [.databaseUnreadable])
    }
}
