import Foundation
import GRDB
import XtraqSQLite

/// Databases that the generated code was made for.
enum LibraryDatabase {
    static let schema = """
        CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL, born DATE);
        CREATE TABLE book (
            id INTEGER NOT NULL PRIMARY KEY,
            author_id INTEGER NOT NULL REFERENCES author (id),
            title TEXT NOT NULL,
            isbn TEXT UNIQUE,
            price DECIMAL NOT NULL CONSTRAINT price_is_positive CHECK (price >= 0),
            cover BLOB,
            added_at DATETIME NOT NULL,
            in_print BOOLEAN NOT NULL DEFAULT 1,
            rating REAL
        );
        CREATE TABLE every (
            int, small, real, text, flag, data, bytes, date, uuid, decimal, url, shelf, priority, money
        );
        """

    /// A database in memory.
    static func queue() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.write { try fill($0) }
        return queue
    }

    /// A database on disk that several connections read at once; it goes with the folder.
    static func pool(in folder: String) throws -> DatabasePool {
        let pool = try DatabasePool(path: folder + "/library.db")
        try pool.write { try fill($0) }
        return pool
    }

    private static func fill(_ db: Database) throws {
        try db.execute(sql: schema)
        try db.execute(sql: "INSERT INTO author (id, name, born) VALUES (1, 'Jane Austen', '1775-12-16')")
    }

    /// Adds books `Book 1` to `Book n`.
    static func addBooks(_ count: Int, to db: Database) throws {
        for number in 1...max(1, count) {
            try Main.addBook(
                authorID: 1, title: "Book \(number)", isbn: "isbn-\(number)", price: Decimal(number), cover: nil,
                addedAt: Date(timeIntervalSince1970: 0), inPrint: true, rating: nil
            ).run(db)
        }
    }
}

/// The error that a closure throws, if it is one of ours.
func xtraqError(_ body: () throws -> Void) -> XtraqError? {
    do {
        try body()
        return nil
    } catch {
        return error as? XtraqError
    }
}
