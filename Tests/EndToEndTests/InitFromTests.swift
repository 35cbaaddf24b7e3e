import Foundation
import TestSupport
import Testing

/// `xtraq init --from app.db`: the DDL of a database becomes files that a project goes on from.
@Suite struct InitFromTests {
    private static let schema = """
        CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, tag TEXT) -- words;
        ;
        CREATE TABLE "odd name" (a INT, "order" TEXT UNIQUE, PRIMARY KEY (a)) WITHOUT ROWID;
        CREATE VIEW tagged AS SELECT id, body FROM notes WHERE tag IS NOT NULL;
        CREATE TRIGGER changed AFTER UPDATE ON notes BEGIN
            UPDATE notes SET tag = 'a;b' WHERE id = new.id;
        END;
        CREATE INDEX notes_tag ON notes (tag) WHERE tag <> '';
        CREATE VIRTUAL TABLE words USING fts5(body, content='notes', content_rowid='id');
        CREATE TABLE strict (x BLOB) STRICT;
        INSERT INTO notes (body) VALUES ('hello');
        ANALYZE;
        """

    private func objects(_ name: String, _ folder: TemporaryFolder) throws -> [String] {
        try DatabaseFile.rows(
            """
            SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
            WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY 1
            """, on: name, in: folder)
    }

    @Test func theFilesMakeTheSameDatabase() throws {
        let folder = try TemporaryFolder()
        try DatabaseFile.run(Self.schema, on: "app.db", in: folder)
        let before = try folder.files()["app.db"]
        let run = try Tool.run(["init", "--from", "app.db", "--module", "App"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("created  Schema/1_tables.sql"))
        #expect(try folder.files()["app.db"] == before)
        let tables = try folder.read("Schema/1_tables.sql")
        #expect(tables.hasPrefix("-- Tables and their indexes of app.db.\n\nCREATE TABLE notes ("))
        #expect(!tables.contains("words_data") && !tables.contains("sqlite_"))
        for name in ["1_tables", "2_views", "3_triggers"] {
            try DatabaseFile.run(try folder.read("Schema/\(name).sql"), on: "copy.db", in: folder)
        }
        #expect(try objects("copy.db", folder) == objects("app.db", folder))

        try folder.write(
            "Queries/q.sql",
            "-- name: find :many\nSELECT n.id, n.body, n.tag FROM notes n, words w WHERE w.rowid = n.id;\n")
        #expect(try Tool.run([], in: folder).exitCode == 0)
        #expect(try folder.read(".xtraqconfig").contains("Schema/**/*.sql"))
    }

    @Test func keepsWhatIsThere() throws {
        let folder = try TemporaryFolder()
        try DatabaseFile.run("CREATE TABLE a (id INTEGER PRIMARY KEY);", on: "app.db", in: folder)
        _ = try Tool.run(["init", "--from", "app.db"], in: folder)
        try folder.write("Schema/1_tables.sql", "-- mine\n")
        let again = try Tool.run(["init", "--from", "app.db"], in: folder)
        #expect(again.exitCode == 0)
        #expect(again.errors.contains("Schema/1_tables.sql is kept as it is; --force writes it anew."))
        #expect(try folder.read("Schema/1_tables.sql") == "-- mine\n")
        _ = try Tool.run(["init", "--from", "app.db", "--force"], in: folder)
        #expect(try folder.read("Schema/1_tables.sql").contains("CREATE TABLE a"))
        try folder.write("Schema/mine.sql", "CREATE TABLE b (id);\n")
        let refused = try Tool.run(["init", "--from", "app.db", "--force"], in: folder)
        #expect(refused.exitCode == 2)
        #expect(refused.errors.contains("“Schema/mine.sql” holds DDL already"))
    }

    @Test(arguments: [
        (["--from", "missing.db"], 3, "XQ0201"), (["--from", "none.db"], 3, "XQ0202"),
        (["--from", "postgresql://h/x"], 2, "XQ0006"), (["--from", "a.db", "--database", "b.db"], 64, "--from"),
    ])
    func saysWhatIsWrong(arguments: [String], exitCode: Int32, text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("none.db", String(repeating: "no database ", count: 100))
        let run = try Tool.run(["init"] + arguments, in: folder)
        #expect(run.exitCode == exitCode)
        #expect(run.errors.contains(text), "\(run.errors)")
        #expect(try folder.files().keys.sorted() == ["none.db"])
    }
}
