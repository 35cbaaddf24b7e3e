import Foundation
import GRDB
import TestSupport

/// A database with the schema that the code of `Generated` was made for.
enum LanguageDatabase {
    /// Two authors, four books, no events.
    static func queue() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        let schema = try String(
            contentsOfFile: Repository.path("Tests/SwiftGeneratorTests/Language/Schema/1.sql"), encoding: .utf8)
        try queue.write { db in
            try db.execute(sql: schema)
            try db.execute(
                sql: """
                    INSERT INTO authors (id, name, born) VALUES (1, 'Le Guin', '1929-10-21'), (2, 'Lem', NULL);
                    INSERT INTO books (id, author_id, title, price, note, key, cover) VALUES
                        (1, 1, 'Rocannon''s World', 3.1, 'first', x'00112233445566778899aabbccddeeff', x'ff00'),
                        (2, 1, 'The "Dispossessed"', 4.2, NULL, NULL, x''),
                        (3, 2, 'Solaris', 5.3, 'sea', x'ffeeddccbbaa99887766554433221100', NULL),
                        (4, NULL, 'Beowulf', 1.0, NULL, NULL, NULL);
                    """)
        }
        return queue
    }
}
