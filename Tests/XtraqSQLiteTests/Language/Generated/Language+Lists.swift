// xtraq:generated v1 — do not edit. Source: Queries/language/lists.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Language {
    /// Books of these numbers.
    public static func booksByID(ids: [Int64]) -> RowsQuery<BooksByIDRow> {
        RowsQuery(Statements.booksByID, [.list(ids) { .integer($0) }])
    }

    /// A row of `booksByID`.
    public nonisolated struct BooksByIDRow: Sendable, Equatable {
        public let id: Int64
        public let title: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            title = try row.text(1)
        }
    }

    public static func booksBySlice(titles: [String]) -> RowsQuery<BooksBySliceRow> {
        RowsQuery(Statements.booksBySlice, [.list(titles) { .text($0) }])
    }

    /// A row of `booksBySlice`.
    public nonisolated struct BooksBySliceRow: Sendable, Equatable {
        public let id: Int64
        public let title: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            title = try row.text(1)
        }
    }

    /// An empty list leaves out nothing, not even a book without a note.
    public static func booksWithoutNotes(notes: [String]) -> RowsQuery<BooksWithoutNotesRow> {
        RowsQuery(Statements.booksWithoutNotes, [.list(notes) { .text($0) }])
    }

    /// A row of `booksWithoutNotes`.
    public nonisolated struct BooksWithoutNotesRow: Sendable, Equatable {
        public let id: Int64
        public let note: String?

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            note = try row.optionalText(1)
        }
    }

    public static func booksByKey(keys: [UUID]) -> RowsQuery<Int64> {
        RowsQuery(Statements.booksByKey, [.list(keys) { .uuid($0) }])
    }

    /// Comments like json_each(:covers) and texts like 'json_each(:covers)' stay.
    public static func booksByCover(least: Int64, covers: [Data], most: Int64) -> RowsQuery<BooksByCoverRow> {
        RowsQuery(Statements.booksByCover, [.integer(least), .list(covers) { .blob($0) }, .integer(most)])
    }

    /// A row of `booksByCover`.
    public nonisolated struct BooksByCoverRow: Sendable, Equatable {
        public let id: Int64
        public let text: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            text = try row.text(1)
        }
    }

    /// Several lists beside other parameters, one of them used twice.
    public static func booksOfLists(
        least: Double,
        prices: [Double],
        authors: [Int64],
        ids: [Int64],
        count: Int64,
        skip: Int64
    ) -> RowsQuery<Int64> {
        RowsQuery(Statements.booksOfLists, [
            .real(least), .list(prices) { .real($0) }, .list(authors) { .integer($0) }, .list(ids) { .integer($0) },
            .integer(count), .integer(skip)
        ])
    }

    /// Without a list: all.
    public static func booksOfAnyList(ids: [Int64]?) -> RowsQuery<Int64> {
        RowsQuery(Statements.booksOfAnyList, [.list(ids) { .integer($0) }])
    }

    public static func addNotes(notes: [String]) -> WriteQuery<Int> {
        WriteQuery(changes: Statements.addNotes, [.list(notes) { .text($0) }])
    }

    public static func forgetBooks(ids: [Int64]) -> WriteQuery<Int> {
        WriteQuery(changes: Statements.forgetBooks, [.list(ids) { .integer($0) }])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let booksByID: QueryStatement<Language.BooksByIDRow> = .init(
        "language.booksByID",
        """
        SELECT id, title FROM books WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id
        """,
        columns: ["id", "title"],
        decode: Language.BooksByIDRow.init(row:)
    )

    static let booksBySlice: QueryStatement<Language.BooksBySliceRow> = .init(
        "language.booksBySlice",
        """
        SELECT id, title FROM books WHERE title IN (SELECT value FROM json_each(:titles)) ORDER BY id
        """,
        columns: ["id", "title"],
        decode: Language.BooksBySliceRow.init(row:)
    )

    static let booksWithoutNotes: QueryStatement<Language.BooksWithoutNotesRow> = .init(
        "language.booksWithoutNotes",
        """
        SELECT id, note FROM books WHERE note NOT IN (SELECT value FROM json_each(:notes)) ORDER BY id
        """,
        columns: ["id", "note"],
        decode: Language.BooksWithoutNotesRow.init(row:)
    )

    static let booksByKey: QueryStatement<Int64> = .init(
        "language.booksByKey",
        """
        SELECT id FROM books WHERE key IN (SELECT value FROM json_each(:keys)) ORDER BY id
        """,
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let booksByCover: QueryStatement<Language.BooksByCoverRow> = .init(
        "language.booksByCover",
        """
        SELECT id, 'json_each(:covers)' AS text FROM books WHERE :least <= id /* json_each(:covers) */
        AND cover IN (SELECT value FROM json_each(:covers)) AND id <= :most ORDER BY id
        """,
        columns: ["id", "text"],
        decode: Language.BooksByCoverRow.init(row:)
    )

    static let booksOfLists: QueryStatement<Int64> = .init(
        "language.booksOfLists",
        """
        SELECT id
        FROM books
        WHERE price >= :least
          AND (price IN (SELECT value FROM json_each(:prices)) OR author_id IN (SELECT value FROM json_each(:authors)))
          AND id NOT IN (SELECT value FROM json_each(:ids))
          AND (author_id IS NULL OR author_id NOT IN (SELECT json_each.value FROM json_each(:ids)))
        ORDER BY id
        LIMIT :count OFFSET :skip
        """,
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let booksOfAnyList: QueryStatement<Int64> = .init(
        "language.booksOfAnyList",
        """
        SELECT id FROM books WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids)) ORDER BY id
        """,
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let addNotes: QueryStatement<Void> = .init(
        "language.addNotes",
        """
        INSERT INTO books (title, price, note) SELECT 'new', 1.0, value FROM json_each(:notes)
        """
    )

    static let forgetBooks: QueryStatement<Void> = .init(
        "language.forgetBooks",
        "DELETE FROM books WHERE id IN (SELECT value FROM json_each(:ids))"
    )
}
