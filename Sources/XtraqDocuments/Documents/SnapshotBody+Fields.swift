import LocalTelemetry

extension SnapshotBody {
    static let fields: [Field<SnapshotBody>] = [
        .object(
            "engine", \.engine, "The database engine.", EngineFacts.fields
        ).present("once it was known"),
        .list(
            "phases", \.phases, atMost: 16, "The phases that finished.", Phase.fields(Vocabulary(SnapshotPhase.self))),
        .object("objects", \.objects, "How many things of each kind the snapshot has.", ObjectCounts.fields),
        .object("planner", \.planner, "What was refreshed, and why.", Planner.fields),
        .object(
            "inference", \.inference, "How columns and parameters became known.",
            [
                .object("columns", \.columns, "Result columns.", InferenceCounts.Sources.fields),
                .object("parameters", \.parameters, "Parameters.", InferenceCounts.Sources.fields),
            ]),
        .list(
            "operations", \.operations, atMost: 16, "What was done many times, by operation.",
            OperationStatistics.fields),
        .list(
            "slowest", \.slowest, atMost: slowestCount, order: .slowest(\.duration),
            "The slowest of what the database did.",
            SlowStatement.fields
        ).redacted(.keep, strict: .drop),
        .object("files", \.files, "The files of the snapshot.", FileCounts.fields),
    ]
}

extension ObjectCounts {
    static let fields: [Field<ObjectCounts>] = [
        .count("procedures", \.procedures, "Named queries and routines."),
        .count("parameters", \.parameters, "Their parameters."),
        .count("columns", \.columns, "Their result columns."),
        .count("tables", \.tables, "Tables and views."),
        .count("types", \.types, "Types of the database's own."),
        .list(
            "skipped", \.skipped, atMost: 16, "What was left out, by reason.",
            [
                .closed("reason", \.reason, "Why it was left out."),
                .count("count", \.count, "How much was left out for it."),
            ]),
    ]
}

extension InferenceCounts.Sources {
    static let fields: [Field<InferenceCounts.Sources>] = [
        .count("declared", \.declared, "Known because the schema declares it."),
        .count("proven", \.proven, "Known because the statement proves it."),
        .count("annotated", \.annotated, "Known because an annotation says so."),
        .count("unknown", \.unknown, "Not known."),
    ]
}

extension SlowStatement {
    static let fields: [Field<SlowStatement>] = [
        .closed("operation", \.operation, "What was done."),
        .pseudonym(
            "procedureHash", \.procedure, class: .procedure,
            "The named query or routine: its owner can find out which."
        ).present("where it was done for one"),
        .pseudonym(
            "statementHash", \.statement, class: .statement,
            "The statement's text: tells a changed statement from an unchanged one."
        ).present("where it has a text"),
        .duration("durationMs", \.duration, "How long it took."),
        .count("rows", \.rows, unit: .rows, "Rows that it read or returned."),
        .count("parameterCount", \.parameterCount, "Parameters of the statement."),
        .count("columnCount", \.columnCount, "Result columns of the statement."),
        .closed(
            "statementLengthClass", \.length, "The length of the statement's text in bytes, up to a power of two."
        ).present("where it has a text"),
    ]
}
