import Foundation
import GRDB
import Testing
import XtraqSQLite

@Suite
struct LanguageTests {
    let queue: DatabaseQueue

    init() throws {
        queue = try LanguageDatabase.queue()
    }

    // MARK: sqlc

    @Test
    func filesOfSqlcWork() throws {
        try queue.write { (db: Database) throws in
            let result = try Language.createAuthor(name: "Butler", born: nil).run(db)
            #expect(result == ExecutionResult(changes: 1, lastInsertedRowID: 3))
            #expect(try Language.createAuthorID(name: "Delany", born: Date(timeIntervalSince1970: 0)).run(db) == 4)
            #expect(try Language.getAuthor(id: 4).fetch(db).born == Date(timeIntervalSince1970: 0))
            #expect(try Language.renameAuthors("Delany", "Samuel Delany").run(db) == 1)
            #expect(try Language.listAuthors(pattern: "l%", count: 1).fetch(db).map(\.name) == ["Le Guin"])
            try Language.deleteAuthor(id: 4).run(db)
            #expect(xtraqError { _ = try Language.getAuthor(id: 4).fetch(db) }?.code == .noRow)
        }
    }

    @Test
    func aNullableParameterLeavesOutAFilterOrAChange() throws {
        try queue.write { (db: Database) throws in
            try Language.updateAuthor(name: nil, born: Date(timeIntervalSince1970: 86_400), id: 1).run(db)
            #expect(try Language.getAuthor(id: 1).fetch(db).name == "Le Guin")
            #expect(try Language.getAuthor(id: 1).fetch(db).born == Date(timeIntervalSince1970: 86_400))
            #expect(try Language.findBooks(title: nil, authorID: nil).fetch(db).count == 4)
            #expect(try Language.findBooks(title: "Solaris", authorID: nil).fetch(db).map(\.id) == [3])
            #expect(try Language.findBooks(title: "Solaris", authorID: 1).fetch(db).isEmpty)
        }
    }

    // MARK: Embedded tables

    @Test
    func embeddedTablesAreRowsOfTheirOwn() throws {
        try queue.read { (db: Database) throws in
            let rows = try Language.booksAndAuthors().fetch(db)
            #expect(rows.map(\.b.id) == [1, 2, 3, 4])
            #expect(rows.map(\.a?.name) == ["Le Guin", "Le Guin", "Lem", nil])
            #expect(rows[0].a?.born == ISO8601DateFormatter().date(from: "1929-10-21T00:00:00Z"))
            #expect(rows.map(\.titleLength) == [16, 18, 7, 7])
            let pair = try #require(try Language.authorAndBook(id: 3).fetch(db))
            #expect(pair.writer == "Lem" && pair.books.title == "Solaris" && pair.authors.id == 2)
            let pairs = try Language.bookPairs().fetch(db)
            #expect(pairs.map(\.one.id) == [1] && pairs.map(\.other.id) == [2])
        }
    }

    @Test
    func anEmbeddedTableMayBeMissingOnEitherSide() throws {
        try queue.write { (db: Database) throws in
            try db.execute(sql: "INSERT INTO authors (id, name) VALUES (3, 'Nobody')")
            let rows = try Language.allBooksAndAuthors().fetch(db)
            #expect(rows.map(\.books?.id) == [nil, 1, 2, 3, 4])
            #expect(rows.map(\.authors?.id) == [3, 1, 1, 2, nil])
        }
    }

    @Test
    func anErrorInAnEmbeddedTableNamesItsColumn() throws {
        try queue.write { (db: Database) throws in
            try db.execute(sql: "UPDATE authors SET name = x'00' WHERE id = 2")
            let error = xtraqError { _ = try Language.authorAndBook(id: 3).fetch(db) }
            #expect(error?.column == "writer")
            try db.execute(sql: "UPDATE authors SET name = 'Lem', born = 'never' WHERE id = 2")
            let second = xtraqError { _ = try Language.authorAndBook(id: 3).fetch(db) }
            #expect(second?.column == "born" && second?.code == .invalidValue)
        }
    }

    // MARK: Several statements

    @Test
    func severalStatementsShareTheirParameters() throws {
        try queue.write { (db: Database) throws in
            try Language.moveBooks(to: 2, from: 1, note: "moved").run(db)
            #expect(
                try String?.fetchAll(db, sql: "SELECT note FROM books WHERE author_id = 2") == [
                    "moved", "moved", "moved",
                ])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM authors") == 1)
            try Language.addPair(7, name: "Wells", title: "Time").run(db)
            #expect(try Language.authorAndBook(id: 5).fetch(db)?.authors.name == "Wells")
        }
    }

    @Test
    func severalStatementsTakeEffectTogetherOrNotAtAll() throws {
        try queue.write { (db: Database) throws in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
        }
        let error = xtraqError {
            try queue.writeWithoutTransaction { try Language.addPair(1, name: "Twin", title: "x").run($0) }
        }
        #expect(error?.code == .constraint)
        #expect(error?.statement == 1)
        #expect(error?.description.hasPrefix("language.addPair, statement 1: constraint violated") ?? false)
        try queue.writeWithoutTransaction { (db: Database) throws in
            try db.execute(sql: "CREATE TRIGGER no BEFORE INSERT ON books BEGIN SELECT raise(ABORT, 'no'); END")
            let second = xtraqError { try Language.addPair(8, name: "Eight", title: "x").run(db) }
            #expect(second?.statement == 2)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM authors WHERE id = 8") == 0)
            #expect(!db.isInsideTransaction)
        }
        try queue.write { (db: Database) throws in
            try db.execute(sql: "INSERT INTO authors (id, name) VALUES (9, 'Nine')")
            _ = xtraqError { try Language.addPair(8, name: "Eight", title: "x").run(db) }
            #expect(try Int.fetchAll(db, sql: "SELECT id FROM authors WHERE id > 7") == [9], "only the savepoint goes")
        }
    }

    // MARK: Choices

    @Test
    func anOrderIsChosenOfThoseThatThereAre() throws {
        try queue.read { (db: Database) throws in
            func ids(_ sort: Language.SortedBooksSort, _ direction: Language.SortedBooksDirection? = nil) throws
                -> [Int64]
            {
                try Language.sortedBooks(sort: sort, direction: direction, count: 10, skip: 0).fetch(db).map(\.id)
            }
            #expect(try ids(.title) == [4, 1, 3, 2])
            #expect(try ids(.priceHighestFirst) == [3, 2, 1, 4])
            #expect(Language.SortedBooksSort.allCases.map(\.rawValue) == ["title", "price, highest first"])
            #expect(
                try Language.sortedBooks(sort: .title, direction: .up, count: 2, skip: 1).fetch(db).map(\.id) == [1, 3])
            #expect(try Language.booksByOrderText(sort: "id").fetch(db) == [1, 2, 3, 4])
        }
    }

    // MARK: JSON

    @Test
    func jsonIsDecodedWhenItIsAskedFor() throws {
        try queue.write { (db: Database) throws in
            try db.execute(
                sql: """
                    INSERT INTO events (id, at_text, at_epoch, at_julian, payload) VALUES
                        (1, '2024-01-01', 0, 0, ' {"name": "a", "at": "2024-01-01T00:00:00Z"}'),
                        (2, '2024-01-01', 0, 0, '{"nam": 1}'),
                        (3, '2024-01-01', 0, 0, NULL)
                    """)
            let payload = try #require(try Language.event(id: 1).fetch(db).payload)
            #expect(payload.text == " {\"name\": \"a\", \"at\": \"2024-01-01T00:00:00Z\"}")
            #expect(try payload.value == Payload(name: "a", at: Date(timeIntervalSince1970: 1_704_067_200)))
            let other = try #require(try Language.event(id: 2).fetch(db).payload)
            let error = xtraqError { _ = try other.value }
            #expect(error?.code == .invalidValue && error?.query == "language.event" && error?.column == "payload")
            #expect(error?.underlying is DecodingError)
            #expect(!(error?.description.contains("nam") ?? true), "\(error?.description ?? "")")
            #expect(try Language.event(id: 3).fetch(db).payload == nil)
            #expect(try Language.payloads().fetch(db).count == 2)

            try Language.setPayload(payload: try JSONText(Payload(name: "é\"")), id: 3).run(db)
            #expect(try Language.event(id: 3).fetch(db).payload?.text == #"{"name":"é\""}"#)
            try Language.setPayload(payload: payload, id: 2).run(db)
            #expect(try Language.event(id: 2).fetch(db).payload == payload)
            try Language.setPayload(payload: nil, id: 2).run(db)
            #expect(try Language.event(id: 2).fetch(db).payload == nil)
            let plain = try payload.decoded(with: Payload.jsonDecoder)
            #expect(plain.name == "a")
            #expect(xtraqError { _ = try JSONText(Double.nan) }?.code == .invalidArgument)
        }
    }

    @Test
    func rowsWithinARowAreJSON() throws {
        try queue.write { (db: Database) throws in
            try db.execute(sql: "INSERT INTO authors (id, name) VALUES (3, 'Nobody')")
            let books = try Language.authorsWithBooks().fetch(db).map { try $0.books.value }
            #expect(books.map { $0.map(\.id) } == [[1, 2], [3], []])
            #expect(books[1] == [BookTitle(id: 3, title: "Solaris")])
        }
    }

    @Test
    func jsonThatTheStatementMakesHasATypeOfItsOwn() throws {
        try queue.write { (db: Database) throws in
            let shelves = try Language.shelves().fetch(db)
            #expect(shelves.map(\.id) == [1, 2])
            #expect(shelves[1].shelf.text.hasPrefix(#"{"full_name":"Lem","born":null,"books":[{"id":3,"#))
            let shelf = try shelves[0].shelf.value
            #expect(shelf.fullName == "Le Guin")
            #expect(shelf.born == Date(timeIntervalSince1970: -1_268_524_800))
            #expect(shelf.books.map(\.id) == [1, 2])
            #expect(shelf.books.map(\.isCheap) == [true, false])
            #expect(shelf.books.map(\.note) == ["first", nil])
            #expect(try shelves[1].shelf.value.born == nil)

            let list = try Language.priceList().fetch(db).value
            #expect(list.map(\.title) == ["Rocannon's World", "The \"Dispossessed\"", "Solaris", "Beowulf"])
            #expect(list.map(\.price) == [3.1, 4.2, 5.3, 1.0])
            #expect(try Language.pricesByTitle().fetch(db).value == ["Rocannon's World": 3.1, "Beowulf": 1.0])
            #expect(try Language.firstBook().fetch(db)?.value.class == "Rocannon's World")
            #expect(try Language.firstBookText().fetch(db) == #"{"id":1}"#)
            #expect(try Language.titlesOf(author: 2).fetch(db).map { try $0.data.value.title } == ["Solaris"])
            #expect(try Language.titles().fetch(db).count == 4)
        }
    }

    @Test
    func jsonIsWrittenAsItIsRead() throws {
        try queue.read { (db: Database) throws in
            let shelf = try Language.shelves().fetch(db)[0].shelf.value
            #expect(try JSONText(shelf).value == shelf)
            #expect(try JSONText(shelf).text.contains(#""born":"1929-10-21 00:00:00.000""#))
        }
    }

    @Test(arguments: [
        #"{"full_name":"A","born":0,"books":[]}"#, #"{"full_name":"A","born":2440587.5,"books":[]}"#,
        #"{"full_name":"A","born":"1970-01-01","books":[]}"#,
    ])
    func datesInJSONAreReadInAllSpellings(_ text: String) throws {
        let value = try JSONText<Language.ShelvesRow.Shelf>(text: text).value
        #expect(value.born == Date(timeIntervalSince1970: 0) && value.books.isEmpty)
    }

    @Test(arguments: [
        #"{"full_name":"A","born":"soon","books":[]}"#, #"{"full_name":1}"#, #"{"born":null}"#, "[]", "",
        #"{"full_name":"A","books":[{"id":1,"title":"t","isCheap":"yes"}]}"#,
    ])
    func otherJSONIsAnErrorThatNamesItself(_ text: String) throws {
        let error = xtraqError { _ = try JSONText<Language.ShelvesRow.Shelf>(text: text).value }
        #expect(error?.code == .invalidValue)
    }

    // MARK: Dates

    @Test(arguments: [0.0, 951_782_400, 1_700_000_000, -1, -62_167_219_199])
    func datesAreStoredAsTheirColumnHasThem(_ seconds: Double) throws {
        let date = Date(timeIntervalSince1970: seconds)
        try queue.write { (db: Database) throws in
            let id = try Language.addEvent(atText: date, atEpoch: date, atJulian: date).run(db)
            let row = try Language.eventDates(id: id).fetch(db)
            #expect(row.atText == date && row.atEpoch == date && row.atJulian == date)
            let stored = try Language.storedAs(id: id).fetch(db)
            #expect(stored.text == "text" && stored.epoch == "integer" && stored.julian == "real")
            let sql = """
                SELECT at_text = datetime(at_epoch, 'unixepoch') || '.000' AND datetime(at_julian) = datetime(at_text)
                FROM events
                """
            #expect(try Bool.fetchOne(db, sql: sql) ?? false, "SQLite's own functions read all three alike")
            #expect(try Language.eventsBefore(until: date).fetch(db).isEmpty)
            #expect(try Language.eventsBefore(until: date.addingTimeInterval(1)).fetch(db) == [id])
            #expect(try Language.eventsFrom(from: date.addingTimeInterval(-1)).fetch(db) == [id])
            #expect(try Language.eventsFrom(from: date.addingTimeInterval(1)).fetch(db).isEmpty)
            #expect(try Language.eventsFrom(from: nil).fetch(db) == [id])
            let early = Date(timeIntervalSince1970: -99_999_999_999)
            #expect(xtraqError { _ = try Language.eventsBefore(until: early).fetch(db) }?.code == .invalidArgument)
        }
    }
}
