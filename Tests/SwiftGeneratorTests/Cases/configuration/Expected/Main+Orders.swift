// xtraq:generated v1 — do not edit. Source: Queries/orders.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Main {
    public static func order(id: Int64) -> ReadQuery<OrdersRow> {
        ReadQuery(one: Statements.order, [.integer(id)])
    }

    public static func statuses() -> RowsQuery<OrderStatus> {
        RowsQuery(Statements.statuses)
    }

    public static func place(status: OrderStatus, total: Money, placedAt: Date, note: String?) -> WriteQuery<Int64> {
        WriteQuery(rowID: Statements.place, [.value(status), .value(total), .date(unixEpoch: placedAt), .text(note)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let order: QueryStatement<Main.OrdersRow> = .init(
        "main.order",
        "SELECT * FROM orders WHERE id = :id",
        columns: ["id", "status", "total", "placed_at", "note"],
        decode: Main.OrdersRow.init(row:)
    )

    static let statuses: QueryStatement<OrderStatus> = .init(
        "main.statuses",
        "SELECT DISTINCT status FROM orders",
        columns: ["status"],
        decode: FirstColumn.value
    )

    static let place: QueryStatement<Void> = .init(
        "main.place",
        """
        INSERT INTO orders (status, total, placed_at, note) VALUES (:status, :total, :placed_at, :note)
        """
    )
}
