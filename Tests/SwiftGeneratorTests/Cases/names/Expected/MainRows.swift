// xtraq:generated v1 — do not edit.
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
import XtraqSQLite

nonisolated extension Main {
    /// A row of the table `order`, all columns.
    public nonisolated struct OrderRow: Sendable {
        public let id: Int64
        public let customerName: String
        public let `class`: String
        public let imageURL: URL?
        public let _2ndLine: String?
        public let größe: Double
        public let hashValue_: Data?

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            customerName = try row.text(1)
            `class` = try row.text(2)
            imageURL = try row.optionalURL(3)
            _2ndLine = try row.optionalText(4)
            größe = try row.real(5)
            hashValue_ = try row.optionalBlob(6)
        }
    }
}
