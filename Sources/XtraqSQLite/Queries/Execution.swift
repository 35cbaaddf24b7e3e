#if SQLite
import GRDB
import GRDBSQLite

/// One execution of a statement on a connection: prepared, its columns compared, its arguments bound.
struct Execution<Row> {
    private let statement: QueryStatement<Row>
    private var prepared: Statement

    /// Prepares for an execution that ends before it returns.
    ///
    /// The connection's cached statement is used, unless it is in the midst of another execution (a query called while
    /// its own rows are being read).
    init(_ statement: QueryStatement<Row>, _ arguments: [Argument], on db: Database) throws(XtraqError) {
        self.statement = statement
        do {
            let cached = try db.cachedStatement(sql: statement.sql)
            let isBusy = unsafe sqlite3_stmt_busy(cached.sqliteStatement) != 0
            prepared = isBusy ? try db.makeStatement(sql: statement.sql) : cached
        } catch {
            throw XtraqError(error, query: statement.id, isPreparing: true)
        }
        try begin(arguments, on: db)
    }

    /// Prepares for an execution that outlives the call; nobody else uses its statement.
    init(lasting statement: QueryStatement<Row>, _ arguments: [Argument], on db: Database) throws(XtraqError) {
        self.statement = statement
        do {
            prepared = try db.makeStatement(sql: statement.sql)
        } catch {
            throw XtraqError(error, query: statement.id, isPreparing: true)
        }
        try begin(arguments, on: db)
    }

    private mutating func begin(_ arguments: [Argument], on db: Database) throws(XtraqError) {
        try expandLists(arguments, on: db)
        if !statement.columns.isEmpty { try ColumnCheck(prepared).compare(with: statement.columns, of: statement.id) }
        try Binding.bind(arguments, to: prepared, of: statement.id)
    }

    /// Prepares a statement with the lists in it that JSON cannot hold; nobody else uses that.
    private mutating func expandLists(_ arguments: [Argument], on db: Database) throws(XtraqError) {
        var sql = statement.sql
        var isExpanded = false
        for (place, argument) in arguments.enumerated() {
            guard case .list(let elements) = argument.storage else { continue }
            isExpanded = true
            sql = ListExpansion.expand(sql, parameter: Binding.parameterName(place + 1, of: prepared), elements)
        }
        guard isExpanded else { return }
        do {
            prepared = try db.makeStatement(sql: sql)
        } catch {
            throw XtraqError(error, query: statement.id)
        }
    }

    /// Executes it to its end, whatever rows it has.
    func run() throws(XtraqError) {
        do {
            try prepared.execute()
        } catch {
            throw XtraqError(error, query: statement.id)
        }
    }

    /// Executes it to its end and yields the number of rows that it changed, where an observer wants to know.
    func changes(on db: Database) throws(XtraqError) -> Int {
        guard QueryObserver.current != nil else {
            try run()
            return 0
        }
        let before = db.totalChangesCount
        try run()
        // What `changesCount` says is of an earlier statement where this one changed nothing.
        return db.totalChangesCount == before ? 0 : db.changesCount
    }

    /// Its rows, one at a time.
    func rows(_ observation: CursorObservation? = nil) throws(XtraqError) -> RowCursor<Row> {
        try RowCursor(statement, prepared, observation)
    }

    /// All its rows.
    func all(_ rowCount: inout Int) throws(XtraqError) -> [Row] {
        let cursor = try rows()
        var rows: [Row] = []
        defer { rowCount = rows.count }
        while let row = try cursor.next() { rows.append(row) }
        return rows
    }

    /// Its only row, or `nil` where there is none.
    func optional(_ rowCount: inout Int) throws(XtraqError) -> Row? {
        let cursor = try rows()
        guard let row = try cursor.next() else { return nil }
        rowCount = 1
        guard try !cursor.skip() else {
            throw XtraqError(.tooManyRows, query: statement.id, expected: "at most one row", found: "more")
        }
        return row
    }

    /// Its only row.
    func one(_ rowCount: inout Int) throws(XtraqError) -> Row {
        let cursor = try rows()
        guard let row = try cursor.next() else {
            throw XtraqError(.noRow, query: statement.id, expected: "one row", found: "none")
        }
        rowCount = 1
        guard try !cursor.skip() else {
            throw XtraqError(.tooManyRows, query: statement.id, expected: "one row", found: "more")
        }
        return row
    }
}
#endif
