// xtraq:generated v1 — do not edit. Source: Queries/data/authors.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension DataSchema {
    public static func authors() -> RowsQuery<AuthorRow> {
        RowsQuery(Statements.authors)
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let authors: QueryStatement<DataSchema.AuthorRow> = .init(
        "data.authors",
        "SELECT * FROM author",
        columns: ["id", "name", "born"],
        decode: DataSchema.AuthorRow.init(row:)
    )
}
