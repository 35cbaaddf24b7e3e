import CSQLite
import Diagnostics
import SnapshotModel
import TestSupport
import Testing

/// What is said never to be NULL is checked against rows that make NULLs wherever a statement can.
@Suite("Nullability against real rows")
struct NullabilityTests {
    static let schema = """
        CREATE TABLE a (id INTEGER PRIMARY KEY, n TEXT NOT NULL, o TEXT, g TEXT GENERATED ALWAYS AS (o) STORED);
        CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INT, m TEXT NOT NULL);
        CREATE TABLE k (code TEXT PRIMARY KEY, v INT);
        CREATE TABLE d (id INTEGER PRIMARY KEY DESC, v INT NOT NULL);
        CREATE TABLE s (code TEXT PRIMARY KEY, v ANY) STRICT;
        CREATE TABLE w (code TEXT PRIMARY KEY, v INT) WITHOUT ROWID;
        CREATE TABLE e (id INTEGER PRIMARY KEY, n TEXT NOT NULL);
        CREATE TABLE "Odd Name" ("the id" INTEGER PRIMARY KEY, "a""b" TEXT NOT NULL);
        CREATE VIEW av AS SELECT a.id, a.n, b.m FROM a LEFT JOIN b ON b.a_id = a.id;
        CREATE VIEW plain AS SELECT id, n FROM a;
        CREATE VIRTUAL TABLE f USING fts5(body);
        """

    static let rows = """
        INSERT INTO a (id, n, o) VALUES (1, 'x', NULL), (2, 'y', 'o');
        INSERT INTO b VALUES (1, 1, 'm');
        INSERT INTO k VALUES (NULL, 1), ('c', NULL);
        INSERT INTO d VALUES (NULL, 1);
        INSERT INTO s VALUES ('s', NULL);
        INSERT INTO w VALUES ('w', NULL);
        INSERT INTO "Odd Name" VALUES (1, 'x');
        INSERT INTO f VALUES (NULL);
        """

    /// A statement, and which of its columns are expected to be proven.
    static let statements: [(sql: String, proven: [Bool])] = [
        ("SELECT id, n, o, g FROM a", [true, true, false, false]),
        ("SELECT * FROM a WHERE id = 1 ORDER BY n LIMIT 1", [true, true, false, false]),
        ("SELECT x.id, x.n FROM main.a AS x", [true, true]),
        ("SELECT rowid, _rowid_, n FROM a x WHERE n IN (SELECT m FROM b)", [true, true, true]),
        ("SELECT rowid FROM k", [true]),
        ("SELECT upper(n), n FROM a", [true, true]),
        ("SELECT id, n FROM a INDEXED BY missing", []),
        ("SELECT id, n FROM a NOT INDEXED WHERE id > 0", [true, true]),
        ("SELECT \"the id\", \"a\"\"b\" FROM \"Odd Name\"", [true, true]),
        ("SELECT [the id] FROM `odd name`", [true]),
        ("SELECT code, v FROM k", [false, false]),
        ("SELECT id, v FROM d", [false, true]),
        ("SELECT code, v FROM s", [true, false]),
        ("SELECT code, v FROM w", [true, false]),
        ("SELECT a.id, b.id, b.m FROM a LEFT JOIN b ON b.a_id = a.id", [true, false, false]),
        ("SELECT b.m FROM b RIGHT JOIN a ON b.a_id = a.id", [false]),
        ("SELECT a.n, b.m FROM a FULL JOIN b ON b.a_id = a.id", [false, false]),
        ("SELECT a.n, b.m FROM a, b", [true, true]),
        ("SELECT id, n, m FROM av", [true, true, false]),
        ("SELECT id, n FROM plain", [true, true]),
        ("SELECT id FROM a UNION ALL SELECT NULL", [false]),
        ("SELECT n FROM a EXCEPT SELECT 'x'", [true]),
        ("SELECT id, max(n) FROM e", [false, false]),
        ("SELECT id, total(id) FROM e", [false, true]),
        ("SELECT n, max(n) FROM e HAVING count(*) = 0", [false, false]),
        ("SELECT id, group_concat(n) FROM e", [false, false]),
        ("SELECT (SELECT n FROM e), n FROM a", [false, true]),
        ("SELECT (SELECT n FROM a WHERE 0), n FROM a", [false, true]),
        ("SELECT x.n FROM (SELECT n FROM a) x", [true]),
        ("WITH c AS (SELECT n FROM a) SELECT n FROM c", [true]),
        ("WITH a AS (SELECT NULL AS n) SELECT n FROM a", [false]),
        ("SELECT n, lag(n) OVER (ORDER BY id) FROM a", [true, false]),
        ("SELECT body FROM f", [false]),
        ("SELECT n FROM a GROUP BY n", [true]),
        ("INSERT INTO a (n) VALUES ('z') RETURNING id, n, o", [true, true, false]),
        ("INSERT OR REPLACE INTO main.a (id, n) VALUES (2, 'z') RETURNING *", [true, true, false, false]),
        ("REPLACE INTO k (code, v) VALUES (NULL, 1) RETURNING code", [false]),
        ("UPDATE a SET o = NULL RETURNING n, o", [true, false]),
        ("UPDATE OR IGNORE a SET n = 'q' RETURNING n", [true]),
        ("UPDATE a SET o = b.m FROM b WHERE b.a_id = a.id RETURNING n", [true]),
        ("DELETE FROM b RETURNING id, a_id, m, (SELECT n FROM e)", [true, false, true, false]),
        ("DELETE FROM b RETURNING id, a_id, m", [true, false, true]),
    ]

    @Test(arguments: statements.filter { !$0.proven.isEmpty }) func provesNoMoreThanHolds(
        _ sql: String, _ expected: [Bool]
    ) throws {
        let answer = try Self.columns(of: sql)
        #expect(answer == expected, "\(sql)")
        for (index, isNull) in try Self.hasNull(sql, columns: expected.count).enumerated() where isNull {
            #expect(!answer[index], "column \(index) of \(sql) is NULL in some row")
        }
    }

    /// Which columns are said never to be NULL; types are given, so that nothing else is missing.
    static func columns(of sql: String) throws -> [Bool] {
        var database: OpaquePointer?
        defer { unsafe sqlite3_close(database) }
        unsafe sqlite3_open(":memory:", &database)
        unsafe sqlite3_exec(database, schema, nil, nil, nil)
        var statement: OpaquePointer?
        unsafe sqlite3_prepare_v2(database, sql, -1, &statement, nil)
        let names = unsafe (0..<sqlite3_column_count(statement)).map {
            unsafe String(cString: sqlite3_column_name(statement, $0))
        }
        unsafe sqlite3_finalize(statement)
        let lines = Set(names).map { "-- @column \($0): String\n" }.sorted().joined()
        let fixture = try SnapshotFixture(schema: schema, queries: "-- name: q :many\n\(lines)\(sql);")
        let report = try fixture.run()
        #expect(report.findings == [], "\(sql)")
        return fixture.query("q")?.columns.map { !$0.isOptional } ?? []
    }

    /// Which columns are NULL in some row.
    static func hasNull(_ sql: String, columns: Int) throws -> [Bool] {
        var database: OpaquePointer?
        defer { unsafe sqlite3_close(database) }
        unsafe sqlite3_open(":memory:", &database)
        #expect(unsafe sqlite3_exec(database, schema + rows, nil, nil, nil) == SQLITE_OK)
        var statement: OpaquePointer?
        #expect(unsafe sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK)
        var nulls = [Bool](repeating: false, count: columns)
        while unsafe sqlite3_step(statement) == SQLITE_ROW {
            for index in 0..<columns where unsafe sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL {
                nulls[index] = true
            }
        }
        unsafe sqlite3_finalize(statement)
        return nulls
    }
}
