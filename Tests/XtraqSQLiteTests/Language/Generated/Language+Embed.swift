// xtraq:generated v1 — do not edit. Source: Queries/language/embed.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension Language {
    /// Every book, with its author where it has one.
    public static func booksAndAuthors() -> RowsQuery<BooksAndAuthorsRow> {
        RowsQuery(Statements.booksAndAuthors)
    }

    /// A row of `booksAndAuthors`.
    public nonisolated struct BooksAndAuthorsRow: Sendable, Equatable {
        public let b: BooksRow
        public let a: AuthorsRow?
        public let titleLength: Int64

        init(row: borrowing ResultRow) throws(XtraqError) {
            b = try row.embedded(0, BooksRow.init(row:))
            a = try row.optionalEmbedded(7, count: 3, AuthorsRow.init(row:))
            titleLength = try row.integer(10)
        }
    }

    public static func authorAndBook(id: Int64) -> ReadQuery<AuthorAndBookRow?> {
        ReadQuery(optional: Statements.authorAndBook, [.integer(id)])
    }

    /// A row of `authorAndBook`.
    public nonisolated struct AuthorAndBookRow: Sendable, Equatable {
        public let writer: String
        public let books: BooksRow
        public let authors: AuthorsRow

        init(row: borrowing ResultRow) throws(XtraqError) {
            writer = try row.text(0)
            books = try row.embedded(1, BooksRow.init(row:))
            authors = try row.embedded(8, AuthorsRow.init(row:))
        }
    }

    public static func bookPairs() -> RowsQuery<BookPairsRow> {
        RowsQuery(Statements.bookPairs)
    }

    /// A row of `bookPairs`.
    public nonisolated struct BookPairsRow: Sendable, Equatable {
        public let one: BooksRow
        public let other: BooksRow

        init(row: borrowing ResultRow) throws(XtraqError) {
            one = try row.embedded(0, BooksRow.init(row:))
            other = try row.embedded(7, BooksRow.init(row:))
        }
    }

    /// Each may be missing.
    public static func allBooksAndAuthors() -> RowsQuery<AllBooksAndAuthorsRow> {
        RowsQuery(Statements.allBooksAndAuthors)
    }

    /// A row of `allBooksAndAuthors`.
    public nonisolated struct AllBooksAndAuthorsRow: Sendable, Equatable {
        public let books: BooksRow?
        public let authors: AuthorsRow?

        init(row: borrowing ResultRow) throws(XtraqError) {
            books = try row.optionalEmbedded(0, count: 7, BooksRow.init(row:))
            authors = try row.optionalEmbedded(7, count: 3, AuthorsRow.init(row:))
        }
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let booksAndAuthors: QueryStatement<Language.BooksAndAuthorsRow> = .init(
        "language.booksAndAuthors",
        """
        SELECT "b"."id", "b"."author_id", "b"."title", "b"."price", "b"."note", "b"."key", "b"."cover", "a"."id", "a"."name", "a"."born", length(b.title) AS title_length
        FROM books AS b
        LEFT JOIN authors AS a ON a.id = b.author_id
        ORDER BY b.id
        """,
        columns: ["id", "author_id", "title", "price", "note", "key", "cover", "id", "name", "born", "title_length"],
        decode: Language.BooksAndAuthorsRow.init(row:)
    )

    static let authorAndBook: QueryStatement<Language.AuthorAndBookRow> = .init(
        "language.authorAndBook",
        """
        SELECT authors.name AS writer, "books"."id", "books"."author_id", "books"."title", "books"."price", "books"."note", "books"."key", "books"."cover", "authors"."id", "authors"."name", "authors"."born"
        FROM books
        JOIN authors ON authors.id = books.author_id
        WHERE books.id = :id
        """,
        columns: ["writer", "id", "author_id", "title", "price", "note", "key", "cover", "id", "name", "born"],
        decode: Language.AuthorAndBookRow.init(row:)
    )

    static let bookPairs: QueryStatement<Language.BookPairsRow> = .init(
        "language.bookPairs",
        """
        SELECT "one"."id", "one"."author_id", "one"."title", "one"."price", "one"."note", "one"."key", "one"."cover", "other"."id", "other"."author_id", "other"."title", "other"."price", "other"."note", "other"."key", "other"."cover"
        FROM books one JOIN books other ON other.author_id = one.author_id AND other.id > one.id
        ORDER BY one.id, other.id
        """,
        columns: [
            "id", "author_id", "title", "price", "note", "key", "cover", "id", "author_id", "title", "price", "note",
            "key", "cover"
        ],
        decode: Language.BookPairsRow.init(row:)
    )

    static let allBooksAndAuthors: QueryStatement<Language.AllBooksAndAuthorsRow> = .init(
        "language.allBooksAndAuthors",
        """
        SELECT "books"."id", "books"."author_id", "books"."title", "books"."price", "books"."note", "books"."key", "books"."cover", "authors"."id", "authors"."name", "authors"."born"
        FROM books
        FULL JOIN authors ON authors.id = books.author_id
        ORDER BY books.id, authors.id
        """,
        columns: ["id", "author_id", "title", "price", "note", "key", "cover", "id", "name", "born"],
        decode: Language.AllBooksAndAuthorsRow.init(row:)
    )
}
