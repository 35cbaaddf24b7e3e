// xtraq:generated v1 — do not edit. Source: Queries/authors.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension Main {
    public static func authors2() -> RowsQuery<AuthorRow> {
        RowsQuery(Statements.authors2)
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let authors2: QueryStatement<Main.AuthorRow> = .init(
        "main.authors2",
        "SELECT * FROM author",
        columns: ["id", "name", "born"],
        decode: Main.AuthorRow.init(row:)
    )
}
