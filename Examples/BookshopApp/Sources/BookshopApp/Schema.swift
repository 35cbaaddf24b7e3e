import Foundation
import GRDB

/// The `.sql` files that xtraq reads, applied as one migration: snapshot and database cannot drift apart.
struct Schema {
    /// The folder that holds them.
    let folder: URL

    /// Brings a database to this schema.
    func apply(to writer: some DatabaseWriter) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
        let files = try names.sorted { number(of: $0) < number(of: $1) }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for file in files { try db.execute(sql: file) }
        }
        try migrator.migrate(writer)
    }

    /// 10 for `10_views.sql`.
    private func number(of name: String) -> Int {
        Int(name.prefix { $0.isNumber }) ?? 0
    }
}
