import CSQLite
import Foundation
import TelemetryRecording

@testable import SQLiteEngine

/// A database on which statements are really run.
enum RawDatabase {
    /// The error of a database that a test made.
    struct Failure: Error {
        var message: String
    }

    /// A database in memory that `sql` was run on, restricted as the engine's own are.
    static func connection(_ sql: String) throws -> Connection {
        let connection = try Connection.inMemory()
        unsafe sqlite3_set_authorizer(connection.handle, nil, nil)
        try run(sql, on: connection)
        connection.restrict(to: .queries)
        return connection
    }

    /// Runs statements.
    static func run(_ sql: String, on connection: Connection) throws {
        guard unsafe sqlite3_exec(connection.handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw Failure(message: unsafe String(cString: sqlite3_errmsg(connection.handle)))
        }
    }

    /// For each column of the result whether some row holds NULL there; `nil` where the statement is refused.
    static func nullColumns(of sql: String, on connection: Connection, atMost limit: Int = 300) -> [Bool]? {
        var prepared: OpaquePointer?
        guard unsafe sqlite3_prepare_v2(connection.handle, sql, -1, &prepared, nil) == SQLITE_OK else { return nil }
        defer { unsafe sqlite3_finalize(prepared) }
        var nulls = unsafe [Bool](repeating: false, count: Int(sqlite3_column_count(prepared)))
        var rows = 0
        while rows < limit, unsafe sqlite3_step(prepared) == SQLITE_ROW {
            rows += 1
            for index in nulls.indices where unsafe sqlite3_column_type(prepared, Int32(index)) == SQLITE_NULL {
                nulls[index] = true
            }
        }
        return nulls
    }
}

extension StatementInference {
    /// For statements on the schema of a connection.
    init(of connection: Connection) throws {
        self.init(try SchemaListing(of: connection, recorder: .off))
    }
}
