import Foundation
import GRDB
import TestSupport
import Testing

/// The recipe of `docs/schemas.md` for schemas that live in GRDB's `DatabaseMigrator`, compiled and run.
@Suite struct MigratorTests {
    private static func migrator(adding column: String? = nil) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("players") { db in
            try db.create(table: "player") { table in
                table.autoIncrementedPrimaryKey("id")
                table.column("name", .text).notNull()
            }
        }
        if let column {
            migrator.registerMigration(column) { db in
                try db.alter(table: "player") { $0.add(column: column, .text) }
            }
        }
        return migrator
    }

    private func check(_ migrator: DatabaseMigrator, _ arguments: [String], in folder: TemporaryFolder) throws -> Int32
    {
        let project = folder.path
        let xtraq = URL(fileURLWithPath: Tool.path)

        // The five lines of the recipe.
        let database = try DatabaseQueue(path: project + "/.xtraq/cache/migrated.sqlite")
        try migrator.migrate(database)
        let run = try Process.run(xtraq, arguments: ["snapshot"] + arguments + ["-p", project])
        run.waitUntilExit()
        return run.terminationStatus
    }

    @Test func theSnapshotIsThatOfTheMigrations() throws {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"App\", \"database\": \".xtraq/cache/migrated.sqlite\"}")
        try folder.write("Queries/q.sql", "-- name: players :many\nSELECT * FROM player ORDER BY name;\n")
        try folder.makeFolder(".xtraq/cache")
        #expect(try check(Self.migrator(), [], in: folder) == 0)
        #expect(try check(Self.migrator(), ["--check"], in: folder) == 0)
        // Elsewhere, with nothing remembered, the same.
        try folder.remove(".xtraq/cache")
        try folder.makeFolder(".xtraq/cache")
        #expect(try check(Self.migrator(), ["--check"], in: folder) == 0)
        #expect(try check(Self.migrator(adding: "nickname"), ["--check"], in: folder) == 4)
    }
}
