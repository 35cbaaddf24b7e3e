extension DiagnosticDocumentation {
    static let types: [DiagnosticCode: DiagnosticDocumentation] = [
        .parameterTypeUnknown: DiagnosticDocumentation(
            "A parameter whose type nobody says",
            "SQLite tells no types of parameters. The note shows the line to add, with the type that is likely meant.",
            example: "Queries/orders.sql:3:50: error XQ0301: SQLite does not tell the type of the parameter :since",
            remedy: "Add `-- @param since: Date` below the query's name; `Date?` where NULL may be passed."
        ),
        .columnTypeUnknown: DiagnosticDocumentation(
            "A column whose type nobody says",
            """
            SQLite tells the type of a table's column, but none for an expression, and for a `UNION` those of its first part \
            alone.
            """,
            example:
                "Queries/orders.sql:3:8: error XQ0302: the type of column total is not known: SQLite tells no type for an expression",
            remedy: "Add `-- @column total: Decimal` below the query's name, or write `AS \"total: Decimal\"`."
        ),
        .declaredTypeUnknown: DiagnosticDocumentation(
            "A declared type without a Swift type",
            "The schema declares the column as something that no Swift type follows from.",
            example:
                "Queries/places.sql:2:8: error XQ0303: no Swift type follows from the declared type GEOMETRY of places.shape",
            remedy: "Say it for the project in `types`, or for the query with `-- @column`."
        ),
        .typeMalformed: DiagnosticDocumentation(
            "Not the name of a Swift type",
            """
            What an annotation or `types` gives as a Swift type must be a name (`Money`, `Bank.Money`), an array, a dictionary, or a \
            generic type of such. That a value may be NULL is not said by a `?` in `types`, but by the schema or an annotation.
            """,
            example: #"error XQ0304: types: "not a type" for "orders.total" is not the name of a Swift type"#,
            remedy: "Write the type's name as Swift code would."
        ),
        .columnNameTwice: DiagnosticDocumentation(
            "Two columns of one name",
            """
            A row type has one property for each column. Columns of one name are \
            told apart by their tables; where that is not possible, one of them needs a name of its own.
            """,
            example: #"Queries/orders.sql:1:1: error XQ0305: two columns of query "totals" have one name"#,
            remedy: "Name one of the columns anew: `sum(net) AS net_total`."
        ),
        .rowTypeContradictory: DiagnosticDocumentation(
            "Queries that share a row type do not agree",
            """
            Queries with the same `@row` in one schema share one row type, so their columns must agree in name, type, optionality \
            and order.
            """,
            example: """
                error XQ0306: queries "order" and "openOrders" of schema "main" share @row Order but differ in total: Decimal, \
                total: Decimal?
                """,
            remedy: "Give one of them another `@row`, or make the columns agree."
        ),
    ]
}
