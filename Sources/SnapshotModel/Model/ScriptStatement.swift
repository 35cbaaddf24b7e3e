/// One of the statements of a query that has several.
package struct ScriptStatement: Sendable, Equatable {
    /// The statement, without its semicolon.
    package var sql: String
    /// For each of its parameters, in the order in which SQLite counts them, the number of the query's parameter, from 1;
    /// 0 for a number that the statement leaves out.
    package var arguments: [Int]

    /// Makes a statement.
    package init(sql: String, arguments: [Int]) {
        self.sql = sql
        self.arguments = arguments
    }
}
