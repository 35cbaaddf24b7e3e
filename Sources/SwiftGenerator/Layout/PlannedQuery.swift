import SnapshotModel

/// A query with everything decided that its own text decides.
struct PlannedQuery: Sendable {
    /// A parameter of the generated function.
    struct Input: Sendable {
        /// Without backticks.
        var name: String
        /// Whether callers write the name.
        var isLabelled: Bool
        var type: SwiftType
        var isOptional: Bool
        /// Its number in the statement, from 1.
        var index: Int
        /// Whether callers give any number of values.
        var isList = false
        /// The texts that it can be, where it becomes an enumeration of the query's own.
        var choices: [String] = []
    }

    /// A column of the result.
    struct Field: Sendable, Equatable {
        /// Without backticks.
        var name: String
        var type: SwiftType
        var isOptional: Bool
        /// As the engine names the column.
        var column: String
        /// The row that it is, where it is no single column.
        var embedded: EmbeddedRow?
        /// What it holds, where it is a JSON text of a known shape.
        var json: JSONShape?

        /// How many columns of the result it takes.
        var columnCount: Int { embedded?.fields.count ?? 1 }
    }

    /// The row of a table, as part of another row.
    struct EmbeddedRow: Sendable, Equatable {
        var table: String
        var fields: [Field]
    }

    /// What a row of the result becomes.
    enum Row: Sendable, Equatable {
        /// There is no result, or it is of no interest.
        case none
        /// The only column's value.
        case scalar
        /// A value of a type that several queries may share.
        case shared(RowSource)
        /// A value of a type of its own.
        case own
    }

    var query: Query
    var inputs: [Input]
    var fields: [Field]
    var row: Row

    /// The parameters in the order of their numbers, which nearly always is that of the function's.
    var inputsByIndex: [Input] {
        let isSorted = zip(inputs, inputs.dropFirst()).allSatisfy { $0.index < $1.index }
        return isSorted ? inputs : inputs.sorted { $0.index < $1.index }
    }
}

/// What gives a shared row type its name.
enum RowSource: Sendable, Hashable {
    /// `@row`.
    case annotation(String)
    /// All columns of a table.
    case table(String)
}
