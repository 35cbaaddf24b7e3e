// xtraq:generated v1 — do not edit. Source: Queries/language/choices.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension Language {
    /// A page of books, in an order of the caller's choice.
    public static func sortedBooks(
        sort: SortedBooksSort,
        direction: SortedBooksDirection?,
        count: Int64,
        skip: Int64
    ) -> RowsQuery<SortedBooksRow> {
        RowsQuery(Statements.sortedBooks, [
            .text(sort.rawValue), .text(direction?.rawValue), .integer(count), .integer(skip)
        ])
    }

    /// A row of `sortedBooks`.
    public nonisolated struct SortedBooksRow: Sendable, Equatable {
        public let id: Int64
        public let title: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            title = try row.text(1)
        }
    }

    /// What `sort` of `sortedBooks` can be.
    public nonisolated enum SortedBooksSort: String, Sendable, CaseIterable {
        case title
        case priceHighestFirst = "price, highest first"
    }

    /// What `direction` of `sortedBooks` can be.
    public nonisolated enum SortedBooksDirection: String, Sendable, CaseIterable {
        case down
        case up
    }

    public static func booksByOrderText(sort: String) -> RowsQuery<Int64> {
        RowsQuery(Statements.booksByOrderText, [.text(sort)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let sortedBooks: QueryStatement<Language.SortedBooksRow> = .init(
        "language.sortedBooks",
        """
        SELECT id, title
        FROM books
        ORDER BY
            CASE :sort WHEN 'title' THEN title WHEN 'price, highest first' THEN -price END,
            CASE WHEN :direction = 'down' THEN -id WHEN 'up' = :direction THEN id ELSE 0 END
        LIMIT :count OFFSET :skip
        """,
        columns: ["id", "title"],
        decode: Language.SortedBooksRow.init(row:)
    )

    static let booksByOrderText: QueryStatement<Int64> = .init(
        "language.booksByOrderText",
        "SELECT id FROM books ORDER BY CASE :sort WHEN 'title' THEN title ELSE id END",
        columns: ["id"],
        decode: FirstColumn.integer
    )
}
