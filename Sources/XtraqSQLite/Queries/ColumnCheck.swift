#if SQLite
import GRDB
import GRDBSQLite

/// Compares the columns that a prepared statement has with those that the generated code was made for.
///
/// A prepared statement can change under its owner: when the schema was changed, SQLite prepares it anew at its next step
/// (https://www.sqlite.org/c3ref/prepare.html), and `*` may then stand for other columns. So the comparison is made before
/// an execution, and again behind a step that prepared anew; never per row.
struct ColumnCheck {
    private let statement: Statement
    private let preparations: CInt

    init(_ statement: Statement) {
        self.statement = statement
        preparations = Self.preparations(of: statement)
    }

    /// Whether SQLite prepared the statement anew since this value was made.
    var isOutdated: Bool { Self.preparations(of: statement) != preparations }

    private static func preparations(of statement: Statement) -> CInt {
        unsafe sqlite3_stmt_status(statement.sqliteStatement, SQLITE_STMTSTATUS_REPREPARE, 0)
    }

    /// Throws the first difference.
    func compare(with expected: [String], of id: String) throws(XtraqError) {
        let pointer = unsafe statement.sqliteStatement
        let count = Int(unsafe sqlite3_column_count(pointer))
        for place in 0..<min(count, expected.count) {
            // The name is missing only where memory is.
            guard let name = unsafe sqlite3_column_name(pointer, CInt(place)) else { continue }
            if unsafe sqlite3_stricmp(name, expected[place]) != 0 { throw difference(from: expected, of: id) }
        }
        if count != expected.count { throw difference(from: expected, of: id) }
    }

    private func difference(from expected: [String], of id: String) -> XtraqError {
        // Not by GRDB's `columnNames`, which are those of the first preparation.
        let pointer = unsafe statement.sqliteStatement
        let found = (0..<(unsafe sqlite3_column_count(pointer))).map { place in
            unsafe sqlite3_column_name(pointer, place).map { unsafe String(cString: $0) } ?? ""
        }
        let missing = expected.first { !found.contains($0) }
        let unexpected = found.first { !expected.contains($0) }
        let place = zip(expected, found).first { $0 != $1 }
        return XtraqError(
            missing == nil && unexpected != nil ? .columnUnexpected : .columnMissing, query: id,
            column: missing ?? unexpected ?? place?.0, expected: "the columns \(expected.joined(separator: ", "))",
            found: found.joined(separator: ", "))
    }
}
#endif
