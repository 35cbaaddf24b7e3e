import CSQLite
import TestSupport

/// A database file that a test makes.
enum DatabaseFile {
    /// Why a statement was refused.
    struct Refusal: Error {
        var message: String
    }

    /// Runs statements on a database of a folder; makes it where it is missing.
    static func run(_ sql: String, on name: String, in folder: TemporaryFolder) throws {
        _ = try rows(sql, on: name, in: folder)
    }

    /// The first column of what a statement answers.
    static func rows(_ sql: String, on name: String, in folder: TemporaryFolder) throws -> [String] {
        var database: OpaquePointer?
        defer { unsafe sqlite3_close(database) }
        guard unsafe sqlite3_open(folder.path(name), &database) == SQLITE_OK else { throw Refusal(message: name) }
        final class Rows { var values: [String] = [] }
        let rows = Rows()
        let status = unsafe sqlite3_exec(
            database, sql,
            { context, _, values, _ in
                guard let context = unsafe context else { return 1 }
                let rows = unsafe Unmanaged<Rows>.fromOpaque(context).takeUnretainedValue()
                rows.values.append(unsafe values?[0].map { unsafe String(cString: $0) } ?? "")
                return 0
            }, Unmanaged.passUnretained(rows).toOpaque(), nil)
        guard status == SQLITE_OK else {
            throw Refusal(message: unsafe sqlite3_errmsg(database).map { unsafe String(cString: $0) } ?? "")
        }
        return rows.values
    }
}
