import CSQLite
import SnapshotModel

/// One connection to a database, with everything taken away that describing queries does not need: nothing can be
/// attached, no extension loaded, no file written.
///
/// `@unchecked Sendable`: opened without SQLite's own mutex, a connection is used by one thread at a time. ``SQLiteSession``
/// hands each to one worker, and takes it back when the worker is done.
@safe
final class Connection: @unchecked Sendable {
    /// Open as long as the connection lives.
    let handle: OpaquePointer
    /// Hears what the statements use that are prepared as queries.
    let collector = DependencyCollector()
    /// Where the programs of its statements are followed.
    let storage = Interpreter.Storage()
    /// The functions that its statements call.
    let functions = KnownFunctions()

    private init(handle: OpaquePointer) {
        unsafe self.handle = handle
    }

    deinit {
        unsafe sqlite3_close_v2(handle)
    }

    /// Opens an empty private database in memory.
    static func inMemory(_ application: ApplicationFunctions = .none) throws(SQLiteError) -> Connection {
        let connection = try open(":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY)
        // A gigabyte of pages: a schema that fills it by mistake ends with an error, not with the machine.
        try connection.execute("PRAGMA max_page_count = 262144")
        try connection.add(application)
        connection.restrict(to: .schema)
        return connection
    }

    /// Opens a copy of a database that was serialised.
    static func copy(
        of bytes: [UInt8], _ application: ApplicationFunctions = .none
    ) throws(SQLiteError) -> Connection {
        let connection = try open(":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY)
        try connection.add(application)
        guard let copy = unsafe sqlite3_malloc64(UInt64(bytes.count)) else {
            throw SQLiteError(code: SQLITE_NOMEM, message: "out of memory")
        }
        unsafe bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { unsafe copy.copyMemory(from: base, byteCount: source.count) }
        }
        // From here on SQLite owns the copy, and frees it also where this fails.
        let status = unsafe sqlite3_deserialize(
            connection.handle, "main", copy.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
            Int64(bytes.count), UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
        guard status == SQLITE_OK else { throw connection.error(status) }
        try connection.load()
        connection.restrict(to: .queries)
        return connection
    }

    /// Opens a database file that exists, for reading alone.
    static func readOnly(
        _ path: String, _ application: ApplicationFunctions = .none
    ) throws(SQLiteError) -> Connection {
        let connection = try open(path, flags: SQLITE_OPEN_READONLY)
        unsafe sqlite3_busy_timeout(connection.handle, 5_000)
        try connection.add(application)
        try connection.load()
        connection.restrict(to: .queries)
        return connection
    }

    /// Nobody here asks how much memory SQLite uses, and workers would wait for each other to count it. Where SQLite is in
    /// use already it stays as it is.
    private static let hasOwnMemory = xtraq_sqlite3_disable_memory_count() != 0 && xtraq_sqlite3_use_pools() != 0

    private static func open(_ path: String, flags: Int32) throws(SQLiteError) -> Connection {
        _ = hasOwnMemory
        var opened: OpaquePointer?
        let status = unsafe sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard let handle = unsafe opened else { throw SQLiteError(code: status, message: "out of memory") }
        let connection = unsafe Connection(handle: handle)
        guard status == SQLITE_OK else { throw connection.error(status) }
        unsafe sqlite3_extended_result_codes(handle, 0)
        return connection
    }

    /// Reads the schema, but no statistics: what `ANALYZE` counted would decide how statements are run, and so what can be
    /// proven of them, and a snapshot is the same whatever tables hold.
    private func load() throws(SQLiteError) {
        restrict(to: .schema)
        _ = try PreparedStatement.prepare("SELECT 1 FROM sqlite_schema", on: self)
    }

    /// The database's bytes.
    func serialized() throws(SQLiteError) -> [UInt8] {
        var size: Int64 = 0
        guard let bytes = unsafe sqlite3_serialize(handle, "main", &size, 0) else {
            throw SQLiteError(code: SQLITE_NOMEM, message: "out of memory")
        }
        defer { unsafe sqlite3_free(bytes) }
        return unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    /// Runs one statement of our own, whose rows do not matter.
    func execute(_ sql: StaticString) throws(SQLiteError) {
        let status = unsafe sqlite3_exec(handle, String(describing: sql), nil, nil, nil)
        guard status == SQLITE_OK else { throw error(status) }
    }

    /// Whether no transaction is open.
    var isAutocommitting: Bool { unsafe sqlite3_get_autocommit(handle) != 0 }

    /// What SQLite says of the last call.
    func error(_ code: Int32) -> SQLiteError {
        let message = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "unknown error"
        let offset = unsafe xtraq_sqlite3_error_offset(handle)
        return SQLiteError(code: code, message: message, offset: offset >= 0 ? Int(offset) : nil)
    }
}

/// An error as SQLite tells it.
struct SQLiteError: Error {
    /// SQLite's result code.
    var code: Int32
    /// SQLite's words.
    var message: String
    /// The byte of the statement that it is about.
    var offset: Int?
}
