#if SQLite
/// A named query as data: who it is, its SQL, the columns it was made for, and how a row becomes a value.
///
/// Generated code holds one for each query; it is not tied to a connection. ``ReadQuery``, ``RowsQuery`` and
/// ``WriteQuery`` join it with arguments.
public struct QueryStatement<Row>: Sendable {
    /// The query as its source names it: `schema.name`.
    public let id: String
    /// The one SQL statement.
    public let sql: String
    /// The names of the result's columns when the snapshot was taken; empty for a statement without result.
    public let columns: [String]
    /// Makes a value of the current row.
    let decode: @Sendable (borrowing ResultRow) throws(XtraqError) -> Row

    /// Makes a statement whose rows become values.
    public init(
        _ id: String, _ sql: String, columns: [String],
        decode: @escaping @Sendable (borrowing ResultRow) throws(XtraqError) -> Row
    ) {
        self.id = id
        self.sql = sql
        self.columns = columns
        self.decode = decode
    }
}

extension QueryStatement<Void> {
    /// Makes a statement whose result, if it has any, is of no interest.
    public init(_ id: String, _ sql: String) {
        self.init(id, sql, columns: []) { _ throws(XtraqError) in }
    }
}
#endif
