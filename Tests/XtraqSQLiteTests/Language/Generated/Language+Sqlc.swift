// xtraq:generated v1 — do not edit. Source: Queries/language/sqlc.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Language {
    public static func getAuthor(id: Int64) -> ReadQuery<AuthorsRow> {
        ReadQuery(one: Statements.getAuthor, [.integer(id)])
    }

    public static func createAuthor(name: String, born: Date?) -> WriteQuery<ExecutionResult> {
        WriteQuery(result: Statements.createAuthor, [.text(name), .date(born)])
    }

    public static func createAuthorID(name: String, born: Date?) -> WriteQuery<Int64> {
        WriteQuery(rowID: Statements.createAuthorID, [.text(name), .date(born)])
    }

    public static func renameAuthors(_ value1: String, _ value2: String) -> WriteQuery<Int> {
        WriteQuery(changes: Statements.renameAuthors, [.text(value2), .text(value1)])
    }

    public static func deleteAuthor(id: Int64) -> WriteQuery<Void> {
        WriteQuery(Statements.deleteAuthor, [.integer(id)])
    }

    public static func listAuthors(pattern: String, count: Int64) -> RowsQuery<ListAuthorsRow> {
        RowsQuery(Statements.listAuthors, [.text(pattern), .integer(count)])
    }

    /// A row of `listAuthors`.
    public nonisolated struct ListAuthorsRow: Sendable, Equatable {
        public let id: Int64
        public let name: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            name = try row.text(1)
        }
    }

    public static func updateAuthor(name: String?, born: Date?, id: Int64) -> WriteQuery<Void> {
        WriteQuery(Statements.updateAuthor, [.text(name), .date(born), .integer(id)])
    }

    public static func findBooks(title: String?, authorID: Int64?) -> RowsQuery<FindBooksRow> {
        RowsQuery(Statements.findBooks, [.text(title), .integer(authorID)])
    }

    /// A row of `findBooks`.
    public nonisolated struct FindBooksRow: Sendable, Equatable {
        public let id: Int64
        public let title: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            title = try row.text(1)
        }
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let getAuthor: QueryStatement<Language.AuthorsRow> = .init(
        "language.GetAuthor",
        "SELECT * FROM authors WHERE id = ?",
        columns: ["id", "name", "born"],
        decode: Language.AuthorsRow.init(row:)
    )

    static let createAuthor: QueryStatement<Void> = .init(
        "language.CreateAuthor",
        "INSERT INTO authors (name, born) VALUES (?, ?)"
    )

    static let createAuthorID: QueryStatement<Void> = .init(
        "language.CreateAuthorID",
        "INSERT INTO authors (name, born) VALUES (?1, ?2)"
    )

    static let renameAuthors: QueryStatement<Void> = .init(
        "language.RenameAuthors",
        "UPDATE authors SET name = $2 WHERE name = $1"
    )

    static let deleteAuthor: QueryStatement<Void> = .init(
        "language.DeleteAuthor",
        "DELETE FROM authors WHERE id = @id"
    )

    static let listAuthors: QueryStatement<Language.ListAuthorsRow> = .init(
        "language.ListAuthors",
        """
        SELECT id, name FROM authors WHERE lower(name) LIKE :pattern ORDER BY name LIMIT :count
        """,
        columns: ["id", "name"],
        decode: Language.ListAuthorsRow.init(row:)
    )

    static let updateAuthor: QueryStatement<Void> = .init(
        "language.UpdateAuthor",
        """
        UPDATE authors
        SET name = coalesce(:name, name), born = coalesce(:born, born)
        WHERE id = :id
        """
    )

    static let findBooks: QueryStatement<Language.FindBooksRow> = .init(
        "language.FindBooks",
        """
        SELECT id, title FROM books
        WHERE (:title IS NULL OR title = :title) AND (@author_id IS NULL OR author_id = @author_id)
        ORDER BY id
        """,
        columns: ["id", "title"],
        decode: Language.FindBooksRow.init(row:)
    )
}
