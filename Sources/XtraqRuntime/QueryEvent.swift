/// What one call of a generated query did; see ``QueryObserver``.
///
/// It holds no SQL, no argument and no value of the database. The error may, in ``XtraqError/foundValue``.
public struct QueryEvent: Sendable {
    /// The query as its source names it: `schema.name`.
    public var query: String
    /// The time spent in the database: preparing, executing, reading rows. Of a cursor, without what its user does between
    /// two rows.
    public var duration: Duration
    /// The rows that were read; of a statement without result, the rows that it inserted, updated or deleted, those of
    /// triggers not counted.
    public var rowCount: Int
    /// Whether a cursor was let go of with rows perhaps left.
    public var endedEarly: Bool
    /// What the call threw; `nil` where it succeeded.
    public var error: XtraqError?

    /// Makes an event.
    public init(
        query: String, duration: Duration, rowCount: Int, endedEarly: Bool = false, error: XtraqError? = nil
    ) {
        self.query = query
        self.duration = duration
        self.rowCount = rowCount
        self.endedEarly = endedEarly
        self.error = error
    }
}
