import Foundation
import TestSupport
import Testing

/// The folders of migration tools are read as those tools read them: in their order, and no down part is ever run.
@Suite struct MigrationFolderTests {
    /// A tool's folder; in each the second and the tenth migration go different ways by name and by version.
    struct Case: CustomTestStringConvertible, Sendable {
        var tool: String
        var files: [String: String]
        var testDescription: String { tool }
    }

    /// What undoes must not be run: it would fail, whatever the order.
    private static let down = "DROP TABLE there_is_no_such_table;\n"

    static let cases = [
        Case(
            tool: "goose",
            files: [
                "2_people.sql": """
                -- +goose Up
                -- +goose StatementBegin
                CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
                -- +goose StatementEnd

                -- +goose Down
                \(down)
                """,
                "10_trigger.sql": """
                -- +goose NO TRANSACTION
                -- +goose Up
                ALTER TABLE people ADD COLUMN email TEXT;
                -- +goose StatementBegin
                CREATE TRIGGER t AFTER INSERT ON people BEGIN
                    SELECT 1;
                    SELECT 2;
                END;
                -- +goose StatementEnd
                -- +goose Down
                DROP TRIGGER t;
                \(down)
                """,
            ]),
        Case(
            tool: "dbmate",
            files: [
                "20240101000000_people.sql":
                    "-- migrate:up\nCREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n\n-- migrate:down\n"
                    + down,
                "20240201000000_email.sql":
                    "--migrate:up transaction:false\nALTER TABLE people ADD COLUMN email TEXT;\n-- migrate:down\n"
                    + down,
            ]),
        Case(
            tool: "sqlx",
            files: [
                "20240101000000_people.up.sql":
                    "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);",
                "20240101000000_people.down.sql": down,
                "20240201000000_email.sql": "ALTER TABLE people ADD COLUMN email TEXT;",
            ]),
        Case(
            tool: "golang-migrate",
            files: [
                "2_people.up.sql": "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);",
                "2_people.down.sql": down, "10_email.down.sql": down,
                "10_email.up.sql": "ALTER TABLE people ADD COLUMN email TEXT;",
            ]),
        Case(
            tool: "Flyway",
            files: [
                "V1.1__people.sql": "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);",
                "a/V1_10__email.sql": "ALTER TABLE folks RENAME TO people; ALTER TABLE people ADD COLUMN email TEXT;",
                "b/V1.2__folks.sql": "ALTER TABLE people RENAME TO folks;",
                "R__a_view.sql": "CREATE VIEW emails AS SELECT email FROM people;",
                "U1.1__people.sql": down,
            ]),
        Case(
            tool: "Flyway with a baseline",
            files: [
                "V1__people.sql": "CREATE TABLE people (wrong TEXT);", "V2__gone.sql": down,
                "B2__base.sql": "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);",
                "V3__email.sql": "ALTER TABLE people ADD COLUMN email TEXT;",
            ]),
    ]

    @Test(arguments: cases) func isAppliedInTheToolsOrder(_ item: Case) throws {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"App\"}")
        try folder.write("Queries/q.sql", "-- name: people :many\nSELECT id, name, email FROM people;\n")
        for (name, text) in item.files { try folder.write("Migrations/\(name)", text) }
        let run = try Tool.run([], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        let table = try folder.read(".xtraq/snapshots/tables/main.people.json")
        #expect(table.contains("\"email\""))
        #expect(try Tool.run(["snapshot", "--check"], in: folder).exitCode == 0)
    }

    @Test func anErrorPointsIntoTheFile() throws {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"App\"}")
        try folder.write("Queries/q.sql", "-- name: one :many\nSELECT 1 AS one;\n")
        try folder.write(
            "Migrations/1_a.sql",
            "-- +goose Down\nDROP TABLE nothing;\n-- +goose Up\nCREATE TABLE a (id INTEGER);\n  CREATE TABEL b (id);\n")
        let run = try Tool.run(["snapshot"], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("Migrations/1_a.sql:5:10: error XQ0204"), "\(run.errors)")
        #expect(run.errors.contains("  CREATE TABEL b (id);"))
    }

    @Test func aChangedDownPartIsNoChange() throws {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"App\"}")
        try folder.write("Queries/q.sql", "-- name: all :many\nSELECT id FROM a;\n")
        let up = "-- migrate:up\nCREATE TABLE a (id INTEGER PRIMARY KEY);\n-- migrate:down\n"
        try folder.write("Migrations/1_a.sql", up + "DROP TABLE a;\n")
        #expect(try Tool.run([], in: folder).exitCode == 0)
        try folder.write("Migrations/1_a.sql", up + "DROP TABLE b;\n")
        #expect(try Tool.run(["snapshot"], in: folder).errors.contains("nothing changed"))
    }
}
