/// The named queries of one `.sql` file.
package struct QueryFile: Sendable, Equatable {
    /// Path of the source relative to the project root, with `/`.
    package var path: String
    /// The schema that its queries belong to (the path of the folder below the glob's fixed part, `/` as `_`; else `main`).
    package var schema: String
    /// The queries in the order of the file.
    package var queries: [Query]

    /// Makes a file.
    package init(path: String, schema: String, queries: [Query]) {
        self.path = path
        self.schema = schema
        self.queries = queries
    }
}

/// One named query.
package struct Query: Sendable, Equatable {
    /// As written behind `-- name:`.
    package var name: String
    /// How many rows it answers with.
    package var cardinality: Cardinality
    /// The statement as the engine gets it, without annotations and the final semicolon.
    package var sql: String
    /// The doc comment's lines (Markdown), without the comment marks.
    package var documentation: [String]
    /// The text behind `@deprecated`, empty where there is none behind the tag; `nil` where it is not deprecated.
    package var deprecation: String?
    /// The name of the row type by `@row`; `nil` where it follows from the query's name.
    package var rowName: String?
    /// In the order in which they are to be bound.
    package var parameters: [Parameter]
    /// In the order of the result; empty where the statement returns none.
    package var columns: [Column]
    /// Whether it cannot change the database (`sqlite3_stmt_readonly`).
    package var isReadOnly: Bool
    /// Columns that together are a row of a table, in the order of the result.
    package var embeds: [EmbeddedTable] = []
    /// The statements, where they are more than one; ``sql`` is then the text of all.
    package var script: [ScriptStatement] = []

    /// Makes a query.
    package init(
        name: String, cardinality: Cardinality, sql: String, documentation: [String] = [], deprecation: String? = nil,
        rowName: String? = nil, parameters: [Parameter] = [], columns: [Column] = [], isReadOnly: Bool = true
    ) {
        self.name = name
        self.cardinality = cardinality
        self.sql = sql
        self.documentation = documentation
        self.deprecation = deprecation
        self.rowName = rowName
        self.parameters = parameters
        self.columns = columns
        self.isReadOnly = isReadOnly
    }
}

/// How many rows a query answers with, and what its caller gets.
package enum Cardinality: String, Sendable, CaseIterable {
    /// Exactly one row; none or more than one throws.
    case one
    /// One row or none.
    case optional
    /// Any number of rows.
    case many
    /// Nothing.
    case exec
    /// The number of rows changed.
    case execrows
    /// The row id last inserted.
    case execlastid
    /// Both: the number of rows changed, and the row id last inserted.
    case execresult

    /// Whether the caller gets rows.
    package var hasRows: Bool {
        switch self {
        case .one, .optional, .many: true
        case .exec, .execrows, .execlastid, .execresult: false
        }
    }
}

/// One parameter of a query.
package struct Parameter: Sendable, Equatable {
    /// Its name without the mark before it (`:`, `@`, `$`); `nil` for `?`.
    package var name: String?
    /// Its number as SQLite counts (`sqlite3_bind_parameter_index`), from 1.
    package var index: Int
    /// What it holds.
    package var type: ValueType
    /// Whether the caller may pass NULL.
    package var isOptional: Bool
    /// How type and optionality became known.
    package var knowledge: Knowledge
    /// Whether it is a list of such values, which the statement reads with `json_each`.
    package var isList = false
    /// The texts that it is compared with, where it can be no other; else empty.
    package var choices: [String] = []
    /// The one table column that it is stored in or compared with.
    package var origin: ColumnOrigin?
    /// What says so.
    package var reason: Reason?

    /// Makes a parameter.
    package init(
        name: String?, index: Int, type: ValueType, isOptional: Bool, knowledge: Knowledge,
        origin: ColumnOrigin? = nil, reason: Reason? = nil
    ) {
        self.name = name
        self.index = index
        self.type = type
        self.isOptional = isOptional
        self.knowledge = knowledge
        self.origin = origin
        self.reason = reason
    }
}

/// One column of a result.
package struct Column: Sendable, Equatable {
    /// As the engine names it, overrides (`!`, `?`, `: Type`) taken off.
    package var name: String
    /// What it holds.
    package var type: ValueType
    /// Whether it may be NULL.
    package var isOptional: Bool
    /// The table column that it comes from, where the engine tells.
    package var origin: ColumnOrigin?
    /// How type and optionality became known.
    package var knowledge: Knowledge
    /// What says whether it may be NULL.
    package var reason: Reason?
    /// What its JSON text holds, where the statement makes it and no annotation says otherwise.
    package var json: JSONShape?

    /// Makes a column.
    package init(
        name: String, type: ValueType, isOptional: Bool, origin: ColumnOrigin? = nil, knowledge: Knowledge,
        reason: Reason? = nil
    ) {
        self.name = name
        self.type = type
        self.isOptional = isOptional
        self.origin = origin
        self.knowledge = knowledge
        self.reason = reason
    }
}

/// The table column that a result column comes from.
package struct ColumnOrigin: Sendable, Equatable, Hashable {
    package var table: String
    package var column: String

    /// Makes an origin.
    package init(table: String, column: String) {
        self.table = table
        self.column = column
    }
}

/// What a parameter or column holds.
package enum ValueType: Sendable, Hashable {
    /// A type of the database as declared there, `VARCHAR(20)`; the generator finds the Swift type for it.
    case declared(String)
    /// A Swift type that an annotation or the configuration named: `Date`, `Decimal`, `OrderStatus`.
    case swift(String)
}

/// How something became known; the least certain that took part.
package enum Knowledge: String, Sendable, CaseIterable {
    /// The schema declares it.
    case declared
    /// It follows from schema and statement.
    case proven
    /// An annotation or the configuration says so.
    case annotated
    /// Nobody says so: the cautious answer.
    case unknown
}
