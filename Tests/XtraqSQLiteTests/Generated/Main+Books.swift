// xtraq:generated v1 — do not edit. Source: Queries/books.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Main {
    /// Adds a book and returns it with its number.
    ///
    /// - Note: `*/` and """ do no harm here.
    public static func addBook(
        authorID: Int64,
        title: String,
        isbn: String?,
        price: Decimal,
        cover: Data?,
        addedAt: Date,
        inPrint: Bool,
        rating: Double?
    ) -> WriteQuery<BookRow> {
        WriteQuery(one: Statements.addBook, [
            .integer(authorID), .text(title), .text(isbn), .decimal(price), .blob(cover), .date(addedAt),
            .boolean(inPrint), .real(rating)
        ])
    }

    /// The book of that number.
    public static func book(id: Int64) -> ReadQuery<BookRow> {
        ReadQuery(one: Statements.book, [.integer(id)])
    }

    public static func findBook(_ value: String) -> ReadQuery<BookRow?> {
        ReadQuery(optional: Statements.findBook, [.text(value)])
    }

    public static func listBooks(limit: Int64, offset: Int64) -> RowsQuery<BookRow> {
        RowsQuery(Statements.listBooks, [.integer(limit), .integer(offset)])
    }

    public static func countBooks() -> ReadQuery<Int64> {
        ReadQuery(one: Statements.countBooks)
    }

    public static func titles() -> RowsQuery<String> {
        RowsQuery(Statements.titles)
    }

    public static func cover(id: Int64) -> ReadQuery<CoverRow?> {
        ReadQuery(optional: Statements.cover, [.integer(id)])
    }

    /// A row of `cover`.
    public nonisolated struct CoverRow: Sendable, Hashable, Codable {
        public let cover: Data?

        /// Makes a row, for tests.
        public init(cover: Data?) {
            self.cover = cover
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            cover = try row.optionalBlob(0)
        }
    }

    public static func booksWithAuthors(pattern: String) -> RowsQuery<BooksWithAuthorsRow> {
        RowsQuery(Statements.booksWithAuthors, [.text(pattern)])
    }

    /// A row of `booksWithAuthors`.
    public nonisolated struct BooksWithAuthorsRow: Sendable, Hashable, Codable {
        public let bookID: Int64
        public let authorID: Int64?
        public let title: String
        public let name: String?

        /// Makes a row, for tests.
        public init(bookID: Int64, authorID: Int64?, title: String, name: String?) {
            self.bookID = bookID
            self.authorID = authorID
            self.title = title
            self.name = name
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            bookID = try row.integer(0)
            authorID = try row.optionalInteger(1)
            title = try row.text(2)
            name = try row.optionalText(3)
        }
    }

    public static func renameBook(title: String, id: Int64) -> WriteQuery<Int> {
        WriteQuery(changes: Statements.renameBook, [.text(title), .integer(id)])
    }

    public static func deleteBook(id: Int64) -> WriteQuery<Void> {
        WriteQuery(Statements.deleteBook, [.integer(id)])
    }

    public static func upsertBook(id: Int64, authorID: Int64, title: String, isbn: String?) -> WriteQuery<BookTitle?> {
        WriteQuery(optional: Statements.upsertBook, [.integer(id), .integer(authorID), .text(title), .text(isbn)])
    }

    public static func bookTitles() -> RowsQuery<BookTitle> {
        RowsQuery(Statements.bookTitles)
    }

    public static func reprice(amount: Decimal) -> WriteQuery<[RepriceRow]> {
        WriteQuery(many: Statements.reprice, [.decimal(amount)])
    }

    /// A row of `reprice`.
    public nonisolated struct RepriceRow: Sendable, Hashable, Codable {
        public let id: Int64
        public let price: Decimal

        /// Makes a row, for tests.
        public init(id: Int64, price: Decimal) {
            self.id = id
            self.price = price
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            price = try row.decimal(1)
        }
    }

    public static func addISBNIfMissing(isbn: String) -> WriteQuery<Int64> {
        WriteQuery(rowID: Statements.addISBNIfMissing, [.text(isbn)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let addBook: QueryStatement<Main.BookRow> = .init(
        "main.addBook",
        """
        INSERT INTO book (author_id, title, isbn, price, cover, added_at, in_print, rating)
        VALUES (:author_id, :title, :isbn, :price, :cover, :added_at, :in_print, :rating)
        RETURNING *
        """,
        columns: ["id", "author_id", "title", "isbn", "price", "cover", "added_at", "in_print", "rating"],
        decode: Main.BookRow.init(row:)
    )

    static let book: QueryStatement<Main.BookRow> = .init(
        "main.book",
        "SELECT * FROM book WHERE id = :id",
        columns: ["id", "author_id", "title", "isbn", "price", "cover", "added_at", "in_print", "rating"],
        decode: Main.BookRow.init(row:)
    )

    static let findBook: QueryStatement<Main.BookRow> = .init(
        "main.find_book",
        "SELECT * FROM book WHERE isbn = ?",
        columns: ["id", "author_id", "title", "isbn", "price", "cover", "added_at", "in_print", "rating"],
        decode: Main.BookRow.init(row:)
    )

    static let listBooks: QueryStatement<Main.BookRow> = .init(
        "main.list_books",
        "SELECT * FROM book ORDER BY id LIMIT :limit OFFSET :offset",
        columns: ["id", "author_id", "title", "isbn", "price", "cover", "added_at", "in_print", "rating"],
        decode: Main.BookRow.init(row:)
    )

    static let countBooks: QueryStatement<Int64> = .init(
        "main.count_books",
        "SELECT count(*) AS n FROM book",
        columns: ["n"],
        decode: FirstColumn.integer
    )

    static let titles: QueryStatement<String> = .init(
        "main.titles",
        "SELECT title FROM book ORDER BY title",
        columns: ["title"],
        decode: FirstColumn.text
    )

    static let cover: QueryStatement<Main.CoverRow> = .init(
        "main.cover",
        "SELECT cover FROM book WHERE id = :id",
        columns: ["cover"],
        decode: Main.CoverRow.init(row:)
    )

    static let booksWithAuthors: QueryStatement<Main.BooksWithAuthorsRow> = .init(
        "main.books_with_authors",
        #"""
        SELECT b.id, a.id, b.title, a.name
        FROM book b
        LEFT JOIN author a ON a.id = b.author_id
        WHERE b.title LIKE '%' || :pattern || '%' ESCAPE '\'
        ORDER BY b.id
        """#,
        columns: ["id", "id", "title", "name"],
        decode: Main.BooksWithAuthorsRow.init(row:)
    )

    static let renameBook: QueryStatement<Void> = .init(
        "main.rename_book",
        "UPDATE book SET title = :title WHERE id = :id"
    )

    static let deleteBook: QueryStatement<Void> = .init(
        "main.delete_book",
        "DELETE FROM book WHERE id = :id"
    )

    static let upsertBook: QueryStatement<Main.BookTitle> = .init(
        "main.upsert_book",
        """
        INSERT INTO book (id, author_id, title, isbn, price, added_at)
        VALUES (:id, :author_id, :title, :isbn, 0, '2024-01-01')
        ON CONFLICT (isbn) DO UPDATE SET title = excluded.title WHERE title <> excluded.title
        RETURNING id, title
        """,
        columns: ["id", "title"],
        decode: Main.BookTitle.init(row:)
    )

    static let bookTitles: QueryStatement<Main.BookTitle> = .init(
        "main.book_titles",
        "SELECT id, title FROM book ORDER BY id",
        columns: ["id", "title"],
        decode: Main.BookTitle.init(row:)
    )

    static let reprice: QueryStatement<Main.RepriceRow> = .init(
        "main.reprice",
        "UPDATE book SET price = price + :amount RETURNING id, price",
        columns: ["id", "price"],
        decode: Main.RepriceRow.init(row:)
    )

    static let addISBNIfMissing: QueryStatement<Void> = .init(
        "main.add_isbn_if_missing",
        """
        INSERT INTO book (author_id, title, isbn, price, added_at) VALUES (1, 'x', :isbn, 0, '2024-01-01')
        ON CONFLICT DO NOTHING
        """
    )
}
