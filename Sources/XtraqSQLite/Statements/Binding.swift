#if SQLite
import Foundation
import GRDB
import GRDBSQLite

/// Binds arguments to a statement by position.
///
/// Not by GRDB's `StatementArguments`: those end a text at its first U+0000.
enum Binding {
    /// Resets the statement and binds all arguments.
    ///
    /// - Throws: `XtraqError` where an argument cannot be stored or SQLite refuses one.
    static func bind(_ arguments: [Argument], to statement: Statement, of id: String) throws(XtraqError) {
        let count = Int(unsafe sqlite3_bind_parameter_count(statement.sqliteStatement))
        guard count == arguments.count else {
            throw XtraqError(
                .invalidArgument, query: id, expected: "\(count) arguments", found: "\(arguments.count) arguments")
        }
        // Tells GRDB that the bindings are taken care of, and resets the statement.
        statement.setUncheckedArguments(StatementArguments())
        for (place, argument) in arguments.enumerated() {
            let code = unsafe bind(argument.storage, at: CInt(place + 1), of: statement.sqliteStatement)
            guard code != SQLITE_OK else { continue }
            let name = parameterName(place + 1, of: statement)
            if case .invalid(let expected) = argument.storage {
                throw XtraqError(.invalidArgument, query: id, column: name, expected: expected)
            }
            let error = DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql)
            throw XtraqError(.database, query: id, column: name, underlying: error)
        }
    }

    private static func bind(_ value: Argument.Storage, at index: CInt, of pointer: OpaquePointer) -> CInt {
        // SQLITE_TRANSIENT: SQLite copies what it is given.
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null:
            return unsafe sqlite3_bind_null(pointer, index)
        case .integer(let integer):
            return unsafe sqlite3_bind_int64(pointer, index, integer)
        case .real(let real):
            return unsafe sqlite3_bind_double(pointer, index, real)
        case .text(var text):
            return text.withUTF8 { bytes in
                // Of an empty text the address may be missing, and that would bind NULL.
                guard let start = bytes.baseAddress else {
                    return unsafe sqlite3_bind_text(pointer, index, "", 0, transient)
                }
                return unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
                    unsafe sqlite3_bind_text64(
                        pointer, index, start, UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let data):
            guard !data.isEmpty else { return unsafe sqlite3_bind_zeroblob(pointer, index, 0) }
            return unsafe data.withUnsafeBytes { bytes in
                unsafe sqlite3_bind_blob64(pointer, index, bytes.baseAddress, UInt64(bytes.count), transient)
            }
        case .list:
            return unsafe sqlite3_bind_null(pointer, index)
        case .invalid:
            return SQLITE_MISMATCH
        }
    }

    static func parameterName(_ index: Int, of statement: Statement) -> String {
        guard let name = unsafe sqlite3_bind_parameter_name(statement.sqliteStatement, CInt(index)) else {
            return "?\(index)"
        }
        return unsafe String(cString: name)
    }
}
#endif
