#if SQLite
import GRDB

/// Tells the observer, where there is one, of one call.
enum Observation {
    /// Makes a call that counts its rows.
    static func call<Output>(
        _ query: String, _ body: (_ rowCount: inout Int) throws(XtraqError) -> Output
    ) throws(XtraqError) -> Output {
        var rowCount = 0
        guard let observer = QueryObserver.current else { return try body(&rowCount) }
        let start = ContinuousClock.now
        do {
            let output = try body(&rowCount)
            observer(QueryEvent(query: query, duration: ContinuousClock.now - start, rowCount: rowCount))
            return output
        } catch {
            observer(QueryEvent(query: query, duration: ContinuousClock.now - start, rowCount: rowCount, error: error))
            throw error
        }
    }

    /// The one row that a statement answers with.
    static func one<Row>(
        _ statement: QueryStatement<Row>, _ arguments: [Argument], on db: Database
    ) throws(XtraqError) -> Row {
        try call(statement.id) { (rowCount) throws(XtraqError) in
            try Execution(statement, arguments, on: db).one(&rowCount)
        }
    }

    /// The one row that a statement answers with, or none.
    static func optional<Row>(
        _ statement: QueryStatement<Row>, _ arguments: [Argument], on db: Database
    ) throws(XtraqError) -> Row? {
        try call(statement.id) { (rowCount) throws(XtraqError) in
            try Execution(statement, arguments, on: db).optional(&rowCount)
        }
    }

    /// All rows that a statement answers with.
    static func all<Row>(
        _ statement: QueryStatement<Row>, _ arguments: [Argument], on db: Database
    ) throws(XtraqError) -> [Row] {
        try call(statement.id) { (rowCount) throws(XtraqError) in
            try Execution(statement, arguments, on: db).all(&rowCount)
        }
    }

    /// Runs a statement whose result is of no interest, and counts the rows that it changed.
    static func run(
        _ statement: QueryStatement<Void>, _ arguments: [Argument], on db: Database
    ) throws(XtraqError) {
        try call(statement.id) { (rowCount) throws(XtraqError) in
            rowCount = try Execution(statement, arguments, on: db).changes(on: db)
        }
    }
}

/// What a cursor has to tell its observer in the end.
struct CursorObservation {
    private let observer: @Sendable (QueryEvent) -> Void
    private let query: String
    private var duration: Duration
    private var rowCount = 0
    private var hasEnded = false

    /// Begins, where there is an observer, with the time that it took to begin; `nil` where there is none.
    init?(_ query: String, after duration: Duration) {
        guard let observer = QueryObserver.current else { return nil }
        self.observer = observer
        self.query = query
        self.duration = duration
    }

    /// Counts a step to a row or to the end; a step that failed is the last.
    mutating func step(_ duration: Duration, hasRow: Bool, error: XtraqError? = nil) {
        self.duration += duration
        if hasRow { rowCount += 1 } else { end(error: error) }
    }

    /// Tells the observer, once.
    mutating func end(early: Bool = false, error: XtraqError? = nil) {
        guard !hasEnded else { return }
        hasEnded = true
        observer(
            QueryEvent(query: query, duration: duration, rowCount: rowCount, endedEarly: early, error: error))
    }
}
#endif
