import Foundation
import GRDB
import TestSupport
import Testing
import XtraqSQLite

@Suite
struct LanguageListTests {
    let queue: DatabaseQueue

    init() throws {
        queue = try LanguageDatabase.queue()
    }

    private func ids(_ query: RowsQuery<Int64>) throws -> [Int64] {
        try queue.read { try query.fetch($0) }
    }

    @Test
    func aListFindsWhatItNames() throws {
        try queue.read { (db: Database) throws in
            #expect(try Language.booksByID(ids: [3, 1, 99, 3]).fetch(db).map(\.id) == [1, 3])
            #expect(
                try Language.booksBySlice(titles: ["Solaris", "The \"Dispossessed\"", "\\", "\n"]).fetch(db).map(\.id)
                    == [2, 3])
        }
    }

    @Test
    func anEmptyListMatchesNothingAndItsOppositeEverything() throws {
        try queue.write { (db: Database) throws in
            #expect(try Language.booksByID(ids: []).fetch(db).isEmpty)
            let all = try Language.booksWithoutNotes(notes: []).fetch(db)
            #expect(all.map(\.note) == ["first", nil, "sea", nil])
            #expect(try Language.booksWithoutNotes(notes: ["sea"]).fetch(db).map(\.id) == [1])
            #expect(try Language.forgetBooks(ids: []).run(db) == 0)
        }
    }

    /// SQLite's own limit is 32,766 parameters.
    @Test(arguments: [1_000, 32_766, 32_767, 100_000])
    func aListMayHaveAnyLength(_ count: Int) throws {
        try queue.read { (db: Database) throws in
            #expect(try Language.booksByID(ids: Array(1...Int64(count))).fetch(db).count == 4)
            #expect(try Language.booksWithoutNotes(notes: (0..<count).map { "note \($0)" }).fetch(db).count == 2)
        }
    }

    @Test
    func theSameStatementServesEveryLength() throws {
        try queue.read { (db: Database) throws in
            let sql = "SELECT id, title FROM books WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id"
            let first = try db.cachedStatement(sql: sql)
            for count in [0, 1, 7, 500] { _ = try Language.booksByID(ids: Array(0..<Int64(count))).fetch(db) }
            #expect(try db.cachedStatement(sql: sql) === first)
        }
    }

    @Test
    func severalListsStandBesideOtherParameters() throws {
        func ids(_ prices: [Double], _ authors: [Int64], not ids: [Int64]) throws -> [Int64] {
            try self.ids(
                Language.booksOfLists(least: 2, prices: prices, authors: authors, ids: ids, count: 10, skip: 0))
        }
        #expect(try ids([5.3], [1], not: []) == [1, 2, 3])
        #expect(try ids([5.3], [], not: []) == [3])
        #expect(try ids([5.3], [1], not: [2]) == [1])
        #expect(try ids([1.0], [], not: []) == [])
    }

    @Test
    func aListMayBeLeftOut() throws {
        #expect(try ids(Language.booksOfAnyList(ids: nil)) == [1, 2, 3, 4])
        #expect(try ids(Language.booksOfAnyList(ids: [])) == [])
        #expect(try ids(Language.booksOfAnyList(ids: [2])) == [2])
    }

    /// JSON holds no bytes; and SQLite ends a JSON text at U+0000.
    @Test
    func valuesThatJSONCannotHoldAreFoundToo() throws {
        let key = try #require(UUID(uuidString: "00112233-4455-6677-8899-AABBCCDDEEFF"))
        #expect(try ids(Language.booksByKey(keys: [UUID(), key])) == [1])
        #expect(try ids(Language.booksByKey(keys: (0..<40_000).map { _ in UUID() } + [key])) == [1])
        #expect(try ids(Language.booksByKey(keys: [])) == [])
        try queue.write { (db: Database) throws in
            let covers = try Language.booksByCover(least: 1, covers: [Data([0xFF, 0]), Data()], most: 9).fetch(db)
            #expect(covers.map(\.id) == [1, 2])
            #expect(covers.map(\.text) == ["json_each(:covers)", "json_each(:covers)"])
            #expect(
                try Language.booksByCover(least: 2, covers: [Data([0xFF, 0]), Data()], most: 9).fetch(db).map(\.id) == [
                    2
                ])
            #expect(try Language.addNotes(notes: ["a\0b", "it's", ""]).run(db) == 3)
            #expect(
                try Int.fetchAll(db, sql: "SELECT length(CAST(note AS BLOB)) FROM books WHERE id > 4 ORDER BY id") == [
                    3, 4, 0,
                ])
        }
    }

    @Test
    func numbersKeepTheirValue() throws {
        try queue.write { (db: Database) throws in
            var generator = SeededGenerator(seed: 7)
            let numbers =
                (0..<500).map { _ in Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator)) }
                .filter { $0.isFinite } + [.infinity, -.infinity, 0.1, .leastNonzeroMagnitude]
            for number in numbers {
                try db.execute(sql: "INSERT INTO books (title, price) VALUES ('n', ?)", arguments: [number])
            }
            let found = try Language.booksOfLists(
                least: -.infinity, prices: numbers, authors: [], ids: [], count: 10_000, skip: 0
            ).fetch(db)
            #expect(found.count == numbers.count)
            #expect(
                xtraqError {
                    _ = try Language.booksOfLists(least: 0, prices: [.nan], authors: [], ids: [], count: 1, skip: 0)
                        .fetch(db)
                }?.code == .invalidArgument)
        }
    }
}
