// xtraq:generated v1 — do not edit. Source: Queries/language/json.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Language {
    public static func event(id: Int64) -> ReadQuery<EventRow> {
        ReadQuery(one: Statements.event, [.integer(id)])
    }

    /// A row of `event`.
    public nonisolated struct EventRow: Sendable, Equatable {
        public let id: Int64
        public let payload: JSONText<Payload>?

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            payload = try row.optionalJSON(1)
        }
    }

    public static func setPayload(payload: JSONText<Payload>?, id: Int64) -> WriteQuery<Void> {
        WriteQuery(Statements.setPayload, [.json(payload), .integer(id)])
    }

    public static func payloads() -> RowsQuery<JSONText<Payload>> {
        RowsQuery(Statements.payloads)
    }

    public static func authorsWithBooks() -> RowsQuery<AuthorsWithBooksRow> {
        RowsQuery(Statements.authorsWithBooks)
    }

    /// A row of `authorsWithBooks`.
    public nonisolated struct AuthorsWithBooksRow: Sendable, Equatable {
        public let name: String
        public let books: JSONText<[BookTitle]>

        init(row: borrowing ResultRow) throws(XtraqError) {
            name = try row.text(0)
            books = try row.json(1)
        }
    }

    /// What the JSON holds is known from the arguments.
    public static func shelves() -> RowsQuery<ShelvesRow> {
        RowsQuery(Statements.shelves)
    }

    /// A row of `shelves`.
    public nonisolated struct ShelvesRow: Sendable, Equatable {
        public let id: Int64
        public let shelf: JSONText<Shelf>

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            shelf = try row.json(1)
        }

        /// An object in the JSON of `shelf`.
        public nonisolated struct Shelf: Sendable, Codable, Equatable {
            public let fullName: String
            public let born: Date?
            public let books: [BooksItem]

            private nonisolated enum CodingKeys: String, JSONTextKey {
                case fullName = "full_name"
                case born
                case books
            }

            /// An object in the JSON of `shelf`.
            public nonisolated struct BooksItem: Sendable, Codable, Equatable {
                public let id: Int64
                public let title: String
                public let note: String?
                public let isCheap: Bool

                private nonisolated enum CodingKeys: String, JSONTextKey {
                    case id
                    case title
                    case note
                    case isCheap
                }
            }
        }
    }

    public static func priceList() -> ReadQuery<JSONText<[Language.PriceListBooksItem]>> {
        ReadQuery(one: Statements.priceList)
    }

    /// An object in the JSON of `books`.
    public nonisolated struct PriceListBooksItem: Sendable, Codable, Equatable {
        public let title: String
        public let price: Double

        private nonisolated enum CodingKeys: String, JSONTextKey {
            case title
            case price
        }
    }

    public static func pricesByTitle() -> ReadQuery<JSONText<[String: Double]>> {
        ReadQuery(one: Statements.pricesByTitle)
    }

    public static func firstBook() -> ReadQuery<JSONText<Language.FirstBookBook>?> {
        ReadQuery(optional: Statements.firstBook)
    }

    /// An object in the JSON of `book`.
    public nonisolated struct FirstBookBook: Sendable, Codable, Equatable {
        public let id: Int64
        public let `class`: String

        private nonisolated enum CodingKeys: String, JSONTextKey {
            case id
            case `class`
        }
    }

    public static func firstBookText() -> ReadQuery<String> {
        ReadQuery(one: Statements.firstBookText)
    }

    public static func titles() -> RowsQuery<Titled> {
        RowsQuery(Statements.titles)
    }

    public static func titlesOf(author: Int64) -> RowsQuery<Titled> {
        RowsQuery(Statements.titlesOf, [.integer(author)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let event: QueryStatement<Language.EventRow> = .init(
        "language.event",
        "SELECT id, payload FROM events WHERE id = :id",
        columns: ["id", "payload"],
        decode: Language.EventRow.init(row:)
    )

    static let setPayload: QueryStatement<Void> = .init(
        "language.setPayload",
        "UPDATE events SET payload = :payload WHERE id = :id"
    )

    static let payloads: QueryStatement<JSONText<Payload>> = .init(
        "language.payloads",
        "SELECT payload FROM events WHERE payload IS NOT NULL ORDER BY id",
        columns: ["payload"],
        decode: FirstColumn.json
    )

    static let authorsWithBooks: QueryStatement<Language.AuthorsWithBooksRow> = .init(
        "language.authorsWithBooks",
        """
        SELECT
            a.name,
            json_group_array(json_object('id', b.id, 'title', b.title)) FILTER (WHERE b.id IS NOT NULL) AS books
        FROM authors AS a
        LEFT JOIN books AS b ON b.author_id = a.id
        GROUP BY a.id
        ORDER BY a.id
        """,
        columns: ["name", "books"],
        decode: Language.AuthorsWithBooksRow.init(row:)
    )

    static let shelves: QueryStatement<Language.ShelvesRow> = .init(
        "language.shelves",
        """
        SELECT
            a.id,
            json_object(
                'full_name', a.name,
                'born', a.born,
                'books', (
                    SELECT json_group_array(json_object('id', b.id, 'title', b.title, 'note', b.note, 'isCheap', b.price < 4.0))
                    FROM books AS b
                    WHERE b.author_id = a.id
                )
            ) AS shelf
        FROM authors AS a
        ORDER BY a.id
        """,
        columns: ["id", "shelf"],
        decode: Language.ShelvesRow.init(row:)
    )

    static let priceList: QueryStatement<JSONText<[Language.PriceListBooksItem]>> = .init(
        "language.priceList",
        """
        SELECT json_group_array(json_object('title', title, 'price', price)) AS "books" FROM (SELECT * FROM books ORDER BY id)
        """,
        columns: ["books"],
        decode: FirstColumn.json
    )

    static let pricesByTitle: QueryStatement<JSONText<[String: Double]>> = .init(
        "language.pricesByTitle",
        "SELECT json_group_object(title, price) AS prices FROM books WHERE price < 4.0",
        columns: ["prices"],
        decode: FirstColumn.json
    )

    static let firstBook: QueryStatement<JSONText<Language.FirstBookBook>> = .init(
        "language.firstBook",
        """
        SELECT json_object('id', id, 'class', title) AS book FROM books ORDER BY id LIMIT 1
        """,
        columns: ["book"],
        decode: FirstColumn.json
    )

    static let firstBookText: QueryStatement<String> = .init(
        "language.firstBookText",
        "SELECT json_object('id', id) AS book FROM books ORDER BY id LIMIT 1",
        columns: ["book"],
        decode: FirstColumn.text
    )

    static let titles: QueryStatement<Language.Titled> = .init(
        "language.titles",
        "SELECT id, json_object('title', title) AS data FROM books ORDER BY id",
        columns: ["id", "data"],
        decode: Language.Titled.init(row:)
    )

    static let titlesOf: QueryStatement<Language.Titled> = .init(
        "language.titlesOf",
        """
        SELECT id, json_object('title', title) AS data FROM books WHERE author_id = :author ORDER BY id
        """,
        columns: ["id", "data"],
        decode: Language.Titled.init(row:)
    )
}
