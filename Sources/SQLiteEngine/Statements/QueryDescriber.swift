import Diagnostics
import SnapshotModel

/// Describes one query from what SQLite says of its statement, the schema, and the annotations.
struct QueryDescriber {
    let source: SourceFile
    let query: ParsedQuery
    /// The configuration's `types`.
    let types: [String: String]
    let catalogue: Catalogue
    /// The text, taken apart.
    let text: QueryText
    /// The views with `UNION` that the statement uses.
    var compoundViews: Set<String> = []
    /// The instructions that say which columns of the result may be NULL.
    private(set) var evidence: [Evidence] = []
    var findings: [Finding] = []
    /// What the statement's bytecode says of its columns.
    var inferredColumns: [InferredColumn] = []
    private(set) var columns: [Column] = []
    private(set) var statements: [StatementFacts] = []
    /// The statements' places in what SQLite gets, without their semicolons.
    private var parts: [Range<Int>] = []
    private var isReadOnly = true
    let embeds: [EmbedResolver.Embed]

    var tokens: StatementTokens { text.tokens }
    var overrides: AliasOverrides { text.overrides }

    /// Makes a describer.
    init(
        source: SourceFile, query: ParsedQuery, text: QueryText, embeds: [EmbedResolver.Embed] = [],
        types: [String: String], catalogue: Catalogue
    ) {
        self.source = source
        self.query = query
        self.types = types
        self.catalogue = catalogue
        self.text = text
        self.embeds = embeds
        for problem in text.problems {
            report(.macroMalformed, problem.message, at: problem.offset, notes: problem.notes)
        }
    }

    /// Takes in a statement of the query; a query has one, and several where it is `:exec`.
    ///
    /// - Parameters:
    ///   - statement: The statement as prepared.
    ///   - range: Its place in what SQLite got.
    ///   - tokens: Its tokens.
    ///   - lists: Its lists.
    ///   - inferred: What its bytecode says.
    ///   - probed: What the bytecode says where each list is one value.
    mutating func add(
        _ statement: borrowing PreparedStatement, in range: Range<Int>, _ tokens: StatementTokens,
        lists: ListParameters, inferred: InferredStatement, probed: InferredStatement
    ) {
        let facts = StatementFacts(tokens, lists: lists, inferred: inferred.parameters, probed: probed.parameters)
        for misuse in lists.misuses(in: tokens) {
            report(
                .listMisused, "\(misuse.name) is a list, and stands here for one value",
                at: text.sourceOffset(of: misuse.offset),
                notes: ["name the one value otherwise; a list is read with \"json_each(\(misuse.name))\" alone"])
        }
        for use in lists.uses where use.text == "?" {
            report(
                .listMisused, "a list needs a name", at: text.sourceOffset(of: use.offset),
                notes: ["write \"json_each(:name)\""])
        }
        statements.append(facts)
        let end = tokens.all.last { $0.kind != .semicolon }?.range.upperBound ?? range.upperBound
        let start = tokens.all.first?.range.lowerBound ?? range.lowerBound
        parts.append(start..<end)
        isReadOnly = isReadOnly && statement.isReadOnly
        if let first = tokens.all.first, isTransaction(first, in: tokens) {
            report(
                .transactionInQuery, "\(query.name) handles transactions itself",
                at: text.sourceOffset(of: first.range.lowerBound),
                notes: [
                    "take \(tokens.text(first).uppercased()) out: several statements under one name are one transaction,"
                        + " or a savepoint of the one they run in"
                ])
        }
        guard query.cardinality.hasRows else { return }
        guard statement.columnCount > 0 else {
            report(
                .cardinalityMismatch,
                "\(query.name) is :\(query.cardinality.rawValue), but its statement returns no columns",
                at: query.nameOffset, notes: ["write :exec or :execrows, or let the statement end with RETURNING"])
            return
        }
        inferredColumns = inferred.columns
        evidence = inferred.evidence
        columns = describeColumns(statement)
    }

    /// Whether a statement of a query of several begins or ends a transaction.
    private func isTransaction(_ first: SQLLexer.Token, in tokens: StatementTokens) -> Bool {
        guard statements.count > 1 || tokens.all.last?.range.upperBound ?? 0 < text.sql.range.upperBound else {
            return false
        }
        let words: Set = ["BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE"]
        return words.contains(tokens.text(first).uppercased())
    }

    /// Reports what stands behind the only statement that a query can have.
    mutating func reportSecondStatement(at offset: Int) {
        report(
            .queryHasSeveralStatements, "\(query.name) has a second statement here", at: text.sourceOffset(of: offset))
    }

    /// The query as the snapshot holds it; `nil`, with findings, where something is missing or wrong.
    mutating func finish() -> Query? {
        guard !parts.isEmpty, !query.cardinality.hasRows || !columns.isEmpty else { return nil }
        let (parameters, arguments) = describeParameters()
        reportUnusedAnnotations()
        reportUntypedEmbeds()
        if query.cardinality.hasRows { reportUnusedOverrides(columns) }
        guard findings.allSatisfy({ $0.severity != .error }) else { return nil }
        var documentation = query.annotations.documentation
        while documentation.first?.isEmpty ?? false { documentation.removeFirst() }
        while documentation.last?.isEmpty ?? false { documentation.removeLast() }
        var described = Query(
            name: query.name, cardinality: query.cardinality, sql: SQLText.statement(text),
            documentation: documentation, deprecation: query.annotations.deprecation,
            rowName: query.annotations.rowName, parameters: parameters, columns: columns,
            isReadOnly: isReadOnly)
        described.embeds = describeEmbeds()
        if parts.count > 1 {
            described.script = zip(parts, arguments).map { part, arguments in
                ScriptStatement(sql: SQLText.canonical(text.sql.bytes, in: part), arguments: arguments)
            }
        }
        return described
    }

    /// Whether a statement may be about the schema itself: what SQLite reports of such is not all that they depend on.
    func isAboutSchema(_ tokens: StatementTokens) -> Bool {
        guard let first = tokens.all.first else { return true }
        let isAboutRows = ["SELECT", "WITH", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE"]
            .contains { tokens.lexer.isKeyword($0, first) }
        return !isAboutRows
    }
}
