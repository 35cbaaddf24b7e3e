import CSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Connection {
    /// What a connection is for.
    enum Use {
        /// DDL files are run.
        case schema
        /// Queries are prepared, never run.
        case queries
    }

    /// Takes away what the use does not need.
    ///
    /// Preparing a statement runs nothing, with one exception: some `PRAGMA`s act while they are prepared
    /// (https://www.sqlite.org/pragma.html). Running DDL can reach files by `ATTACH` and `VACUUM INTO`.
    func restrict(to use: Use) {
        unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        _ = unsafe xtraq_sqlite3_set_switch(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
        switch use {
        case .schema:
            unsafe sqlite3_set_authorizer(
                handle,
                { _, action, first, second, _, _ in
                    unsafe Restriction.ofSchema(action, first, second)
                }, nil)
        case .queries:
            unsafe sqlite3_set_authorizer(
                handle,
                { context, action, first, second, _, route in
                    if let context = unsafe context {
                        let collector = unsafe Unmanaged<DependencyCollector>.fromOpaque(context).takeUnretainedValue()
                        unsafe collector.note(action, first, second, route)
                    }
                    return unsafe Restriction.ofQueries(action, first, second)
                }, Unmanaged.passUnretained(collector).toOpaque())
        }
    }

    /// Runs our own statements without restriction.
    func unrestricted<Result>(_ body: () throws(SQLiteError) -> Result) throws(SQLiteError) -> Result {
        unsafe sqlite3_set_authorizer(handle, nil, nil)
        defer { restrict(to: .queries) }
        return try body()
    }

    /// Ends what runs on this connection after about that many instructions of SQLite's machine.
    func limitInstructions(_ limit: Int, _ body: () throws(SQLiteError) -> Void) throws(SQLiteError) {
        let step = 100_000
        let left = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        unsafe left.initialize(to: limit / step)
        defer {
            unsafe sqlite3_progress_handler(handle, 0, nil, nil)
            unsafe left.deallocate()
        }
        unsafe sqlite3_progress_handler(
            handle, Int32(step),
            { context in
                guard let left = unsafe context?.assumingMemoryBound(to: Int.self) else { return 1 }
                unsafe left.pointee -= 1
                return unsafe left.pointee < 0 ? 1 : 0
            }, left)
        try body()
    }
}

/// What SQLite asks while it prepares a statement, and what it is answered.
private enum Restriction {
    /// Pragmas that only read, whatever their argument.
    private static let reading: Set<String> = [
        "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
        "database_list", "collation_list", "function_list", "module_list", "compile_options", "integrity_check",
        "quick_check", "foreign_key_check", "pragma_list",
    ]

    /// Pragmas that a schema's files may set on their private database.
    private static let setting: Set<String> = [
        "foreign_keys", "defer_foreign_keys", "legacy_alter_table", "recursive_triggers", "user_version",
        "application_id", "encoding", "page_size", "auto_vacuum", "journal_mode", "synchronous", "cache_size",
        "locking_mode", "case_sensitive_like", "ignore_check_constraints", "writable_schema", "temp_store",
        "busy_timeout", "secure_delete", "wal_autocheckpoint", "journal_size_limit", "mmap_size", "trusted_schema",
        "automatic_index", "reverse_unordered_selects", "cell_size_check", "checkpoint_fullfsync", "fullfsync",
        "analysis_limit", "optimize", "cache_spill", "threads",
    ]

    @unsafe
    static func ofSchema(
        _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
    ) -> Int32 {
        switch action {
        case SQLITE_ATTACH, SQLITE_DETACH: return SQLITE_DENY
        case SQLITE_READ:
            // Read as NULL, statistics are none.
            let isStatistics = unsafe first.map { unsafe strncmp($0, "sqlite_stat", 11) == 0 } ?? false
            return isStatistics ? SQLITE_IGNORE : SQLITE_OK
        case SQLITE_PRAGMA:
            let name = unsafe text(first)
            return unsafe second == nil || reading.contains(name) || setting.contains(name) ? SQLITE_OK : SQLITE_DENY
        case SQLITE_FUNCTION: return unsafe text(second) == "load_extension" ? SQLITE_DENY : SQLITE_OK
        default: return SQLITE_OK
        }
    }

    @unsafe
    static func ofQueries(
        _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
    ) -> Int32 {
        switch action {
        case SQLITE_ATTACH, SQLITE_DETACH: return SQLITE_DENY
        case SQLITE_PRAGMA:
            return unsafe second == nil || reading.contains(text(first)) ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_OK
        }
    }

    @unsafe
    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0).lowercased() } ?? ""
    }
}
