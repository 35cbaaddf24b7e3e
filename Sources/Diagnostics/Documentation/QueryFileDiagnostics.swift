extension DiagnosticDocumentation {
    static let queryFiles: [DiagnosticCode: DiagnosticDocumentation] = [
        .sourceNotText: DiagnosticDocumentation(
            "A file that is not UTF-8 text",
            "Query and DDL files are read as UTF-8. A NUL byte ends SQL for SQLite, so it is refused too.",
            example: "Queries/orders.sql:3:14: error XQ0101: this byte is not UTF-8",
            remedy: "Save the file in UTF-8 encoding. A byte order mark may stay."
        ),
        .statementWithoutName: DiagnosticDocumentation(
            "A statement without a name",
            "A statement before the first `-- name:` line belongs to no query; no Swift is made for it.",
            example: "Queries/orders.sql:1:1: warning XQ0102: this statement has no name and is left out",
            remedy: "Give it a name, or move it to the schema's files."
        ),
        .queryNameMalformed: DiagnosticDocumentation(
            "A name line that cannot be read",
            "A query begins with a line `-- name: someName :many`: a name of letters, digits and `_`, and how many rows it answers.",
            example: #"Queries/orders.sql:1:10: error XQ0103: "order-summary" is not a name for a query"#,
            remedy: "Write the line as shown."
        ),
        .cardinalityUnknown: DiagnosticDocumentation(
            "An unknown number of rows",
            "Behind a query's name stands `:one`, `:optional`, `:many`, `:exec`, `:execrows`, `:execlastid` or `:execresult`.",
            example: #"""
                Queries/orders.sql:1:10: error XQ0104: ":mny" does not say how many rows orders answers with; did you mean :many?
                """#,
            remedy: "Write one of the seven."
        ),
        .cardinalityUnsupported: DiagnosticDocumentation(
            "A kind of query that SQLite does not have",
            "sqlc's kinds for batches and copying belong to PostgreSQL.",
            example: "Queries/orders.sql:1:10: error XQ0105: :copyfrom is not supported with SQLite",
            remedy: """
                Use `:exec`, `:one` or `:many` and run the query once for each item, within one transaction: SQLite runs inside \
                your program, so nothing is saved by sending them together.
                """
        ),
        .queryWithoutStatement: DiagnosticDocumentation(
            "A name without a statement",
            "Between this name and the next, or the end of the file, stands no statement.",
            example: "Queries/orders.sql:1:10: error XQ0106: orderSummary has no statement",
            remedy: "Write the statement, or take the name line out."
        ),
        .queryHasSeveralStatements: DiagnosticDocumentation(
            "Several statements under one name",
            "Only an `:exec` query can have several statements; of the others nobody could say whose rows are meant.",
            example: "Queries/orders.sql:5:1: error XQ0107: closeOrder has a second statement here",
            remedy: "Give each statement a name line of its own, or make the query `:exec`."
        ),
        .queryNameTwice: DiagnosticDocumentation(
            "Two queries of one name",
            "Within a schema, the folder of the file, each query has a name of its own.",
            example: "Queries/b.sql:2:10: error XQ0108: main.orderSummary is already at Queries/a.sql:1:10",
            remedy: "Rename one of them, or move one to another folder."
        ),
        .annotationUnknown: DiagnosticDocumentation(
            "An unknown annotation",
            "A line that begins with `@` under a query's name is an annotation: `@param`, `@column`, `@json`, `@row` or `@deprecated`.",
            example: "Queries/orders.sql:2:4: error XQ0109: @colum is not an annotation; did you mean @column?",
            remedy: "Correct the word. In documentation, put something before the `@`."
        ),
        .annotationUnsupported: DiagnosticDocumentation(
            "An annotation that is not for this query",
            "The annotation belongs to stored routines, which SQLite does not have.",
            example: "Queries/orders.sql:2:4: error XQ0110: @returns is not supported for a query with SQLite",
            remedy: "Take the line out."
        ),
        .annotationMalformed: DiagnosticDocumentation(
            "An annotation that cannot be read",
            """
            `@param since: Date?` gives a parameter's type; `@column total: Decimal`, `total!` and `total?` a column's type or \
            whether it can be NULL; `@row Order` names the row type.
            """,
            example: "Queries/orders.sql:2:4: error XQ0111: this annotation cannot be read",
            remedy: "Write it as shown."
        ),
        .annotationRepeated: DiagnosticDocumentation(
            "The same thing said twice",
            "Two annotations of one query say the same kind of thing of the same parameter or column.",
            example: "Queries/orders.sql:3:4: error XQ0112: @param since is said twice",
            remedy: "Keep one of the lines."
        ),
        .annotationMisplaced: DiagnosticDocumentation(
            "An annotation inside a statement",
            "Annotations stand between a query's name and its statement; within the statement a comment is a comment.",
            example: "Queries/orders.sql:4:5: error XQ0113: @column stands inside the statement",
            remedy: "Move the line up."
        ),
        .annotationOfNothing: DiagnosticDocumentation(
            "An annotation of something that is not there",
            "The query has no parameter or column of that name, or there is no such query.",
            example:
                "Queries/orders.sql:2:4: error XQ0114: @param names sinse, and orders has no such parameter; did you mean since?",
            remedy: "Correct the name, or take the line out."
        ),
        .macroMalformed: DiagnosticDocumentation(
            "A macro of sqlc that cannot be followed",
            """
            `sqlc.arg(name)`, `sqlc.narg(name)`, `sqlc.slice(name)` within `IN ( )`, and `sqlc.embed(table)` in the outermost \
            `SELECT` are understood.
            """,
            example: "Queries/orders.sql:3:30: error XQ0115: sqlc.nargs is no macro of sqlc; did you mean sqlc.narg?",
            remedy: "Write it as shown."
        ),
        .parameterNumberUnused: DiagnosticDocumentation(
            "A gap in the parameters' numbers",
            "SQLite counts parameters up to the highest number used; one that is not used would be an argument for nothing.",
            example: "Queries/orders.sql:3:30: error XQ0116: ?3 is used, but ?2 is not",
            remedy: "Number the parameters from 1 without gaps, or give them names."
        ),
        .parameterNameTwice: DiagnosticDocumentation(
            "One name with two marks",
            "For SQLite `:id` and `@id` are two parameters; for a reader, and in Swift, they are one name.",
            example: "Queries/orders.sql:3:30: error XQ0117: :id and @id are two parameters of one name",
            remedy: "Write both with the same mark."
        ),
        .cardinalityMismatch: DiagnosticDocumentation(
            "Rows are asked of a statement that returns none",
            "`:one`, `:optional` and `:many` need a result; this statement has no columns.",
            example: "Queries/orders.sql:1:10: error XQ0118: addOrder is :one, but its statement returns no columns",
            remedy: "Write `:exec`, `:execrows` or `:execlastid`, or end the statement with `RETURNING`."
        ),
        .transactionInQuery: DiagnosticDocumentation(
            "A transaction within a query",
            """
            The statements of an `:exec` query run in one transaction, or in a savepoint where one is open already, so that they \
            take effect together or not at all. A `BEGIN` or `COMMIT` among them would fail.
            """,
            example: "Queries/orders.sql:2:1: error XQ0119: closeOrder handles transactions itself",
            remedy: "Take `BEGIN` and `COMMIT` out."
        ),
        .listMisused: DiagnosticDocumentation(
            "A list in the place of one value",
            """
            A parameter that `json_each` reads is a list, handed over as a JSON array. It can be tested for NULL and given to \
            SQLite's JSON functions; compared with a column it would be that array's text.
            """,
            example: "Queries/orders.sql:3:59: error XQ0120: :ids is a list, and stands here for one value",
            remedy: "Give the one value a name of its own. A list is written `IN (SELECT value FROM json_each(:ids))`."
        ),
    ]
}
