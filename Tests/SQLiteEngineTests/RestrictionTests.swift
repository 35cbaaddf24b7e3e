import Diagnostics
import Foundation
import SnapshotModel
import TelemetryRecording
import TestSupport
import Testing

@testable import SQLiteEngine

@Suite("What schema and queries may not do")
struct RestrictionTests {
    @Test(arguments: [
        "ATTACH 'FOLDER/other.db' AS other;", "ATTACH ':memory:' AS other;", "VACUUM INTO 'FOLDER/copy.db';",
        "PRAGMA data_store_directory = 'FOLDER';", "PRAGMA temp_store_directory = 'FOLDER';",
        "SELECT load_extension('FOLDER/x.so');", "DETACH main;",
    ]) func aSchemaReachesNoFile(_ sql: String) throws {
        let folder = try TemporaryFolder()
        let text = "CREATE TABLE t (id INTEGER);\n" + sql.replacingOccurrences(of: "FOLDER", with: folder.path)
        let fixture = try SnapshotFixture(schema: text, queries: "-- name: q :many\nSELECT id FROM t;")
        let report = try fixture.run()
        #expect(report.failure == .sources)
        #expect(report.findings.count == 1)
        #expect(report.findings.first?.location?.line == 2)
        #expect(try folder.files().isEmpty)
        #expect(fixture.tree().isEmpty)
    }

    @Test(arguments: [
        "ATTACH ':memory:' AS other", "DETACH main", "PRAGMA user_version = 3", "EXPLAIN PRAGMA user_version = 3",
        "PRAGMA writable_schema = ON",
    ]) func aQueryIsRefused(_ sql: String) throws {
        let fixture = try SnapshotFixture(schema: "CREATE TABLE t (id INTEGER);", queries: "-- name: q :exec\n\(sql);")
        #expect(try fixture.run().findings.map(\.code) == [.statementRefused])
    }

    @Test func aQueryMayAskAPragma() throws {
        let fixture = try SnapshotFixture(
            schema: "CREATE TABLE t (id INTEGER);",
            queries: """
                -- name: version :one
                -- @column user_version!: Int64
                PRAGMA user_version;
                -- name: columns :many
                -- @column name!: String
                SELECT name FROM pragma_table_info('t');
                """)
        #expect(try fixture.run().findings == [])
    }

    @Test func anEndlessSchemaEnds() throws {
        let connection = try Connection.inMemory()
        let file = SourceFile(
            path: "s.sql",
            bytes: Array(
                "CREATE TABLE t (x);\nWITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT count(*) FROM c;"
                    .utf8
            ))
        let findings = SchemaLoader.apply([file], to: connection, recorder: .off, limit: 1_000_000)
        #expect(findings.map(\.code) == [.schemaStatementFailed])
        #expect(findings.first?.message == "this statement does not come to an end")
        #expect(findings.first?.location?.line == 2)
    }

    @Test func everySchemaErrorHasItsPlace() throws {
        var fixture = try SnapshotFixture(
            schema: "CREATE TABLE a (x TEX\n  ,, y);", queries: "-- name: q :many\nSELECT 1;")
        fixture.schema.append(("Schema/b.sql", "CREATE TABLE b (id INTEGER);\nCREATE INDEX i ON a (x);\n"))
        fixture.schema.append(("Schema/c.sql", "CREATE TABLE c (id INTEGER);\nINSERT INTO c (idd) VALUES (1);\n"))
        let report = try fixture.run()
        #expect(report.failure == .sources)
        #expect(
            report.findings.map { "\($0.location?.path ?? ""):\($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
                == ["Schema/c.sql:2:16", "Schema/schema.sql:2:4"])
        #expect(report.findings.last?.message == "near \",\": syntax error")
    }

    @Test func migrationsMayHaveTransactionsAndPragmas() throws {
        let fixture = try SnapshotFixture(
            schema: """
                PRAGMA foreign_keys = ON;
                BEGIN;
                CREATE TABLE t (id INTEGER PRIMARY KEY);
                CREATE TRIGGER tr AFTER INSERT ON t BEGIN DELETE FROM t WHERE id < 0; END;
                """, queries: "-- name: q :many\nSELECT id FROM t;")
        #expect(try fixture.run().findings == [])
        #expect(fixture.query("q")?.columns.first?.isOptional == false)
    }
}
