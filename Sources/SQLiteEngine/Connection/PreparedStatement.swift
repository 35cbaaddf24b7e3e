import CSQLite

/// A statement that SQLite has understood.
///
/// `@safe`: it owns its handle from preparing to finalising, and hands it to nobody.
@safe
struct PreparedStatement: ~Copyable {
    private let handle: OpaquePointer
    /// How many bytes of the text it took, its semicolon among them.
    private(set) var length: Int
    /// Whether it was prepared to list its program, with `EXPLAIN` before it.
    private(set) var isListing = false

    private init(handle: OpaquePointer, length: Int) {
        unsafe self.handle = handle
        self.length = length
    }

    deinit {
        unsafe sqlite3_finalize(handle)
    }

    /// Prepares the statement that the bytes begin with; `nil` where there is nothing but white space and comments.
    static func prepare(
        _ bytes: [UInt8], in range: Range<Int>, on connection: Connection
    ) throws(SQLiteError) -> PreparedStatement? {
        guard range.count < Int(Int32.max) else {
            throw SQLiteError(code: SQLITE_TOOBIG, message: "string or blob too big")
        }
        var prepared: OpaquePointer?
        var length = 0
        let status = unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return SQLITE_OK }
            let start = unsafe (base + range.lowerBound).assumingMemoryBound(to: CChar.self)
            var tail: UnsafePointer<CChar>?
            let status = unsafe sqlite3_prepare_v3(
                connection.handle, start, Int32(range.count), 0, &prepared, &tail)
            length = unsafe tail.map { unsafe start.distance(to: $0) } ?? range.count
            return status
        }
        guard status == SQLITE_OK else { throw connection.error(status) }
        guard let handle = unsafe prepared else { return nil }
        return unsafe PreparedStatement(handle: handle, length: length)
    }

    /// Prepares the statement that the bytes begin with to list its program (https://www.sqlite.org/lang_explain.html).
    static func prepareListing(
        _ bytes: ArraySlice<UInt8>, on connection: Connection
    ) throws(SQLiteError) -> PreparedStatement? {
        var text: [UInt8] = []
        text.reserveCapacity(explain.count + bytes.count)
        text += explain
        text += bytes
        guard var statement = try prepare(text, in: 0..<text.count, on: connection) else { return nil }
        statement.length -= explain.count
        statement.isListing = true
        return statement
    }

    private static let explain = Array("EXPLAIN ".utf8)

    /// Prepares a statement of our own.
    static func prepare(_ sql: String, on connection: Connection) throws(SQLiteError) -> PreparedStatement {
        let bytes = Array(sql.utf8)
        guard let statement = try prepare(bytes, in: 0..<bytes.count, on: connection) else {
            throw SQLiteError(code: SQLITE_MISUSE, message: "empty statement")
        }
        return statement
    }

    // MARK: What it is

    var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(handle) != 0 }
    var parameterCount: Int { Int(unsafe sqlite3_bind_parameter_count(handle)) }
    /// How many columns its result has; a listing's own are none of these.
    var columnCount: Int { isListing ? 0 : Int(unsafe sqlite3_column_count(handle)) }

    func columnName(_ index: Int) -> String {
        unsafe text(sqlite3_column_name(handle, Int32(index))) ?? ""
    }

    /// The type that the column's origin was declared with; `nil` for an expression.
    func declaredType(_ index: Int) -> String? {
        unsafe text(sqlite3_column_decltype(handle, Int32(index)))
    }

    func originTable(_ index: Int) -> String? {
        unsafe text(sqlite3_column_table_name(handle, Int32(index)))
    }

    func originColumn(_ index: Int) -> String? {
        unsafe text(sqlite3_column_origin_name(handle, Int32(index)))
    }

    // MARK: Running it

    /// Goes to the next row; `false` behind the last.
    func step(on connection: Connection) throws(SQLiteError) -> Bool {
        let status = unsafe sqlite3_step(handle)
        if status == SQLITE_ROW { return true }
        if status == SQLITE_DONE { return false }
        throw connection.error(status)
    }

    /// Makes it ready to run again, with that text as its first parameter.
    func restart(with argument: String) {
        unsafe sqlite3_reset(handle)
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        unsafe sqlite3_bind_text(handle, 1, argument, -1, transient)
    }

    func string(_ column: Int) -> String? {
        guard let bytes = unsafe sqlite3_column_text(handle, Int32(column)) else { return nil }
        return unsafe String(cString: bytes)
    }

    /// Hands the text of a column as SQLite holds it, ended by a zero; `nil` for NULL.
    func withText<Result>(_ column: Int, _ body: (UnsafePointer<UInt8>?) -> Result) -> Result {
        unsafe body(sqlite3_column_text(handle, Int32(column)))
    }

    func integer(_ column: Int) -> Int {
        Int(unsafe sqlite3_column_int64(handle, Int32(column)))
    }

    private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe String(cString: pointer)
    }
}
