#if SQLite
import GRDB
import GRDBSQLite

/// The rows of a query, one at a time, as they are asked for.
///
/// It belongs to the database access it was made in: use it there, and do not let it out. Not `Sendable`.
public final class RowCursor<Row> {
    private let statement: QueryStatement<Row>
    private let prepared: Statement
    private let steps: FastDatabaseValueCursor<Step>
    private let check: ColumnCheck
    private var hasBegun = false
    private var observation: CursorObservation?

    init(
        _ statement: QueryStatement<Row>, _ prepared: Statement, _ observation: CursorObservation? = nil
    ) throws(XtraqError) {
        self.statement = statement
        self.prepared = prepared
        check = ColumnCheck(prepared)
        do {
            steps = try Step.fetchCursor(prepared)
        } catch {
            throw XtraqError(error, query: statement.id)
        }
        // From here on the cursor itself tells of its end.
        self.observation = observation
    }

    deinit { observation?.end(early: true) }

    /// The next row; `nil` behind the last.
    ///
    /// - Throws: `XtraqError` where the database fails or the row is not what the generated code was made for.
    public func next() throws(XtraqError) -> Row? {
        guard observation != nil else { return try step() }
        let start = ContinuousClock.now
        do {
            let row = try step()
            observation?.step(ContinuousClock.now - start, hasRow: row != nil)
            return row
        } catch {
            observation?.step(ContinuousClock.now - start, hasRow: false, error: error)
            throw error
        }
    }

    private func step() throws(XtraqError) -> Row? {
        guard try skip() else { return nil }
        return try unsafe statement.decode(
            ResultRow(statement: prepared.sqliteStatement, query: statement.id, columns: statement.columns))
    }

    /// Calls the closure with each row that is left.
    public func forEach(_ body: (Row) throws -> Void) throws {
        while let row = try next() { try body(row) }
    }

    /// Whether there was another row to go to.
    func skip() throws(XtraqError) -> Bool {
        let hasRow: Bool
        do {
            hasRow = try steps.next() != nil
        } catch {
            throw XtraqError(error, query: statement.id)
        }
        if !hasBegun {
            hasBegun = true
            if check.isOutdated { try check.compare(with: statement.columns, of: statement.id) }
        }
        return hasRow
    }
}

@available(*, unavailable)
extension RowCursor: Sendable {}

/// What a step yields to GRDB's cursor: nothing, as rows are read from the statement itself.
struct Step: DatabaseValueConvertible, StatementColumnConvertible {
    var databaseValue: DatabaseValue { .null }

    init() {}

    init(sqliteStatement: SQLiteStatement, index: CInt) {}

    static func fromDatabaseValue(_: DatabaseValue) -> Step? { Step() }

    static func fromStatement(_: SQLiteStatement, atUncheckedIndex _: CInt) -> Step? { Step() }
}
#endif
