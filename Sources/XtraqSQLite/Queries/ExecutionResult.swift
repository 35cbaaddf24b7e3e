#if SQLite
/// What a statement did (`:execresult`).
public struct ExecutionResult: Sendable, Hashable {
    /// The number of rows it inserted, updated or deleted, those of triggers and of foreign key actions not counted
    /// (`sqlite3_changes`).
    public let changes: Int
    /// The row id of the row that was inserted last on the connection, by this statement or an earlier one
    /// (`sqlite3_last_insert_rowid`); 0 where there was none.
    public let lastInsertedRowID: Int64

    /// Makes a result, for tests.
    public init(changes: Int, lastInsertedRowID: Int64) {
        self.changes = changes
        self.lastInsertedRowID = lastInsertedRowID
    }
}
#endif
