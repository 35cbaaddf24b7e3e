#if SQLite
import GRDB

extension ConstraintViolation {
    /// Reads what SQLite says of the constraint; its message is the only place that names table and columns.
    ///
    /// The messages are made in SQLite's `sqlite3UniqueConstraint`, `sqlite3HaltConstraint` and `OP_TypeCheck`:
    /// `UNIQUE constraint failed: t.a, t.b`, `UNIQUE constraint failed: index 'i'`, `CHECK constraint failed: name`,
    /// `cannot store TEXT value in INTEGER column t.a`.
    init(_ error: DatabaseError) {
        let message = error.message ?? ""
        let detail = message.split(separator: ": ", maxSplits: 1).dropFirst().first ?? ""
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_NOTNULL: self.init(kind: .notNull, columnsOf: detail)
        case .SQLITE_CONSTRAINT_UNIQUE: self.init(kind: .unique, columnsOf: detail)
        case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: self.init(kind: .primaryKey, columnsOf: detail)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self.init(kind: .foreignKey)
        case .SQLITE_CONSTRAINT_CHECK: self.init(kind: .check, name: String(detail))
        case .SQLITE_CONSTRAINT_TRIGGER: self.init(kind: .trigger, name: message)
        case .SQLITE_CONSTRAINT_DATATYPE:
            self.init(kind: .dataType, columnsOf: message.split(separator: " ").last ?? "")
        default: self.init(kind: .other, name: message)
        }
    }

    /// Reads `table.column, table.column` or `index 'name'`.
    private init(kind: Kind, columnsOf detail: Substring) {
        if detail.hasPrefix("index '") {
            self.init(kind: kind, name: String(detail.dropFirst(7).dropLast()))
            return
        }
        var table: Substring?
        var columns: [String] = []
        for part in detail.split(separator: ", ") {
            // A dot may be part of either name; the table is the same in every part, but most names have none.
            guard let dot = part.firstIndex(of: ".") else { continue }
            table = part[..<dot]
            columns.append(String(part[part.index(after: dot)...]))
        }
        self.init(kind: kind, table: table.map(String.init), columns: columns)
    }
}
#endif
