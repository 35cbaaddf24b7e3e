extension DiagnosticDocumentation {
    static let database: [DiagnosticCode: DiagnosticDocumentation] = [
        .databaseMissing: DiagnosticDocumentation(
            "There is no such database",
            "A snapshot opens a database for reading; it never makes one.",
            example: "error XQ0201: there is no database at app.db",
            remedy: "Give the path of a database that exists, or leave `database` out to use the DDL files."
        ),
        .databaseUnreadable: DiagnosticDocumentation(
            "The database cannot be read",
            "SQLite cannot open or read the file: it is no database, encrypted, locked, or not readable for this user.",
            example: "error XQ0202: SQLite cannot read app.db: file is not a database",
            remedy: "The note says what SQLite's reason usually means."
        ),
        .engineUnsuitable: DiagnosticDocumentation(
            "This SQLite library does not tell enough",
            "Without `SQLITE_ENABLE_COLUMN_METADATA` SQLite does not say which column of which table a result comes from.",
            example: "error XQ0203: this SQLite library (3.40.1) does not tell where columns come from",
            remedy: "Use a library that was built with it, as Debian's is."
        ),
        .schemaStatementFailed: DiagnosticDocumentation(
            "A statement of the schema fails",
            "The DDL files are applied to an empty private database; SQLite refuses this statement, in the words shown.",
            example: #"Schema/shop.sql:12:3: error XQ0204: near "TEX": syntax error"#,
            remedy: "Correct the statement. Files are applied in natural order: 2 before 10."
        ),
        .schemaMissing: DiagnosticDocumentation(
            "There is no schema",
            "Queries are checked against a database or DDL files, and there is neither.",
            example: "error XQ0205: there is neither a DDL file nor a database to check the queries against",
            remedy: "Write the DDL to `Schema/`, say in `schema` where it is, or give `--database`."
        ),
        .statementRefused: DiagnosticDocumentation(
            "A statement that reaches elsewhere",
            "Neither schema nor queries may attach other databases, write files, load extensions or set `PRAGMA`s that do.",
            example:
                "Schema/shop.sql:1:1: error XQ0206: this statement is refused: a schema's files can reach no other file",
            remedy: "Take the statement out."
        ),
        .statementInvalid: DiagnosticDocumentation(
            "SQLite does not understand a query",
            "The statement cannot be prepared against the schema; the message is SQLite's own.",
            example: "Queries/orders.sql:4:8: error XQ0207: no such column: totl",
            remedy: "Correct the query, or the schema if that is behind."
        ),
    ]
}
