// xtraq:generated v1 — do not edit. Source: Queries/names.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Main {
    /// Query names in every spelling.
    public static func getOrder(id: Int64) -> ReadQuery<OrderRow> {
        ReadQuery(one: Statements.getOrder, [.integer(id)])
    }

    public static func get_user(in: Int64, default: String?) -> ReadQuery<Get_userRow> {
        ReadQuery(one: Statements.get_user, [.integer(`in`), .text(`default`)])
    }

    /// A row of `get_user`.
    public nonisolated struct Get_userRow: Sendable {
        public let n: Int64?
        public let `default`: String?

        init(row: borrowing ResultRow) throws(XtraqError) {
            n = try row.optionalInteger(0)
            `default` = try row.optionalText(1)
        }
    }

    public static func getUser(userID: Int64, userURL: URL) -> WriteQuery<Void> {
        WriteQuery(Statements.getUser, [.integer(userID), .url(userURL)])
    }

    public static func init_() -> WriteQuery<Void> {
        WriteQuery(Statements.init_)
    }

    /// Escapes: */ """ \(x) `code`
    @available(*, deprecated, message: "Use \"GetOrder\" \\ instead.")
    public static func `default`() -> RowsQuery<DefaultRow> {
        RowsQuery(Statements.`default`)
    }

    /// A row of `default`.
    public nonisolated struct DefaultRow: Sendable {
        public let id: Int64
        public let `class`: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            `class` = try row.text(1)
        }
    }

    public static func findByPosition(class: String, id: Int64) -> ReadQuery<Int64?> {
        ReadQuery(optional: Statements.findByPosition, [.text(`class`), .integer(id)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let getOrder: QueryStatement<Main.OrderRow> = .init(
        "main.GetOrder",
        """
        SELECT * FROM "order" WHERE id = :id
        """,
        columns: ["id", "Customer Name", "class", "image_url", "2nd_line", "größe", "hash_value"],
        decode: Main.OrderRow.init(row:)
    )

    static let get_user: QueryStatement<Main.Get_userRow> = .init(
        "main.get_user",
        """
        SELECT :in AS "n", :default AS "default"
        """,
        columns: ["n", "default"],
        decode: Main.Get_userRow.init(row:)
    )

    static let getUser: QueryStatement<Void> = .init(
        "main.getUser",
        """
        DELETE FROM "order" WHERE id = :user_id AND image_url = :user_url
        """
    )

    static let init_: QueryStatement<Void> = .init(
        "main.init",
        """
        DELETE FROM "order"
        """
    )

    static let `default`: QueryStatement<Main.DefaultRow> = .init(
        "main.default",
        ##"""
        SELECT id, "class" FROM "order" WHERE "Customer Name" <> '"""# \n' ORDER BY größe
        """##,
        columns: ["id", "class"],
        decode: Main.DefaultRow.init(row:)
    )

    static let findByPosition: QueryStatement<Int64> = .init(
        "main.find_by_position",
        """
        SELECT id FROM "order" WHERE "class" = ?1 AND id > ?2
        """,
        columns: ["id"],
        decode: FirstColumn.integer
    )
}
