import Foundation
import GRDB
import TestSupport
import Testing
import XtraqSQLite

@Suite
struct ValueTests {
    let queue: DatabaseQueue

    init() throws {
        queue = try LibraryDatabase.queue()
    }

    static let date = Date(timeIntervalSince1970: 1_700_000_000.123)

    private func store(_ db: Database) throws {
        try Main.storeEveryType(
            int: .min, small: -32768, real: 0.1, text: "a\u{0}b 😀 é", flag: true, data: Data([0, 255]), bytes: [],
            date: Self.date, uuid: UUID(uuidString: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"),
            decimal: Decimal(string: "12345678901234567890.5"),
            url: URL(string: "https://example.org/ä"), shelf: .science, priority: .high, money: Money(cents: -5)
        ).run(db)
    }

    @Test
    func everyTypeComesBackAsItWas() throws {
        try queue.write { db in
            try store(db)
            let row = try Main.everyType().fetch(db)
            #expect(row.int == .min)
            #expect(row.small == -32768)
            #expect(row.real == 0.1)
            #expect(row.text == "a\u{0}b 😀 é")
            #expect(row.flag)
            #expect(row.data == Data([0, 255]))
            #expect(row.bytes == [])
            #expect(abs(row.date.timeIntervalSince(Self.date)) < 0.0005)
            #expect(row.uuid.uuidString == "6BA7B810-9DAD-11D1-80B4-00C04FD430C8")
            #expect(row.decimal.description == "12345678901234567890.5")
            #expect(row.url.absoluteString == URL(string: "https://example.org/ä")?.absoluteString)
            #expect(row.shelf == .science)
            #expect(row.priority == .high)
            #expect(row.money == Money(cents: -5))
            // What GRDB itself makes of what was stored.
            let stored = try Row.fetchOne(db, sql: "SELECT * FROM every")
            #expect(stored?["date"] == "2023-11-14 22:13:20.123")
            #expect(
                try Date.fetchOne(db, sql: "SELECT date FROM every").map {
                    abs($0.timeIntervalSince(Self.date)) < 0.001
                } == true)
            #expect(try UUID.fetchOne(db, sql: "SELECT uuid FROM every") == row.uuid)
            #expect(try Int.fetchOne(db, sql: "SELECT length(CAST(text AS BLOB)) FROM every") == 11)
            #expect(try String.fetchOne(db, sql: "SELECT typeof(bytes) FROM every") == "blob")
        }
    }

    @Test
    func everyTypeTakesNull() throws {
        try queue.write { db in
            try Main.storeEveryType(
                int: nil, small: nil, real: nil, text: nil, flag: nil, data: nil, bytes: nil, date: nil, uuid: nil,
                decimal: nil,
                url: nil, shelf: nil, priority: nil, money: nil
            ).run(db)
            let rows = try Main.everyTypeOrNull().fetch(db)
            let null = Main.EveryTypeOrNullRow(
                int: nil, small: nil, real: nil, text: nil, flag: nil, data: nil, bytes: nil, date: nil, uuid: nil,
                decimal: nil,
                url: nil, shelf: nil, priority: nil, money: nil)
            #expect(rows == [null])
        }
    }

    @Test(arguments: ["", "\u{0}", "'; DROP TABLE book; --", "日本語", "e\u{301}", "\u{1F469}\u{200D}\u{1F680}"])
    func textComesBackAsItWas(_ text: String) throws {
        #expect(try queue.read { try Main.echo(text: text).fetch($0) } == text)
    }

    @Test
    func longTextComesBackAsItWas() throws {
        let text = String(repeating: "ä", count: 100_000)
        #expect(try queue.read { try Main.echo(text: text).fetch($0) } == text)
    }

    @Test(arguments: [Int64.min, -1, 0, 1, 1 << 53, .max])
    func integersComeBackAsTheyWere(_ value: Int64) throws {
        try queue.write { db in
            try db.execute(sql: "INSERT INTO every (int) VALUES (?)", arguments: [value])
            #expect(try Main.everyTypeOrNull().fetch(db).first?.int == value)
        }
    }

    /// The column of table `every`, what it is made to hold, what must come of it.
    static let misfits: [(column: String, sql: String, code: XtraqError.Code)] = [
        ("int", "'1'", .wrongStorageClass), ("int", "1.5", .wrongStorageClass), ("int", "NULL", .unexpectedNull),
        ("small", "32768", .invalidValue), ("small", "-32769", .invalidValue), ("small", "'x'", .wrongStorageClass),
        ("real", "'1.5'", .wrongStorageClass), ("real", "9007199254740993", .invalidValue),
        ("real", "NULL", .unexpectedNull),
        ("text", "1", .wrongStorageClass), ("text", "x'41'", .wrongStorageClass),
        ("text", "CAST(x'C328' AS TEXT)", .invalidValue),
        ("flag", "2", .invalidValue), ("flag", "'true'", .wrongStorageClass),
        ("data", "'text'", .wrongStorageClass), ("bytes", "0", .wrongStorageClass),
        ("date", "'yesterday'", .invalidValue), ("date", "'2023-02-29'", .invalidValue),
        ("date", "'2023-01-01 25:00'", .invalidValue),
        ("date", "'12:00'", .invalidValue), ("date", "x'00'", .wrongStorageClass),
        ("uuid", "'6BA7B810'", .invalidValue), ("uuid", "x'00112233'", .invalidValue),
        ("uuid", "7", .wrongStorageClass),
        ("decimal", "'12 apples'", .invalidValue), ("decimal", "''", .invalidValue),
        ("decimal", "x'01'", .wrongStorageClass),
        ("url", "''", .invalidValue), ("url", "1", .wrongStorageClass),
        ("shelf", "'cookery'", .invalidValue), ("shelf", "NULL", .unexpectedNull),
        ("priority", "3", .invalidValue), ("money", "'much'", .invalidValue),
    ]

    @Test(arguments: misfits)
    func whatDoesNotFitIsATypedError(_ misfit: (column: String, sql: String, code: XtraqError.Code)) throws {
        try queue.write { db in
            try store(db)
            try db.execute(sql: "UPDATE every SET \(misfit.column) = \(misfit.sql)")
            let error = xtraqError { _ = try Main.everyType().fetch(db) }
            #expect(error?.code == misfit.code)
            #expect(error?.query == "main.every_type")
            #expect(error?.column == misfit.column)
            #expect(error?.expected != nil)
            #expect(error?.found != nil)
        }
    }

    @Test
    func errorsSayWhatAndWhereButNoValue() throws {
        try queue.write { db in
            try store(db)
            try db.execute(sql: "UPDATE every SET shelf = 'cookery'")
            let error = xtraqError { _ = try Main.everyType().fetch(db) }
            #expect(
                error?.description
                    == #"main.every_type, column "shelf": value not understood: expected Shelf, found another TEXT"#)
            #expect(error?.foundValue == #""cookery""#)
        }
    }

    static let spellings: [(String, Double)] = [
        ("'2023-11-14'", 1_699_920_000.0), ("'2023-11-14 22:13'", 1_700_000_000 - 20),
        ("'2023-11-14 22:13:20'", 1_700_000_000),
        ("'2023-11-14T22:13:20Z'", 1_700_000_000), ("'2023-11-14T22:13:20.5+02:00'", 1_699_992_800.5),
        ("'2023-11-14 17:13:20 -05:00'", 1_700_000_000), ("'0000-01-01'", -62_167_219_200),
        ("'9999-12-31 23:59:59'", 253_402_300_799),
        ("'2024-02-29'", 1_709_164_800), ("1700000000", 1_700_000_000), ("-1", -1),
        ("julianday('2023-11-14 22:13:20')", 1_700_000_000),
        ("1700000000.25", 1_700_000_000.25),
    ]

    @Test(arguments: spellings)
    func datesInAllSpellings(_ sql: String, _ seconds: Double) throws {
        try queue.write { db in
            try db.execute(sql: "INSERT INTO every (date) VALUES (\(sql))")
            let date = try #require(try Main.everyTypeOrNull().fetch(db).first?.date)
            #expect(abs(date.timeIntervalSince1970 - seconds) < 0.001)
        }
    }

    /// Against SQLite's own date functions.
    @Test
    func datesAgreeWithSQLite() throws {
        try queue.write { db in
            let seed = UInt64.random(in: 0...UInt64.max)
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<500 {
                let seconds = Int64.random(in: -62_167_219_200..<253_402_300_800, using: &generator)
                let spelled = try String.fetchOne(db, sql: "SELECT datetime(?, 'unixepoch')", arguments: [seconds])
                try db.execute(
                    sql: "DELETE FROM every; INSERT INTO every (date) VALUES (datetime(\(seconds), 'unixepoch'))")
                let date = try Main.everyTypeOrNull().fetch(db).first?.date
                #expect(
                    date == Date(timeIntervalSince1970: Double(seconds)), "\(seconds) as \(spelled ?? ""), seed \(seed)"
                )
                try Main.storeDate(date, db)
                #expect(try String.fetchOne(db, sql: "SELECT datetime(date) FROM every") == spelled)
            }
        }
    }

    @Test
    func argumentsThatCannotBeStoredAreRefused() throws {
        try queue.write { db in
            let error = xtraqError { try Main.reprice(amount: .nan).run(db) }
            #expect(error?.code == .invalidArgument)
            #expect(
                error?.description
                    == #"main.reprice, parameter ":amount": argument cannot be stored: expected a number"#)
            #expect(
                xtraqError { try Main.storeDate(.distantFuture.addingTimeInterval(1e12), db) }?.code == .invalidArgument
            )
        }
    }

    @Test
    func reservedNamesWork() throws {
        try queue.read { db in
            let row = try Main.default(in: 7, self_: "me").fetch(db)
            #expect(row.class == 7)
            #expect(row.self_ == "me")
            #expect(row._2ndPlace == 2)
        }
    }
}

extension Main {
    /// Stores a date in a row of its own.
    fileprivate static func storeDate(_ date: Date?, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM every")
        try storeEveryType(
            int: nil, small: nil, real: nil, text: nil, flag: nil, data: nil, bytes: nil, date: date, uuid: nil,
            decimal: nil, url: nil,
            shelf: nil, priority: nil, money: nil
        ).run(db)
    }
}
