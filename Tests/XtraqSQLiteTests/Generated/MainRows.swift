// xtraq:generated v1 — do not edit.
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
import XtraqSQLite

nonisolated extension Main {
    /// A row of the table `book`, all columns.
    public nonisolated struct BookRow: Sendable, Hashable, Codable {
        public let id: Int64
        public let authorID: Int64
        public let title: String
        public let isbn: String?
        public let price: Decimal
        public let cover: Data?
        public let addedAt: Date
        public let inPrint: Bool
        public let rating: Double?

        /// Makes a row, for tests.
        public init(
            id: Int64,
            authorID: Int64,
            title: String,
            isbn: String?,
            price: Decimal,
            cover: Data?,
            addedAt: Date,
            inPrint: Bool,
            rating: Double?
        ) {
            self.id = id
            self.authorID = authorID
            self.title = title
            self.isbn = isbn
            self.price = price
            self.cover = cover
            self.addedAt = addedAt
            self.inPrint = inPrint
            self.rating = rating
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            authorID = try row.integer(1)
            title = try row.text(2)
            isbn = try row.optionalText(3)
            price = try row.decimal(4)
            cover = try row.optionalBlob(5)
            addedAt = try row.date(6)
            inPrint = try row.boolean(7)
            rating = try row.optionalReal(8)
        }
    }

    /// A row as several queries may return it.
    public nonisolated struct BookTitle: Sendable, Hashable, Codable {
        public let id: Int64
        public let title: String

        /// Makes a row, for tests.
        public init(id: Int64, title: String) {
            self.id = id
            self.title = title
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            title = try row.text(1)
        }
    }
}
