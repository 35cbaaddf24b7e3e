// xtraq:generated v1 — do not edit.
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Language {
    /// A row of the table `authors`, all columns.
    public nonisolated struct AuthorsRow: Sendable, Equatable {
        public let id: Int64
        public let name: String
        public let born: Date?

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            name = try row.text(1)
            born = try row.optionalDate(2)
        }
    }

    /// A row of the table `books`, all columns.
    public nonisolated struct BooksRow: Sendable, Equatable {
        public let id: Int64
        public let authorID: Int64?
        public let title: String
        public let price: Double
        public let note: String?
        public let key: UUID?
        public let cover: Data?

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            authorID = try row.optionalInteger(1)
            title = try row.text(2)
            price = try row.real(3)
            note = try row.optionalText(4)
            key = try row.optionalUUID(5)
            cover = try row.optionalBlob(6)
        }
    }

    /// A row as several queries may return it.
    public nonisolated struct Titled: Sendable, Equatable {
        public let id: Int64
        public let data: JSONText<DataObject>

        init(row: borrowing ResultRow) throws(XtraqError) {
            id = try row.integer(0)
            data = try row.json(1)
        }

        /// An object in the JSON of `data`.
        public nonisolated struct DataObject: Sendable, Codable, Equatable {
            public let title: String

            private nonisolated enum CodingKeys: String, JSONTextKey {
                case title
            }
        }
    }
}
