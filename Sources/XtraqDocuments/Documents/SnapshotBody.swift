package import LocalTelemetry

/// What the `snapshot` document says: one for each run that took or tried a snapshot.
package struct SnapshotBody: Sendable {
    /// The engine; `nil` where the run ended before it was known.
    package var engine: EngineFacts?
    /// The phases that finished.
    package var phases: [Phase] = []
    /// What was found.
    package var objects = ObjectCounts()
    /// What was refreshed, and why.
    package var planner = Planner()
    /// How types and optionality became known.
    package var inference = InferenceCounts()
    /// What was done many times.
    package var operations: [OperationStatistics<SnapshotOperation>] = []
    /// The slowest of what the database did.
    package var slowest: [SlowStatement] = []
    /// The files of the snapshot.
    package var files = FileCounts()

    /// How many of the slowest are kept.
    static let slowestCount = 25

    /// Makes an empty body.
    package init() {}
}

/// How many things of each kind a snapshot has.
package struct ObjectCounts: Sendable {
    /// Named queries and routines.
    package var procedures = 0
    /// Their parameters.
    package var parameters = 0
    /// Their result columns.
    package var columns = 0
    /// Tables and views.
    package var tables = 0
    /// Types of the database's own.
    package var types = 0
    /// What was left out.
    package var skipped: [Skipped] = []

    /// Makes counts that are all zero.
    package init() {}

    /// How much was left out for one reason.
    package struct Skipped: Sendable {
        /// Why.
        package var reason: Closed<SkipReason>
        /// How much.
        package var count: Int

        /// Makes a count.
        package init(reason: Closed<SkipReason>, count: Int) {
            self.reason = reason
            self.count = count
        }
    }
}

/// How columns and parameters became known.
package struct InferenceCounts: Sendable {
    /// Of result columns.
    package var columns = Sources()
    /// Of parameters.
    package var parameters = Sources()

    /// Makes counts that are all zero.
    package init() {}

    /// How many became known in which way.
    package struct Sources: Sendable {
        /// The schema declares it.
        package var declared = 0
        /// The statement proves it.
        package var proven = 0
        /// An annotation says so.
        package var annotated = 0
        /// It is not known.
        package var unknown = 0

        /// Makes counts that are all zero.
        package init() {}
    }
}

/// One of the slowest things that the database did.
package struct SlowStatement: Sendable {
    /// What was done.
    package var operation: Closed<SnapshotOperation>
    /// The named query or routine.
    package var procedure: Pseudonym?
    /// The statement's text.
    package var statement: Pseudonym?
    /// How long it took.
    package var duration: Duration
    /// Rows read or returned.
    package var rows: Int
    /// The statement's parameters.
    package var parameterCount: Int
    /// Its result columns.
    package var columnCount: Int
    /// The length of its text.
    package var length: LengthClass?

    /// Makes an item.
    package init(
        operation: Closed<SnapshotOperation>, procedure: Pseudonym?, statement: Pseudonym?, duration: Duration,
        rows: Int, parameterCount: Int, columnCount: Int, length: LengthClass?
    ) {
        self.operation = operation
        self.procedure = procedure
        self.statement = statement
        self.duration = duration
        self.rows = rows
        self.parameterCount = parameterCount
        self.columnCount = columnCount
        self.length = length
    }
}
