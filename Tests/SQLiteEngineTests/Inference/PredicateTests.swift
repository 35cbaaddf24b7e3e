import SnapshotModel
import Testing

/// What is written as a predicate answers with a `Bool`, and what is a number stays one.
@Suite("Predicates")
struct PredicateTests {
    static let schema = """
        CREATE TABLE a (
            id INTEGER PRIMARY KEY, n TEXT NOT NULL, o TEXT, qty INTEGER NOT NULL CHECK (qty >= 0),
            price REAL NOT NULL CHECK (price > 0)
        );
        CREATE VIEW v AS SELECT id, o IS NULL AS bare FROM a;
        """

    static let statements: [(list: String, types: [String])] = [
        ("EXISTS (SELECT 1 FROM a WHERE id = 1) AS x", ["BOOLEAN"]),
        ("NOT EXISTS (SELECT 1 FROM a) AS x", ["BOOLEAN"]),
        ("(EXISTS (SELECT 1 FROM a)) AS x", ["BOOLEAN"]),
        ("id, o IS NULL AS x, qty > 3 AS y FROM a", ["INTEGER", "BOOLEAN", "BOOLEAN"]),
        ("o = 'x' AS x, o <> n AS y, n != 'x' AS z FROM a", ["BOOLEAN?", "BOOLEAN?", "BOOLEAN"]),
        ("o IS NOT NULL AS x, o ISNULL AS y, o IS DISTINCT FROM n AS z FROM a", ["BOOLEAN", "BOOLEAN", "BOOLEAN"]),
        ("id IN (1, 2) AS x, o IN ('a', 'b') AS y FROM a", ["BOOLEAN", "BOOLEAN?"]),
        ("id IN (SELECT id FROM a) AS x, n NOT IN (SELECT n FROM a) AS y FROM a", ["BOOLEAN", "BOOLEAN?"]),
        ("n LIKE 'a%' AS x, o GLOB 'a*' AS y, id BETWEEN 1 AND 3 AS z FROM a", ["BOOLEAN", "BOOLEAN?", "BOOLEAN"]),
        ("id > 1 AND o = 'x' AS x, id > 1 OR qty > 1 AS y, NOT id AS z FROM a", ["BOOLEAN?", "BOOLEAN", "BOOLEAN"]),
        ("a.*, n = o AS x FROM a ORDER BY x", ["INTEGER", "TEXT", "TEXT?", "INTEGER", "REAL", "BOOLEAN?"]),
        ("DISTINCT o IS NULL AS x FROM a ORDER BY 1", ["BOOLEAN"]),
        // Numbers, though they are 0 and 1.
        ("CASE WHEN id = 1 THEN 1 ELSE 0 END AS x, iif(id = 1, 1, 0) AS y FROM a", ["INTEGER", "INTEGER"]),
        ("1 AS x, count(*) AS y, sum(id = 1) AS z FROM a", ["INTEGER", "INTEGER", "INTEGER?"]),
        ("id << 1 AS x, id >> 1 AS y, (SELECT id = 1 FROM a) AS z FROM a", ["INTEGER", "INTEGER", "INTEGER?"]),
        ("bare FROM v", ["INTEGER"]),
        ("(id = 1) + 1 AS x, max(id = 1, 3) AS y FROM a", ["INTEGER", "INTEGER"]),
    ]

    @Test("a predicate is a Bool, optional where it can be NULL", arguments: statements)
    func isTruth(_ list: String, _ types: [String]) throws {
        let fixture = try SnapshotFixture(schema: Self.schema, queries: "-- name: q :many\nSELECT \(list);")
        let report = try fixture.run()
        #expect(report.findings == [], "\(list)")
        #expect(Self.types(of: fixture.query("q")) == types, "\(list)")
    }

    /// Whether a row was found is asked of its row id, behind the place where both ways meet.
    @Test("what is returned of a row that was changed is not optional")
    func returnsChangedColumns() throws {
        for sql in [
            "UPDATE a SET qty = qty - :n WHERE id = :id", "UPDATE a SET o = :o WHERE id = :id",
            "UPDATE a SET price = price * 2", "UPDATE a SET qty = :q",
            "UPDATE a SET o = 'x' WHERE n = :n", "UPDATE a SET qty = CASE WHEN o IS NULL THEN 1 ELSE 2 END",
            "INSERT INTO a (n, qty, price) VALUES ('x', 1, 1)",
            "INSERT INTO a (n, qty, price) VALUES ('x', 1, 1) ON CONFLICT (id) DO UPDATE SET qty = excluded.qty + qty",
        ] {
            let fixture = try SnapshotFixture(
                schema: Self.schema, queries: "-- name: q :many\n\(sql) RETURNING id, n, qty, price, qty > 1 AS x;")
            #expect(try fixture.run().findings == [], "\(sql)")
            #expect(
                Self.types(of: fixture.query("q")) == ["INTEGER", "TEXT", "INTEGER", "REAL", "BOOLEAN"], "\(sql)")
        }
    }

    private static func types(of query: Query?) -> [String] {
        query?.columns.map { column in
            guard case .declared(let type) = column.type else { return "?" }
            return type + (column.isOptional ? "?" : "")
        } ?? []
    }
}
