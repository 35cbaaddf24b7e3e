// xtraq:generated v1 — do not edit. Source: Queries/language/json.sql
// swift-format-ignore-file
// swiftlint:disable all

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
}
