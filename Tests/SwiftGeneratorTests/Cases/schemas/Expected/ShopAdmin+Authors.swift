// xtraq:generated v1 — do not edit. Source: Queries/shop/admin/authors.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension ShopAdmin {
    public static func authors() -> RowsQuery<AuthorRow> {
        RowsQuery(Statements.authors)
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let authors: QueryStatement<ShopAdmin.AuthorRow> = .init(
        "shop_admin.authors",
        "SELECT * FROM author",
        columns: ["id", "name", "born"],
        decode: ShopAdmin.AuthorRow.init(row:)
    )
}
