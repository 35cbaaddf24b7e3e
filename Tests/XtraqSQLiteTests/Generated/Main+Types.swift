// xtraq:generated v1 — do not edit. Source: Queries/types.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Main {
    public static func storeEveryType(
        int: Int64?,
        small: Int16?,
        real: Double?,
        text: String?,
        flag: Bool?,
        data: Data?,
        bytes: [UInt8]?,
        date: Date?,
        uuid: UUID?,
        decimal: Decimal?,
        url: URL?,
        shelf: Shelf?,
        priority: Priority?,
        money: Money?
    ) -> WriteQuery<Void> {
        WriteQuery(Statements.storeEveryType, [
            .integer(int), .integer(exactly: small), .real(real), .text(text), .boolean(flag), .blob(data),
            .bytes(bytes), .date(date), .uuid(uuid), .decimal(decimal), .url(url), .value(shelf), .value(priority),
            .value(money)
        ])
    }

    public static func everyType() -> ReadQuery<EveryTypeRow> {
        ReadQuery(one: Statements.everyType)
    }

    /// A row of `everyType`.
    public nonisolated struct EveryTypeRow: Sendable, Hashable, Codable {
        public let int: Int64
        public let small: Int16
        public let real: Double
        public let text: String
        public let flag: Bool
        public let data: Data
        public let bytes: [UInt8]
        public let date: Date
        public let uuid: UUID
        public let decimal: Decimal
        public let url: URL
        public let shelf: Shelf
        public let priority: Priority
        public let money: Money

        /// Makes a row, for tests.
        public init(
            int: Int64,
            small: Int16,
            real: Double,
            text: String,
            flag: Bool,
            data: Data,
            bytes: [UInt8],
            date: Date,
            uuid: UUID,
            decimal: Decimal,
            url: URL,
            shelf: Shelf,
            priority: Priority,
            money: Money
        ) {
            self.int = int
            self.small = small
            self.real = real
            self.text = text
            self.flag = flag
            self.data = data
            self.bytes = bytes
            self.date = date
            self.uuid = uuid
            self.decimal = decimal
            self.url = url
            self.shelf = shelf
            self.priority = priority
            self.money = money
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            int = try row.integer(0)
            small = try row.exactInteger(1)
            real = try row.real(2)
            text = try row.text(3)
            flag = try row.boolean(4)
            data = try row.blob(5)
            bytes = try row.bytes(6)
            date = try row.date(7)
            uuid = try row.uuid(8)
            decimal = try row.decimal(9)
            url = try row.url(10)
            shelf = try row.value(11)
            priority = try row.value(12)
            money = try row.value(13)
        }
    }

    public static func everyTypeOrNull() -> RowsQuery<EveryTypeOrNullRow> {
        RowsQuery(Statements.everyTypeOrNull)
    }

    /// A row of `everyTypeOrNull`.
    public nonisolated struct EveryTypeOrNullRow: Sendable, Hashable, Codable {
        public let int: Int64?
        public let small: Int16?
        public let real: Double?
        public let text: String?
        public let flag: Bool?
        public let data: Data?
        public let bytes: [UInt8]?
        public let date: Date?
        public let uuid: UUID?
        public let decimal: Decimal?
        public let url: URL?
        public let shelf: Shelf?
        public let priority: Priority?
        public let money: Money?

        /// Makes a row, for tests.
        public init(
            int: Int64?,
            small: Int16?,
            real: Double?,
            text: String?,
            flag: Bool?,
            data: Data?,
            bytes: [UInt8]?,
            date: Date?,
            uuid: UUID?,
            decimal: Decimal?,
            url: URL?,
            shelf: Shelf?,
            priority: Priority?,
            money: Money?
        ) {
            self.int = int
            self.small = small
            self.real = real
            self.text = text
            self.flag = flag
            self.data = data
            self.bytes = bytes
            self.date = date
            self.uuid = uuid
            self.decimal = decimal
            self.url = url
            self.shelf = shelf
            self.priority = priority
            self.money = money
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            int = try row.optionalInteger(0)
            small = try row.optionalExactInteger(1)
            real = try row.optionalReal(2)
            text = try row.optionalText(3)
            flag = try row.optionalBoolean(4)
            data = try row.optionalBlob(5)
            bytes = try row.optionalBytes(6)
            date = try row.optionalDate(7)
            uuid = try row.optionalUUID(8)
            decimal = try row.optionalDecimal(9)
            url = try row.optionalURL(10)
            shelf = try row.optionalValue(11)
            priority = try row.optionalValue(12)
            money = try row.optionalValue(13)
        }
    }

    public static func echo(text: String) -> ReadQuery<String> {
        ReadQuery(one: Statements.echo, [.text(text)])
    }

    public static func shelf() -> ReadQuery<Shelf?> {
        ReadQuery(optional: Statements.shelf)
    }

    /// Names that Swift keeps to itself.
    public static func `default`(in: Int64, self_: String) -> ReadQuery<DefaultRow> {
        ReadQuery(one: Statements.`default`, [.integer(`in`), .text(self_)])
    }

    /// A row of `default`.
    public nonisolated struct DefaultRow: Sendable, Hashable, Codable {
        public let `class`: Int64
        public let self_: String
        public let _2ndPlace: Int64

        /// Makes a row, for tests.
        public init(`class`: Int64, self_: String, _2ndPlace: Int64) {
            self.`class` = `class`
            self.self_ = self_
            self._2ndPlace = _2ndPlace
        }

        init(row: borrowing ResultRow) throws(XtraqError) {
            `class` = try row.integer(0)
            self_ = try row.text(1)
            _2ndPlace = try row.integer(2)
        }
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let storeEveryType: QueryStatement<Void> = .init(
        "main.store_every_type",
        """
        INSERT INTO every (int, small, real, text, flag, data, bytes, date, uuid, decimal, url, shelf, priority, money) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        """
    )

    static let everyType: QueryStatement<Main.EveryTypeRow> = .init(
        "main.every_type",
        """
        SELECT int, small, real, text, flag, data, bytes, date, uuid, decimal, url, shelf, priority, money FROM every
        """,
        columns: [
            "int", "small", "real", "text", "flag", "data", "bytes", "date", "uuid", "decimal", "url", "shelf",
            "priority", "money"
        ],
        decode: Main.EveryTypeRow.init(row:)
    )

    static let everyTypeOrNull: QueryStatement<Main.EveryTypeOrNullRow> = .init(
        "main.every_type_or_null",
        """
        SELECT int, small, real, text, flag, data, bytes, date, uuid, decimal, url, shelf, priority, money FROM every
        """,
        columns: [
            "int", "small", "real", "text", "flag", "data", "bytes", "date", "uuid", "decimal", "url", "shelf",
            "priority", "money"
        ],
        decode: Main.EveryTypeOrNullRow.init(row:)
    )

    static let echo: QueryStatement<String> = .init(
        "main.echo",
        """
        SELECT CAST(:text AS TEXT) AS "text"
        """,
        columns: ["text"],
        decode: FirstColumn.text
    )

    static let shelf: QueryStatement<Shelf> = .init(
        "main.shelf",
        "SELECT shelf FROM every",
        columns: ["shelf"],
        decode: FirstColumn.value
    )

    static let `default`: QueryStatement<Main.DefaultRow> = .init(
        "main.default",
        """
        SELECT :in AS "class", :self AS "self", 2 AS "2nd place"
        """,
        columns: ["class", "self", "2nd place"],
        decode: Main.DefaultRow.init(row:)
    )
}
