import SnapshotModel
import Testing

@testable import SQLiteEngine

/// What JSON that a statement makes holds, where its arguments say so.
@Suite("Shapes of JSON")
struct JSONShapeTests {
    private static let schema = """
        CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born DATE, active BOOLEAN NOT NULL);
        CREATE TABLE book (
            id INTEGER PRIMARY KEY, author_id INT, title TEXT NOT NULL, price REAL NOT NULL, note TEXT, cover BLOB
        );
        CREATE VIEW titles AS SELECT json_object('id', id, 'title', title) AS x FROM book;
        """

    /// A list of columns, and of each what its JSON holds; `-` where that is not known.
    static let known: [(list: String, shapes: [String])] = [
        (
            "json_object('id', id, 'title', title, 'note', note) FROM book",
            ["{id: Int64, title: String, note: String?}"]
        ),
        ("json_group_array(json_object('id', id, 'it''s', title)) FROM book", ["[{id: Int64, it's: String}]"]),
        (
            """
            json_group_array(json_object('id', b.id, 'title', b.title)) FILTER (WHERE b.id IS NOT NULL)
            FROM author a LEFT JOIN book b ON b.author_id = a.id GROUP BY a.id
            """, ["[{id: Int64, title: String}]"]
        ),
        (
            "json_group_array(json_object('id', b.id)) FROM author a LEFT JOIN book b ON b.author_id = a.id GROUP BY a.id",
            ["[{id: Int64?}]"]
        ),
        (
            """
            json_object('name', name, 'books', (
                SELECT json_group_array(json_object('title', b.title, 'price', b.price)) FROM book b WHERE b.author_id = a.id
            )) FROM author a
            """, ["{name: String, books: [{title: String, price: Double}]}"]
        ),
        ("json_object('born', born, 'active', active) FROM author", ["{born: Date?, active: Bool}"]),
        ("json_object('new', price > 3 AND note IS NULL, 'one', 1) FROM book", ["{new: Bool, one: Int64}"]),
        ("json_object('n', count(*), 'total', sum(price)) FROM book", ["{n: Int64, total: Double?}"]),
        ("json_array(1, id) FROM book", ["[Int64]"]),
        ("json_array(1, id), json_group_array(title) FROM book", ["[Int64?]", "[String]"]),
        (
            "json_object('id', id, 'title', title, 'author', json_object('id', author_id)) FROM book",
            ["{id: Int64, title: String, author: {id: Int64?}}"]
        ),
        ("json_group_object(title, price) FROM book", ["[String: Double]"]),
        (
            "json_object('id', id), json_object('title', title), json_object('id', id, 'title', title) FROM book",
            ["{id: Int64}", "{title: String}", "{id: Int64, title: String}"]
        ),
        ("json_object('id', id) FROM book ORDER BY price", ["{id: Int64}"]),
        ("CASE WHEN id > 1 THEN json_object('id', id) END FROM book", ["{id: Int64}"]),
        ("x FROM (SELECT json_object('id', id) AS x FROM book LIMIT 5)", ["{id: Int64}"]),
        ("json_group_array(json_object('id', id)) FROM (SELECT * FROM book ORDER BY title)", ["[{id: Int64}]"]),
        ("json_object('id', id) FROM author UNION ALL SELECT json_object('id', id) FROM book", ["{id: Int64}"]),
        ("json_object('id', id) FROM author UNION SELECT json_object('id', author_id) FROM book", ["{id: Int64?}"]),
        ("json(json_object('id', id)) FROM book", ["{id: Int64}"]),
        (
            "json_group_array(json_object('id', id)) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM book",
            ["[{id: Int64}]"]
        ),
    ]

    static let unknown = [
        "json_object(title, id) FROM book",
        "json_object('cover', cover) FROM book",
        "json_object('note', json(note)) FROM book",
        "json_object('note', note -> '$.a') FROM book",
        "json_array(id, title) FROM book",
        "json_group_array(active), json_group_array(born) FROM author",
        "CASE WHEN id > 1 THEN json_object('id', id) ELSE 'none' END FROM book",
        "CASE WHEN id > 1 THEN json_object('id', id) ELSE json_object('title', title) END FROM book",
        "json_object('a', CASE WHEN id > 1 THEN json_array(1) ELSE 'none' END) FROM book",
        "json_object('a', NULL) FROM book",
        "json_object('a', 1, 'a', 2) FROM book",
        // Whether it is still JSON behind a sorter is up to the plan of the query.
        "json_group_array(x) FROM (SELECT json_object('id', id) AS x FROM book ORDER BY price LIMIT 3)",
        "upper(json_object('id', id)) FROM book",
        "note FROM book",
        "json_object() FROM book",
        // No row ever says what the array holds.
        "json_group_array(id) FROM book WHERE 0",
        "x FROM titles",
    ]

    private static func shapes(_ list: String) throws -> [String] {
        let connection = try RawDatabase.connection(schema)
        let inference = try StatementInference(of: connection)
        return inference.infer(ArraySlice("SELECT \(list)".utf8), on: connection).columns.map { $0.json?.text ?? "-" }
    }

    @Test("where the arguments are known, so is what the text holds", arguments: known)
    func follows(_ list: String, _ shapes: [String]) throws {
        #expect(try Self.shapes(list) == shapes, "\(list)")
    }

    @Test("where they are not, it is a text like any other", arguments: unknown)
    func claimsNothingElse(_ list: String) throws {
        #expect(try Self.shapes(list).allSatisfy { $0 == "-" }, "\(list)")
    }

    @Test("a statement that builds JSON of itself comes to an end")
    func endsWhereJSONGrows() throws {
        let list = """
            x FROM (
                WITH RECURSIVE r (n, x) AS (
                    SELECT 0, json_array(1) UNION ALL SELECT n + 1, json_array(json(x)) FROM r WHERE n < 20
                ) SELECT x FROM r
            )
            """
        #expect(try Self.shapes(list) == ["-"])
    }

    @Test("an annotation says more than the arguments")
    func yieldsToAnnotations() throws {
        for (annotation, alias) in [
            ("-- @json x: Thing", "x"), ("-- @column x: String", "x"), ("", "\"x: String\""),
        ] {
            let fixture = try SnapshotFixture(
                schema: Self.schema,
                queries: "-- name: q :many\n\(annotation)\nSELECT json_object('id', id) AS \(alias) FROM book;")
            #expect(try fixture.run().findings == [])
            #expect(fixture.query("q")?.columns.map(\.json) == [nil])
        }
    }

    @Test("the snapshot holds the shape, and reads it again as it was")
    func survivesTheSnapshot() throws {
        let fixture = try SnapshotFixture(
            schema: Self.schema,
            queries: """
                -- name: q :many
                SELECT json_object('born', a.born, 'books', (
                    SELECT json_group_array(json_object('title', title, 'note', note)) FROM book WHERE author_id = a.id
                ), 'prices', (SELECT json_group_object(title, price) FROM book)) AS x FROM author a;
                """)
        #expect(try fixture.run().findings == [])
        #expect(
            fixture.query("q")?.columns.first?.json?.text
                == "{born: Date?, books: [{title: String, note: String?}], prices: [String: Double]}")
    }
}
