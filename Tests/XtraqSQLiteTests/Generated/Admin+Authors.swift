// xtraq:generated v1 — do not edit. Source: Queries/admin/authors.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Admin {
    /// Adds an author.
    public static func addAuthor(name: String, born: Date?) -> WriteQuery<Int64> {
        WriteQuery(rowID: Statements.addAuthor, [.text(name), .date(born)])
    }

    public static func authors() -> RowsQuery<AuthorRow> {
        RowsQuery(Statements.authors)
    }

    @available(*, deprecated, message: "Authors stay.")
    public static func deleteAuthor(id: Int64) -> WriteQuery<Int> {
        WriteQuery(changes: Statements.deleteAuthor, [.integer(id)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let addAuthor: QueryStatement<Void> = .init(
        "admin.add_author",
        "INSERT INTO author (name, born) VALUES (:name, :born)"
    )

    static let authors: QueryStatement<Admin.AuthorRow> = .init(
        "admin.authors",
        "SELECT * FROM author ORDER BY id",
        columns: ["id", "name", "born"],
        decode: Admin.AuthorRow.init(row:)
    )

    static let deleteAuthor: QueryStatement<Void> = .init(
        "admin.delete_author",
        "DELETE FROM author WHERE id = :id"
    )
}
