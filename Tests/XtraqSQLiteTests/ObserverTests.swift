import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing
import XtraqSQLite

/// The observer is told of each call, once, with what it did. Other tests run meanwhile: each looks at its own queries.
@Suite(.serialized)
struct ObserverTests {
    /// Queries that no other test has.
    private enum Own {
        /// Changes all rows, then does something else.
        static func several(ending last: String) -> QueryScript {
            QueryScript("observed.several", [.init("UPDATE n SET value = value + 10"), .init(last)])
        }

        static let numbers = QueryStatement<Int64>(
            "observed.numbers", "SELECT value FROM n ORDER BY value", columns: ["value"], decode: FirstColumn.integer)
        static let text = QueryStatement<String>(
            "observed.text", "SELECT value FROM n ORDER BY value", columns: ["value"], decode: FirstColumn.text)
        static let find = QueryStatement<Int64>(
            "observed.find", "SELECT value FROM n WHERE value = ?", columns: ["value"], decode: FirstColumn.integer)
        static let missing = QueryStatement<Int64>(
            "observed.missing", "SELECT value FROM nowhere", columns: ["value"], decode: FirstColumn.integer)
        static let increase = QueryStatement<Void>("observed.increase", "UPDATE n SET value = value + 10")
        static let add = QueryStatement<Void>("observed.add", "INSERT INTO n VALUES (?)")
        static let index = QueryStatement<Void>("observed.index", "CREATE INDEX IF NOT EXISTS i ON n (value)")
        static let take = QueryStatement<Int64>(
            "observed.take", "DELETE FROM n WHERE value > ? RETURNING value", columns: ["value"],
            decode: FirstColumn.integer)
    }

    private final class Log: Sendable {
        private let events = Mutex<[QueryEvent]>([])

        func install() {
            QueryObserver.install { event in
                guard event.query.hasPrefix("observed.") else { return }
                self.events.withLock { $0.append(event) }
            }
        }

        /// What was told since the last time, as text.
        func take() -> [String] {
            events.withLock { events in
                defer { events = [] }
                return events.map { event in
                    #expect(event.duration > .zero)
                    let error = event.error.map { " \($0.code)" } ?? ""
                    return "\(event.query.dropFirst(9)) \(event.rowCount)\(event.endedEarly ? " early" : "")\(error)"
                }
            }
        }
    }

    private let log = Log()
    private let queue: DatabaseQueue

    init() throws {
        queue = try DatabaseQueue()
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE n (value INTEGER NOT NULL UNIQUE); INSERT INTO n VALUES (1), (2), (3)")
        }
        log.install()
    }

    @Test func hearsOfEachCall() throws {
        defer { QueryObserver.install(nil) }
        try queue.write { db in
            #expect(try RowsQuery(Own.numbers).fetch(db) == [1, 2, 3])
            #expect(try ReadQuery(one: Own.find, [.integer(2)]).fetch(db) == 2)
            #expect(try ReadQuery(optional: Own.find, [.integer(9)]).fetch(db) == nil)
            #expect(log.take() == ["numbers 3", "find 1", "find 0"])
            #expect(try WriteQuery(changes: Own.increase).run(db) == 3)
            try WriteQuery(Own.index).run(db)
            #expect(try WriteQuery(rowID: Own.add, [.integer(7)]).run(db) == 4)
            #expect(try WriteQuery(many: Own.take, [.integer(11)]).run(db).count == 2)
            #expect(log.take() == ["increase 3", "index 0", "add 1", "take 2"])
            #expect(try WriteQuery(result: Own.increase).run(db).changes == 2)
            #expect(log.take() == ["increase 2"])
        }
    }

    @Test func hearsOfSeveralStatementsAsOfOne() throws {
        defer { QueryObserver.install(nil) }
        try queue.write { db in
            try WriteQuery(script: Own.several(ending: "DELETE FROM n WHERE value > 11")).run(db)
            #expect(throws: XtraqError.self) {
                try WriteQuery(script: Own.several(ending: "INSERT INTO n VALUES (21), (21)")).run(db)
            }
            #expect(log.take() == ["several 5", "several 1 constraint"])
        }
    }

    @Test func hearsOfErrors() throws {
        defer { QueryObserver.install(nil) }
        try queue.write { db in
            #expect(throws: XtraqError.self) { try ReadQuery(one: Own.find, [.integer(9)]).fetch(db) }
            #expect(throws: XtraqError.self) { try ReadQuery(one: Own.numbers).fetch(db) }
            #expect(throws: XtraqError.self) { try RowsQuery(Own.text).fetch(db) }
            #expect(throws: XtraqError.self) { try RowsQuery(Own.missing).fetch(db) }
            #expect(throws: XtraqError.self) { try RowsQuery(Own.missing).cursor(db) }
            #expect(throws: XtraqError.self) { try WriteQuery(Own.add, [.integer(3)]).run(db) }
            #expect(
                log.take() == [
                    "find 0 noRow", "numbers 1 tooManyRows", "text 0 wrongStorageClass", "missing 0 database",
                    "missing 0 database", "add 0 constraint",
                ])
        }
    }

    @Test func followsCursors() throws {
        defer { QueryObserver.install(nil) }
        try queue.write { db in
            do {
                let cursor = try RowsQuery(Own.numbers).cursor(db)
                while try cursor.next() != nil {}
                #expect(log.take() == ["numbers 3"], "told at the end")
                #expect(try cursor.next() == nil)
            }
            do {
                let cursor = try RowsQuery(Own.numbers).cursor(db)
                _ = try cursor.next()
                #expect(log.take() == [], "not told yet")
            }
            #expect(log.take() == ["numbers 1 early"])
            do {
                let cursor = try RowsQuery(Own.text).cursor(db)
                #expect(throws: XtraqError.self) { try cursor.next() }
            }
            #expect(log.take() == ["text 0 wrongStorageClass"])
        }
    }

    @Test func hearsOfAsynchronousCalls() async throws {
        defer { QueryObserver.install(nil) }
        #expect(try await RowsQuery(Own.numbers).fetch(from: queue) == [1, 2, 3])
        #expect(try await ReadQuery(one: Own.find, [.integer(2)]).fetch(from: queue) == 2)
        #expect(try await WriteQuery(changes: Own.increase).run(in: queue) == 3)
        await #expect(throws: XtraqError.self) { try await RowsQuery(Own.missing).fetch(from: queue) }
        #expect(log.take() == ["numbers 3", "find 1", "increase 3", "missing 0 database"])
    }

    @Test func isSilentOnceRemoved() throws {
        QueryObserver.install(nil)
        #expect(try queue.read { try RowsQuery(Own.numbers).fetch($0) } == [1, 2, 3])
        #expect(log.take() == [])
    }
}
