// xtraq:generated v1 — do not edit. Source: Queries/books.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension Main {
    public static func bookNames() -> RowsQuery<Named> {
        RowsQuery(Statements.bookNames)
    }

    /// The row type of the query `book` yields to that of the table.
    public static func book(id: Int64) -> ReadQuery<BookRowOfQuery> {
        ReadQuery(one: Statements.book, [.integer(id)])
    }

    /// A row of `book`.
    public nonisolated struct BookRowOfQuery: Sendable {
        public let id: Int64
        public let title: String
        public let author: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            title = try row.text(1)
            author = try row.text(2)
        }
    }

    public static func books() -> RowsQuery<BookRow> {
        RowsQuery(Statements.books)
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let bookNames: QueryStatement<Main.Named> = .init(
        "main.book_names",
        "SELECT id, title AS name FROM book",
        columns: ["id", "name"],
        decode: Main.Named.init(row:)
    )

    static let book: QueryStatement<Main.BookRowOfQuery> = .init(
        "main.book",
        """
        SELECT b.id, b.title, a.name AS author FROM book b JOIN author a ON a.id = b.author_id WHERE b.id = :id
        """,
        columns: ["id", "title", "author"],
        decode: Main.BookRowOfQuery.init(row:)
    )

    static let books: QueryStatement<Main.BookRow> = .init(
        "main.books",
        "SELECT * FROM book",
        columns: ["id", "title", "author_id"],
        decode: Main.BookRow.init(row:)
    )
}
