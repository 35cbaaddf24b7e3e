#if SQLite
public import GRDB

/// A query that only reads, with its arguments: any number of rows.
///
/// ```swift
/// let books = try Main.listBooks(limit: 10).fetch(db)
/// let cursor = try Main.listBooks(limit: 10).cursor(db)
/// while let book = try cursor.next() { … }
/// let books = try await Main.listBooks(limit: 10).fetch(from: pool)
/// ```
public struct RowsQuery<Row>: Sendable {
    /// The query as its source names it: `schema.name`.
    public var id: String { statement.id }
    private let statement: QueryStatement<Row>
    private let arguments: [Argument]

    /// Makes a query.
    public init(_ statement: QueryStatement<Row>, _ arguments: [Argument] = []) {
        self.statement = statement
        self.arguments = arguments
    }

    /// Executes it within a database access, transaction, savepoint or observation of the caller's.
    public func fetch(_ db: Database) throws(XtraqError) -> [Row] {
        try Observation.all(statement, arguments, on: db)
    }

    /// The rows one at a time, read from the database as they are asked for.
    ///
    /// Each cursor has a statement of its own, so that the same query can be executed while its rows are being read.
    public func cursor(_ db: Database) throws(XtraqError) -> RowCursor<Row> {
        guard let observer = QueryObserver.current else {
            return try Execution(lasting: statement, arguments, on: db).rows()
        }
        let start = ContinuousClock.now
        do {
            let execution = try Execution(lasting: statement, arguments, on: db)
            return try execution.rows(CursorObservation(statement.id, after: ContinuousClock.now - start))
        } catch {
            observer(
                QueryEvent(query: statement.id, duration: ContinuousClock.now - start, rowCount: 0, error: error))
            throw error
        }
    }
}

extension RowsQuery where Row: Sendable {
    /// Executes it in a read access of its own.
    public func fetch(from reader: some DatabaseReader) async throws(XtraqError) -> [Row] {
        try await Access.perform(statement.id) { try await reader.read(fetch) }
    }
}
#endif
