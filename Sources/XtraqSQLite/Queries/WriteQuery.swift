#if SQLite
public import GRDB

/// A statement that may change the database, with its arguments.
///
/// ```swift
/// let id = try Main.addBook(title: "Emma").run(db)
/// let id = try await Main.addBook(title: "Emma").run(in: pool)
/// ```
///
/// What the database refuses leaves nothing behind. A result that is not what it should be (no row, a value that does not
/// fit) is noticed when the statement has done its work: the error undoes it together with the transaction it leaves.
public struct WriteQuery<Output>: Sendable {
    /// The query as its source names it: `schema.name`.
    public let id: String
    private let execute: @Sendable (Database) throws(XtraqError) -> Output

    /// Makes a statement that returns exactly one row.
    public init(one statement: QueryStatement<Output>, _ arguments: [Argument] = []) {
        id = statement.id
        execute = { db throws(XtraqError) in try Observation.one(statement, arguments, on: db) }
    }

    /// Makes a statement that returns one row or none.
    public init<Row>(optional statement: QueryStatement<Row>, _ arguments: [Argument] = []) where Output == Row? {
        id = statement.id
        execute = { db throws(XtraqError) in try Observation.optional(statement, arguments, on: db) }
    }

    /// Makes a statement that returns any number of rows.
    public init<Row>(many statement: QueryStatement<Row>, _ arguments: [Argument] = []) where Output == [Row] {
        id = statement.id
        execute = { db throws(XtraqError) in try Observation.all(statement, arguments, on: db) }
    }

    /// Executes it within a database access, transaction or savepoint of the caller's.
    @discardableResult
    public func run(_ db: Database) throws(XtraqError) -> Output {
        try execute(db)
    }
}

extension WriteQuery<Void> {
    /// Makes a statement whose result, if any, is of no interest.
    public init(_ statement: QueryStatement<Void>, _ arguments: [Argument] = []) {
        id = statement.id
        execute = { db throws(XtraqError) in try Observation.run(statement, arguments, on: db) }
    }
}

extension WriteQuery<Void> {
    /// Makes a query of several statements, which take effect together or not at all: they run in a savepoint, which is a
    /// transaction where none is open. An error names the statement by its number, in `XtraqError.statement`.
    public init(script: QueryScript, _ arguments: [Argument] = []) {
        id = script.id
        execute = { db throws(XtraqError) in
            try Observation.call(script.id) { (rowCount) throws(XtraqError) in
                try Self.run(script, arguments, on: db, &rowCount)
            }
        }
    }

    private static func run(
        _ script: QueryScript, _ arguments: [Argument], on db: Database, _ rowCount: inout Int
    ) throws(XtraqError) {
        do {
            try db.inSavepoint {
                for (place, part) in script.parts.enumerated() {
                    let statement = QueryStatement<Void>(script.id, part.sql)
                    let own = part.arguments.map { $0 > 0 && $0 <= arguments.count ? arguments[$0 - 1] : .null }
                    do throws(XtraqError) {
                        rowCount += try Execution(statement, own, on: db).changes(on: db)
                    } catch {
                        var error = error
                        error.statement = place + 1
                        throw error
                    }
                }
                return .commit
            }
        } catch {
            throw XtraqError(error, query: script.id)
        }
    }
}

extension WriteQuery<ExecutionResult> {
    /// Makes a statement that yields the number of rows it changed and the row id of the row inserted last.
    public init(result statement: QueryStatement<Void>, _ arguments: [Argument] = []) {
        id = statement.id
        execute = { db throws(XtraqError) in
            try Observation.run(statement, arguments, on: db)
            return ExecutionResult(changes: db.changesCount, lastInsertedRowID: db.lastInsertedRowID)
        }
    }
}

extension WriteQuery<Int> {
    /// Makes a statement that yields the number of rows it inserted, updated or deleted, those of triggers and of foreign
    /// key actions not counted (`sqlite3_changes`).
    public init(changes statement: QueryStatement<Void>, _ arguments: [Argument] = []) {
        id = statement.id
        execute = { db throws(XtraqError) in
            try Observation.run(statement, arguments, on: db)
            return db.changesCount
        }
    }
}

extension WriteQuery<Int64> {
    /// Makes a statement that yields the row id of the row it inserted last; where it inserted none, as `ON CONFLICT DO
    /// NOTHING` may, it throws `XtraqError.Code.noRow`.
    ///
    /// Where an upsert updated a row, the id is that of an earlier insertion (`sqlite3_last_insert_rowid`): use `RETURNING`
    /// there.
    public init(rowID statement: QueryStatement<Void>, _ arguments: [Argument] = []) {
        id = statement.id
        execute = { db throws(XtraqError) in
            try Observation.run(statement, arguments, on: db)
            guard db.changesCount > 0 else {
                throw XtraqError(.noRow, query: statement.id, expected: "an inserted row", found: "none")
            }
            return db.lastInsertedRowID
        }
    }
}

extension WriteQuery where Output: Sendable {
    /// Executes it in a write access of its own, in a transaction.
    @discardableResult
    public func run(in writer: some DatabaseWriter) async throws(XtraqError) -> Output {
        try await Access.perform(id) { try await writer.write(execute) }
    }
}
#endif
