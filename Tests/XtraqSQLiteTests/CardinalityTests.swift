import Foundation
import GRDB
import Testing
import XtraqSQLite

@Suite
struct CardinalityTests {
    let queue: DatabaseQueue

    init() throws {
        queue = try LibraryDatabase.queue()
    }

    @Test
    func oneYieldsTheRowAndThrowsWithoutOne() throws {
        try queue.write { db in
            try LibraryDatabase.addBooks(1, to: db)
            #expect(try Main.book(id: 1).fetch(db).title == "Book 1")
            let error = xtraqError { _ = try Main.book(id: 2).fetch(db) }
            #expect(error?.code == .noRow)
            #expect(error?.query == "main.book")
            #expect(error?.description == "main.book: no row: expected one row, found none")
        }
    }

    @Test
    func oneThrowsWhereThereAreMore() throws {
        try queue.write { db in
            try db.execute(sql: "INSERT INTO every (shelf) VALUES ('fiction'), ('science')")
            #expect(xtraqError { _ = try Main.everyType().fetch(db) }?.code == .unexpectedNull)
            #expect(xtraqError { _ = try Main.shelf().fetch(db) }?.code == .tooManyRows)
            try db.execute(sql: "DELETE FROM every WHERE shelf = 'science'")
            #expect(try Main.shelf().fetch(db) == .fiction)
            try db.execute(sql: "DELETE FROM every")
            #expect(try Main.shelf().fetch(db) == nil)
        }
    }

    @Test
    func optionalTellsNoRowFromNull() throws {
        try queue.write { db in
            try LibraryDatabase.addBooks(1, to: db)
            #expect(try Main.cover(id: 1).fetch(db) == Main.CoverRow(cover: nil))
            #expect(try Main.cover(id: 2).fetch(db) == nil)
            #expect(try Main.findBook("isbn-1").fetch(db)?.id == 1)
            #expect(try Main.findBook("isbn-2").fetch(db) == nil)
        }
    }

    @Test
    func manyYieldsAllRowsOrNone() throws {
        try queue.write { db in
            #expect(try Main.listBooks(limit: 10, offset: 0).fetch(db).isEmpty)
            #expect(try Main.titles().fetch(db) == [])
            try LibraryDatabase.addBooks(3, to: db)
            #expect(try Main.listBooks(limit: 10, offset: 1).fetch(db).map(\.id) == [2, 3])
            #expect(try Main.titles().fetch(db) == ["Book 1", "Book 2", "Book 3"])
            #expect(try Main.countBooks().fetch(db) == 3)
        }
    }

    @Test
    func executionsYieldNothingCountsOrIds() throws {
        try queue.write { db in
            try LibraryDatabase.addBooks(3, to: db)
            try Main.deleteBook(id: 3).run(db)
            #expect(try Main.renameBook(title: "Emma", id: 1).run(db) == 1)
            #expect(try Main.renameBook(title: "Emma", id: 9).run(db) == 0)
            #expect(try Admin.addAuthor(name: "Anne", born: nil).run(db) == 2)
            #expect(try Main.addISBNIfMissing(isbn: "new").run(db) == 3)
            let error = xtraqError { try Main.addISBNIfMissing(isbn: "new").run(db) }
            #expect(error?.code == .noRow, "an id of an earlier insertion would be a lie")
        }
    }

    @Test
    func returningAndUpsert() throws {
        try queue.write { db in
            try LibraryDatabase.addBooks(2, to: db)
            let prices = try Main.reprice(amount: Decimal(string: "0.50") ?? 0).run(db)
            #expect(prices.map(\.price).map(\.description) == ["1.5", "2.5"])
            #expect(
                try Main.upsertBook(id: 3, authorID: 1, title: "New", isbn: "n").run(db)
                    == Main.BookTitle(id: 3, title: "New"))
            #expect(try Main.upsertBook(id: 9, authorID: 1, title: "Newer", isbn: "n").run(db)?.id == 3)
            #expect(try Main.upsertBook(id: 9, authorID: 1, title: "Newer", isbn: "n").run(db) == nil)
            #expect(try Main.bookTitles().fetch(db).last == Main.BookTitle(id: 3, title: "Newer"))
        }
    }

    @Test
    func cursorReadsRowByRow() throws {
        try queue.write { db in
            try LibraryDatabase.addBooks(3, to: db)
            let cursor = try Main.listBooks(limit: 10, offset: 0).cursor(db)
            var ids: [Int64] = []
            while let book = try cursor.next() {
                ids.append(book.id)
                // The same query, with other arguments and another cursor, while its rows are being read.
                #expect(try Main.listBooks(limit: 1, offset: 2).fetch(db).map(\.id) == [3])
                #expect(try Main.listBooks(limit: 1, offset: 0).cursor(db).next()?.id == 1)
            }
            #expect(ids == [1, 2, 3])
            #expect(try cursor.next() == nil)

            let unread = try Main.listBooks(limit: 1, offset: 0).cursor(db)
            #expect(try Main.listBooks(limit: 1, offset: 1).fetch(db).map(\.id) == [2])
            #expect(try unread.next()?.id == 1, "a cursor keeps its own arguments")

            var titles: [String] = []
            try Main.titles().cursor(db).forEach { titles.append($0) }
            #expect(titles == ["Book 1", "Book 2", "Book 3"])
        }
    }
}
