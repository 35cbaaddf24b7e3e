import Foundation
import GRDB
import TestSupport
import Testing
import XtraqSQLite

@Suite
struct DatabaseTests {
    @Test
    func constraintViolationsAreTyped() throws {
        try LibraryDatabase.queue().write { db in
            try LibraryDatabase.addBooks(2, to: db)
            func add(author: Int64 = 1, title: String = "x", isbn: String? = nil, price: Decimal = 1) -> XtraqError? {
                xtraqError {
                    try Main.addBook(
                        authorID: author, title: title, isbn: isbn, price: price, cover: nil, addedAt: .now,
                        inPrint: true, rating: nil
                    ).run(db)
                }
            }
            let unique = add(isbn: "isbn-1")
            #expect(unique?.code == .constraint)
            #expect(unique?.constraint == ConstraintViolation(kind: .unique, table: "book", columns: ["isbn"]))
            #expect(unique?.description == "main.addBook: constraint violated: UNIQUE on book (isbn)")
            #expect((unique?.underlying as? DatabaseError)?.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE)
            #expect(add(price: -1)?.constraint == ConstraintViolation(kind: .check, name: "price_is_positive"))
            #expect(add(author: 99)?.constraint == ConstraintViolation(kind: .foreignKey))
            let key = xtraqError { try Main.upsertBook(id: 1, authorID: 1, title: "t", isbn: "other").run(db) }
            #expect(key?.constraint == ConstraintViolation(kind: .primaryKey, table: "book", columns: ["id"]))
            try db.execute(sql: "CREATE TRIGGER no BEFORE DELETE ON book BEGIN SELECT RAISE(ABORT, 'books stay'); END")
            let trigger = xtraqError { try Main.deleteBook(id: 1).run(db) }
            #expect(trigger?.constraint == ConstraintViolation(kind: .trigger, name: "books stay"))
            try db.execute(sql: "CREATE UNIQUE INDEX by_title ON book (lower(title))")
            let index = xtraqError { try Main.renameBook(title: "BOOK 2", id: 1).run(db) }
            #expect(index?.constraint == ConstraintViolation(kind: .unique, name: "by_title"))
        }
    }

    @Test
    func columnsAddedOrGoneAreTypedErrors() throws {
        try LibraryDatabase.queue().write { db in
            try LibraryDatabase.addBooks(1, to: db)
            _ = try Main.book(id: 1).fetch(db)
            try db.execute(sql: "ALTER TABLE book ADD COLUMN pages INTEGER")
            let added = xtraqError { _ = try Main.book(id: 1).fetch(db) }
            #expect(added?.code == .columnUnexpected)
            #expect(added?.column == "pages")
            let returned = xtraqError { _ = try LibraryDatabase.addBooks(1, to: db) }
            #expect(returned?.code == .columnUnexpected)
            #expect(try Main.countBooks().fetch(db) == 1, "what returns other columns is not even begun")
            try db.execute(sql: "ALTER TABLE book DROP COLUMN pages")
            _ = try Main.book(id: 1).fetch(db)
            try db.execute(sql: "ALTER TABLE book RENAME COLUMN cover TO image")
            let gone = xtraqError { _ = try Main.book(id: 1).fetch(db) }
            #expect(gone?.code == .columnMissing)
            #expect(gone?.column == "cover")
        }
    }

    /// The reader's prepared statement learns of the change only when it is stepped.
    @Test
    func columnsAddedThroughAnotherConnectionAreNoticed() throws {
        let folder = try TemporaryFolder()
        let pool = try LibraryDatabase.pool(in: folder.path)
        try pool.write { try LibraryDatabase.addBooks(1, to: $0) }
        let other = try DatabaseQueue(path: folder.path + "/library.db")
        for reads in 0..<2 {
            _ = try pool.read { try Main.book(id: 1).fetch($0) }
            #expect(reads >= 0)
        }
        try other.write { try $0.execute(sql: "ALTER TABLE book ADD COLUMN pages INTEGER") }
        let error = xtraqError { _ = try pool.read { try Main.book(id: 1).fetch($0) } }
        #expect(error?.code == .columnUnexpected)
        let empty = xtraqError { _ = try pool.read { try Main.findBook("none").fetch($0) } }
        #expect(empty?.code == .columnUnexpected, "without a row too")
    }

    @Test
    func otherFailuresCarryTheirCause() throws {
        try LibraryDatabase.queue().write { db in
            try db.execute(sql: "DROP TABLE every")
            let error = xtraqError { _ = try Main.everyType().fetch(db) }
            #expect(error?.code == .database)
            #expect(error?.found == "no such table: every")
            #expect(error?.underlying is DatabaseError)
            try db.execute(
                sql: "CREATE TRIGGER path AFTER UPDATE ON book BEGIN SELECT json_extract('{}', new.title); END")
            try LibraryDatabase.addBooks(1, to: db)
            let running = xtraqError { try Main.renameBook(title: "my secret", id: 1).run(db) }
            #expect(running?.code == .database)
            #expect(running?.description.contains("secret") == false, "values stay out of descriptions")
            #expect(running?.foundValue?.contains("my secret") == true)
        }
    }

    @Test
    func queriesJoinTransactionsAndSavepoints() throws {
        let queue = try LibraryDatabase.queue()
        try queue.write { db in
            try LibraryDatabase.addBooks(1, to: db)
            try db.inSavepoint {
                try Main.renameBook(title: "outer", id: 1).run(db)
                try db.inSavepoint {
                    try Main.renameBook(title: "inner", id: 1).run(db)
                    #expect(try Main.book(id: 1).fetch(db).title == "inner")
                    return .rollback
                }
                #expect(try Main.book(id: 1).fetch(db).title == "outer")
                return .commit
            }
        }
        #expect(try queue.read { try Main.book(id: 1).fetch($0) }.title == "outer")
        _ = xtraqError {
            try queue.write { db in
                try Main.renameBook(title: "lost", id: 1).run(db)
                _ = try Main.book(id: 2).fetch(db)
            }
        }
        #expect(try queue.read { try Main.book(id: 1).fetch($0) }.title == "outer")
    }

    @Test
    func statementsAreCachedAndSurviveFailure() throws {
        try LibraryDatabase.queue().write { db in
            try LibraryDatabase.addBooks(1, to: db)
            for _ in 0..<3 {
                #expect(xtraqError { try Main.upsertBook(id: 1, authorID: 1, title: "t", isbn: "o").run(db) } != nil)
                #expect(try Main.upsertBook(id: 1, authorID: 1, title: "t", isbn: "isbn-1").run(db)?.id ?? 1 == 1)
                #expect(xtraqError { _ = try Main.book(id: 7).fetch(db) }?.code == .noRow)
                #expect(try Main.book(id: 1).fetch(db).id == 1)
            }
        }
    }

    @Test
    func observationSeesWhatQueriesRead() async throws {
        let queue = try LibraryDatabase.queue()
        let observation = ValueObservation.tracking { try Main.titles().fetch($0) }
        var seen: [[String]] = []
        for try await titles in observation.values(in: queue) {
            seen.append(titles)
            switch seen.count {
            case 1: try await queue.write { try LibraryDatabase.addBooks(1, to: $0) }
            case 2: try await Main.renameBook(title: "Emma", id: 1).run(in: queue)
            default: break
            }
            if seen.count == 3 { break }
        }
        #expect(seen == [[], ["Book 1"], ["Emma"]])
    }

    @Test
    func asynchronousFormsReadAndWrite() async throws {
        let folder = try TemporaryFolder()
        let pool = try LibraryDatabase.pool(in: folder.path)
        #expect(try await Admin.addAuthor(name: "Anne", born: nil).run(in: pool) == 2)
        try await pool.write { try LibraryDatabase.addBooks(2, to: $0) }
        #expect(try await Main.book(id: 2).fetch(from: pool).title == "Book 2")
        #expect(try await Main.listBooks(limit: 5, offset: 0).fetch(from: pool).count == 2)
        await #expect { try await Main.book(id: 9).fetch(from: pool) } throws: { ($0 as? XtraqError)?.code == .noRow }
        // A failed write is rolled back, and says what failed.
        await #expect { try await Main.upsertBook(id: 1, authorID: 1, title: "t", isbn: "o").run(in: pool) } throws: {
            ($0 as? XtraqError)?.constraint?.kind == .primaryKey
        }
        #expect(try await Main.countBooks().fetch(from: pool) == 2)
    }

    @Test
    func cancellationIsATypedError() async throws {
        let queue = try LibraryDatabase.queue()
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try await Main.countBooks().fetch(from: queue)
        }
        await #expect { try await task.value } throws: { ($0 as? XtraqError)?.code == .cancelled }
    }
}
