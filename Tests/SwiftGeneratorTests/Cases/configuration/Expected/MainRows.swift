// xtraq:generated v1 — do not edit.
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
import XtraqSQLite

nonisolated extension Main {
    /// A row of the table `orders`, all columns.
    public nonisolated struct OrdersRow: Sendable, Hashable, Codable {
        public let id: Int64
        public let status: OrderStatus
        public let total: Money
        public let placedAt: Date
        public let note: String?

        /// Makes a row, for tests.
        public init(id: Int64, status: OrderStatus, total: Money, placedAt: Date, note: String?) {
            self.id = id
            self.status = status
            self.total = total
            self.placedAt = placedAt
            self.note = note
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            status = try row.value(1)
            total = try row.value(2)
            placedAt = try row.date(3)
            note = try row.optionalText(4)
        }
    }
}
