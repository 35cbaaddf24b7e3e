// xtraq:generated v1 — do not edit. Source: Queries/authors.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Main {
    public static func authors() -> RowsQuery<AuthorRow> {
        RowsQuery(Statements.authors)
    }

    public static func author(id: Int64) -> ReadQuery<AuthorRow> {
        ReadQuery(one: Statements.author, [.integer(id)])
    }

    public static func authorNames() -> RowsQuery<Named> {
        RowsQuery(Statements.authorNames)
    }

    public static func insertAuthor(name: String, born: Date?) -> WriteQuery<AuthorRow> {
        WriteQuery(one: Statements.insertAuthor, [.text(name), .date(born)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let authors: QueryStatement<Main.AuthorRow> = .init(
        "main.authors",
        "SELECT * FROM author",
        columns: ["id", "name", "born"],
        decode: Main.AuthorRow.init(row:)
    )

    static let author: QueryStatement<Main.AuthorRow> = .init(
        "main.author",
        "SELECT id, name, born FROM author WHERE id = :id",
        columns: ["id", "name", "born"],
        decode: Main.AuthorRow.init(row:)
    )

    static let authorNames: QueryStatement<Main.Named> = .init(
        "main.author_names",
        "SELECT id, name FROM author",
        columns: ["id", "name"],
        decode: Main.Named.init(row:)
    )

    static let insertAuthor: QueryStatement<Main.AuthorRow> = .init(
        "main.insertAuthor",
        "INSERT INTO author (name, born) VALUES (:name, :born) RETURNING *",
        columns: ["id", "name", "born"],
        decode: Main.AuthorRow.init(row:)
    )
}
