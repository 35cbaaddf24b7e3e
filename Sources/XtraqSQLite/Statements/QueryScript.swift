#if SQLite
/// A named query of several statements as data: who it is, and its statements with the arguments that each takes.
public struct QueryScript: Sendable {
    /// One of the statements.
    public struct Part: Sendable {
        /// The one SQL statement.
        public let sql: String
        /// For each of its parameters the number of the query's argument, from 1; 0 for one that the statement leaves out.
        public let arguments: [Int]

        /// Makes a part.
        public init(_ sql: String, _ arguments: [Int] = []) {
            self.sql = sql
            self.arguments = arguments
        }
    }

    /// The query as its source names it: `schema.name`.
    public let id: String
    /// The statements in their order.
    public let parts: [Part]

    /// Makes a script.
    public init(_ id: String, _ parts: [Part]) {
        self.id = id
        self.parts = parts
    }
}
#endif
