#if SQLite
public import GRDB

/// A query that only reads, with its arguments: one row, or one or none.
///
/// ```swift
/// let book = try Main.book(id: 7).fetch(db)
/// let book = try await Main.book(id: 7).fetch(from: pool)
/// ```
public struct ReadQuery<Output>: Sendable {
    /// The query as its source names it: `schema.name`.
    public let id: String
    private let execute: @Sendable (Database) throws(XtraqError) -> Output

    /// Makes a query of exactly one row.
    public init(one statement: QueryStatement<Output>, _ arguments: [Argument] = []) {
        id = statement.id
        execute = { db throws(XtraqError) in try Observation.one(statement, arguments, on: db) }
    }

    /// Makes a query of one row or none.
    public init<Row>(optional statement: QueryStatement<Row>, _ arguments: [Argument] = []) where Output == Row? {
        id = statement.id
        execute = { db throws(XtraqError) in try Observation.optional(statement, arguments, on: db) }
    }

    /// Executes it within a database access, transaction, savepoint or observation of the caller's.
    public func fetch(_ db: Database) throws(XtraqError) -> Output {
        try execute(db)
    }
}

extension ReadQuery where Output: Sendable {
    /// Executes it in a read access of its own.
    public func fetch(from reader: some DatabaseReader) async throws(XtraqError) -> Output {
        try await Access.perform(id) { try await reader.read(execute) }
    }
}
#endif
