// xtraq:generated v1 — do not edit.
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
import XtraqSQLite

nonisolated extension Admin {
    /// A row of the table `author`, all columns.
    public nonisolated struct AuthorRow: Sendable, Hashable, Codable {
        public let id: Int64
        public let name: String
        public let born: Date?

        /// Makes a row, for tests.
        public init(id: Int64, name: String, born: Date?) {
            self.id = id
            self.name = name
            self.born = born
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            name = try row.text(1)
            born = try row.optionalDate(2)
        }
    }
}
