// xtraq:generated v1 — do not edit.
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
import XtraqSQLite

nonisolated extension Main {
    /// A row of the table `author`, all columns.
    public nonisolated struct AuthorRow: Sendable {
        public let id: Int64
        public let name: String
        public let born: Date?

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            name = try row.text(1)
            born = try row.optionalDate(2)
        }
    }
}
