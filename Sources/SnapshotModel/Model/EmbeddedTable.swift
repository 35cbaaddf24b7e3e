/// Neighbouring columns of a result that together are a row of one table (`sqlc.embed`).
package struct EmbeddedTable: Sendable, Equatable {
    /// As the statement calls it: the table's name or alias.
    package var name: String
    /// The table or view, as declared.
    package var table: String
    /// The place of its first column in the result, from 0.
    package var first: Int
    /// The number of its columns.
    package var count: Int
    /// Whether it can be missing: the table is on the optional side of an outer join, and its columns are all NULL then.
    package var isOptional: Bool

    /// Makes an embedded table.
    package init(name: String, table: String, first: Int, count: Int, isOptional: Bool) {
        self.name = name
        self.table = table
        self.first = first
        self.count = count
        self.isOptional = isOptional
    }

    /// The places of its columns in the result.
    package var columns: Range<Int> { first..<(first + count) }
}
