// xtraq:generated v1 — do not edit. Source: Queries/Authors.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension Main {
    public static func authors() -> RowsQuery<AuthorRow> {
        RowsQuery(Statements.authors)
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
}
