import SnapshotModel

/// A snapshot that has every cardinality and every type: the code generated of it is part of the tests of the run-time
/// library, where it is compiled with this package's settings and executed on a database with ``schema``.
enum Library {
    static let book = table(
        "book",
        [
            "id INTEGER", "author_id INTEGER", "title TEXT", "isbn TEXT?", "price DECIMAL", "cover BLOB?",
            "added_at DATETIME",
            "in_print BOOLEAN", "rating REAL?",
        ])
    static let author = table("author", ["id INTEGER", "name VARCHAR(80)", "born DATE?"])

    private static let everyType = [
        "int INTEGER", "small swift Int16", "real REAL", "text TEXT", "flag BOOLEAN", "data BLOB",
        "bytes swift [UInt8]",
        "date DATETIME", "uuid UUID", "decimal DECIMAL", "url URL", "shelf swift Shelf", "priority swift Priority",
        "money swift Money",
    ]
    private static let everyColumn =
        "int, small, real, text, flag, data, bytes, date, uuid, decimal, url, shelf, priority, money"

    static let snapshot = Snapshot(
        engine: .sqlite,
        files: [
            QueryFile(path: "Queries/admin/authors.sql", schema: "admin", queries: authors),
            QueryFile(path: "Queries/books.sql", schema: "main", queries: books),
            QueryFile(path: "Queries/types.sql", schema: "main", queries: types),
        ], tables: [author, book])

    private static let authors = [
        Query(
            name: "add_author", cardinality: .execlastid, sql: "INSERT INTO author (name, born) VALUES (:name, :born)",
            documentation: ["Adds an author."], parameters: parameters(["name TEXT", "born DATE?"]), isReadOnly: false),
        Query(
            name: "authors", cardinality: .many, sql: "SELECT * FROM author ORDER BY id", columns: columns(of: author)),
        Query(
            name: "delete_author", cardinality: .execrows, sql: "DELETE FROM author WHERE id = :id",
            deprecation: "Authors stay.", parameters: parameters(["id INTEGER"]), isReadOnly: false),
    ]

    private static let books = [
        Query(
            name: "addBook", cardinality: .one,
            sql: """
                INSERT INTO book (author_id, title, isbn, price, cover, added_at, in_print, rating)
                VALUES (:author_id, :title, :isbn, :price, :cover, :added_at, :in_print, :rating)
                RETURNING *
                """,
            documentation: [
                "Adds a book and returns it with its number.", "", "- Note: `*/` and \"\"\" do no harm here.",
            ],
            parameters: parameters([
                "author_id INTEGER", "title TEXT", "isbn TEXT?", "price DECIMAL", "cover BLOB?", "added_at DATETIME",
                "in_print BOOLEAN", "rating REAL?",
            ]),
            columns: columns(of: book), isReadOnly: false),
        Query(
            name: "book", cardinality: .one, sql: "SELECT * FROM book WHERE id = :id",
            documentation: ["The book of that number."],
            parameters: parameters(["id INTEGER"]), columns: columns(of: book)),
        Query(
            name: "find_book", cardinality: .optional, sql: "SELECT * FROM book WHERE isbn = ?",
            parameters: parameters(["? TEXT"]), columns: columns(of: book)),
        Query(
            name: "list_books", cardinality: .many, sql: "SELECT * FROM book ORDER BY id LIMIT :limit OFFSET :offset",
            parameters: parameters(["limit INTEGER", "offset INTEGER"]), columns: columns(of: book)),
        Query(
            name: "count_books", cardinality: .one, sql: "SELECT count(*) AS n FROM book",
            columns: [column("n INTEGER")]),
        Query(
            name: "titles", cardinality: .many, sql: "SELECT title FROM book ORDER BY title",
            columns: [column("title TEXT", of: "book")]),
        Query(
            name: "cover", cardinality: .optional, sql: "SELECT cover FROM book WHERE id = :id",
            parameters: parameters(["id INTEGER"]), columns: [column("cover BLOB?", of: "book")]),
        Query(
            name: "books_with_authors", cardinality: .many,
            sql: """
                SELECT b.id, a.id, b.title, a.name
                FROM book b
                LEFT JOIN author a ON a.id = b.author_id
                WHERE b.title LIKE '%' || :pattern || '%' ESCAPE '\\'
                ORDER BY b.id
                """,
            parameters: parameters(["pattern TEXT"]),
            columns: [
                column("id INTEGER", of: "book"), column("id INTEGER?", of: "author"), column("title TEXT", of: "book"),
                column("name VARCHAR(80)?", of: "author"),
            ]),
        Query(
            name: "rename_book", cardinality: .execrows, sql: "UPDATE book SET title = :title WHERE id = :id",
            parameters: parameters(["title TEXT", "id INTEGER"]), isReadOnly: false),
        Query(
            name: "delete_book", cardinality: .exec, sql: "DELETE FROM book WHERE id = :id",
            parameters: parameters(["id INTEGER"]), isReadOnly: false),
        Query(
            name: "upsert_book", cardinality: .optional,
            sql: """
                INSERT INTO book (id, author_id, title, isbn, price, added_at)
                VALUES (:id, :author_id, :title, :isbn, 0, '2024-01-01')
                ON CONFLICT (isbn) DO UPDATE SET title = excluded.title WHERE title <> excluded.title
                RETURNING id, title
                """, rowName: "BookTitle",
            parameters: parameters(["id INTEGER", "author_id INTEGER", "title TEXT", "isbn TEXT?"]),
            columns: [column("id INTEGER", of: "book"), column("title TEXT", of: "book")], isReadOnly: false),
        Query(
            name: "book_titles", cardinality: .many, sql: "SELECT id, title FROM book ORDER BY id",
            rowName: "BookTitle",
            columns: [column("id INTEGER", of: "book"), column("title TEXT", of: "book")]),
        Query(
            name: "reprice", cardinality: .many, sql: "UPDATE book SET price = price + :amount RETURNING id, price",
            parameters: parameters(["amount DECIMAL"]),
            columns: [column("id INTEGER", of: "book"), column("price DECIMAL", of: "book")], isReadOnly: false),
        Query(
            name: "add_isbn_if_missing", cardinality: .execlastid,
            sql: """
                INSERT INTO book (author_id, title, isbn, price, added_at) VALUES (1, 'x', :isbn, 0, '2024-01-01')
                ON CONFLICT DO NOTHING
                """, parameters: parameters(["isbn TEXT"]), isReadOnly: false),
    ]

    private static let types = [
        Query(
            name: "store_every_type", cardinality: .exec,
            sql:
                "INSERT INTO every (\(everyColumn)) VALUES (\(everyType.indices.map { "?\($0 + 1)" }.joined(separator: ", ")))",
            parameters: parameters(everyType.map { $0 + "?" }), isReadOnly: false),
        Query(
            name: "every_type", cardinality: .one, sql: "SELECT \(everyColumn) FROM every",
            columns: everyType.map { column($0) }),
        Query(
            name: "every_type_or_null", cardinality: .many, sql: "SELECT \(everyColumn) FROM every",
            columns: everyType.map { column($0 + "?") }),
        Query(
            name: "echo", cardinality: .one, sql: "SELECT CAST(:text AS TEXT) AS \"text\"",
            parameters: parameters(["text TEXT"]),
            columns: [column("text TEXT")]),
        Query(
            name: "shelf", cardinality: .optional, sql: "SELECT shelf FROM every",
            columns: [column("shelf swift Shelf")]),
        Query(
            name: "default", cardinality: .one, sql: "SELECT :in AS \"class\", :self AS \"self\", 2 AS \"2nd place\"",
            documentation: ["Names that Swift keeps to itself."], parameters: parameters(["in INTEGER", "self TEXT"]),
            columns: [
                column("class INTEGER"), column("self TEXT"),
                Column(name: "2nd place", type: .declared("INTEGER"), isOptional: false, knowledge: .annotated),
            ]),
    ]
}
