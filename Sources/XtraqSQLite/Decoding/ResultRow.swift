#if SQLite
import Foundation
import GRDB
import GRDBSQLite

/// The current row of a result, read column by column while it is decoded.
///
/// Reading is strict: NULL where none can be, another storage class, a value that is none of the Swift type throw an
/// `XtraqError` that names query and column; nothing is converted on the way but without loss.
@safe
public struct ResultRow: ~Copyable {
    private let statement: OpaquePointer
    /// Where the row begins among the result's columns: an embedded table's row is a part of it.
    private let first: Int
    /// The query, for errors.
    let query: String
    /// The columns' names, for errors.
    let columns: [String]

    init(statement: OpaquePointer, query: String, columns: [String], first: Int = 0) {
        unsafe self.statement = statement
        self.first = first
        self.query = query
        self.columns = columns
    }

    // MARK: What SQLite has

    /// How SQLite stores the value of a column in this row.
    func storageClass(_ index: Int) -> StorageClass {
        StorageClass(code: unsafe sqlite3_column_type(statement, CInt(first + index)))
    }

    func int64(_ index: Int) -> Int64 {
        unsafe sqlite3_column_int64(statement, CInt(first + index))
    }

    func double(_ index: Int) -> Double {
        unsafe sqlite3_column_double(statement, CInt(first + index))
    }

    /// The column's bytes, valid during the call.
    func withBytes<Result, Failure: Error>(
        _ index: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = unsafe sqlite3_column_blob(statement, CInt(first + index))
        let count = Int(unsafe sqlite3_column_bytes(statement, CInt(first + index)))
        return unsafe try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    /// The column as GRDB hands values around.
    func databaseValue(_ index: Int) -> DatabaseValue {
        unsafe DatabaseValue(sqliteStatement: statement, index: CInt(first + index))
    }

    // MARK: Embedded tables

    /// A row of a table that is part of this one.
    public func embedded<Row>(
        _ index: Int, _ read: (borrowing ResultRow) throws(XtraqError) -> Row
    ) throws(XtraqError) -> Row {
        try unsafe read(ResultRow(statement: statement, query: query, columns: columns, first: first + index))
    }

    /// A row of a table that is part of this one; `nil` where all its columns are NULL, as an outer join has it that found
    /// none.
    public func optionalEmbedded<Row>(
        _ index: Int, count: Int, _ read: (borrowing ResultRow) throws(XtraqError) -> Row
    ) throws(XtraqError) -> Row? {
        for place in index..<(index + count) where !isNull(place) { return try embedded(index, read) }
        return nil
    }

    // MARK: Errors

    /// The column's name.
    func name(_ index: Int) -> String {
        columns[first + index]
    }

    func isNull(_ index: Int) -> Bool {
        storageClass(index) == .null
    }

    /// Whether the column is NULL or of another storage class than expected.
    func mismatch(_ index: Int, expected: String) -> XtraqError {
        let found = storageClass(index)
        return XtraqError(
            found == .null ? .unexpectedNull : .wrongStorageClass, query: query, column: name(index),
            expected: expected, found: "\(found)", foundValue: found == .null ? nil : "\(databaseValue(index))")
    }

    func invalid(_ index: Int, expected: String) -> XtraqError {
        XtraqError(
            .invalidValue, query: query, column: name(index), expected: expected,
            found: "another \(storageClass(index))", foundValue: "\(databaseValue(index))")
    }
}

@available(*, unavailable)
extension ResultRow: Sendable {}

/// How SQLite stores a value (https://www.sqlite.org/datatype3.html).
enum StorageClass: String, CustomStringConvertible {
    case null = "NULL", integer = "INTEGER", real = "REAL", text = "TEXT", blob = "BLOB"

    init(code: CInt) {
        self =
            switch code {
            case SQLITE_INTEGER: .integer
            case SQLITE_FLOAT: .real
            case SQLITE_TEXT: .text
            case SQLITE_BLOB: .blob
            default: .null
            }
    }

    var description: String { rawValue }
}
#endif
