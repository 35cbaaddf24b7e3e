import CSQLite
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
    private(set) var findings: [Finding] = []
    /// What the statement's bytecode says of its columns.
    private var inferredColumns: [InferredColumn] = []
    private var columns: [Column] = []
    private var statements: [StatementFacts] = []
    /// The statements' places in what SQLite gets, without their semicolons.
    private var parts: [Range<Int>] = []
    private var isReadOnly = true
    private let embeds: [EmbedResolver.Embed]

    private var tokens: StatementTokens { text.tokens }
    private var overrides: AliasOverrides { text.overrides }

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
    ///   - lists: Its lists.
    ///   - inferred: What its bytecode says.
    ///   - probed: What the bytecode says where each list is one value.
    mutating func add(
        _ statement: borrowing PreparedStatement, in range: Range<Int>, lists: ListParameters,
        inferred: InferredStatement, probed: InferredStatement
    ) {
        let tokens = text.tokens(in: range)
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

    // MARK: Parameters

    /// The parameters of all statements, and for each statement the numbers of those that it takes.
    private mutating func describeParameters() -> (parameters: [Parameter], arguments: [[Int]]) {
        var known: [(key: String, mark: ParameterMark, knowledge: ParameterKnowledge)] = []
        var keys: [[Int: String]] = []
        for (number, facts) in statements.enumerated() {
            var keysOfStatement: [Int: String] = [:]
            for mark in facts.marks {
                // A plain `?` is nobody else's; numbers and names are the query's.
                let key = mark.name != nil ? mark.text : mark.number.map { "#\($0)" } ?? "?\(number).\(mark.index)"
                keysOfStatement[mark.index] = key
                if let place = known.firstIndex(where: { $0.key == key }) {
                    known[place].knowledge.merge(facts.knowledge(of: mark))
                } else {
                    known.append((key, mark, facts.knowledge(of: mark)))
                }
            }
            keys.append(keysOfStatement)
        }
        reportNames(known.map(\.mark))
        if known.allSatisfy({ $0.mark.number != nil }) {
            known.sort { ($0.mark.number ?? 0) < ($1.mark.number ?? 0) }
        }
        let isScript = statements.count > 1
        var parameters: [Parameter] = []
        for (place, entry) in known.enumerated() {
            var parameter = parameter(entry.mark, entry.knowledge)
            if isScript { parameter.index = place + 1 }
            parameters.append(parameter)
        }
        let numbers = Dictionary(known.enumerated().map { ($1.key, $0 + 1) }) { first, _ in first }
        let arguments = keys.map { keys in
            (1..<(1 + (keys.keys.max() ?? 0))).map { keys[$0].flatMap { numbers[$0] } ?? 0 }
        }
        return (parameters, arguments)
    }

    /// Reports gaps in the numbers, and names that are written with two marks.
    private mutating func reportNames(_ marks: [ParameterMark]) {
        var names: [String: ParameterMark] = [:]
        var expected = 1
        let isScript = statements.count > 1
        for mark in isScript ? marks.sorted(by: { ($0.number ?? 0) < ($1.number ?? 0) }) : marks {
            let index = isScript ? mark.number ?? expected : mark.index
            if index > expected {
                report(
                    .parameterNumberUnused, "\(mark.text) is used, but ?\(expected) is not",
                    at: text.sourceOffset(of: mark.offset), notes: ["number the parameters without gaps from 1"])
            }
            expected = index + (isScript && mark.number == nil ? 0 : 1)
            guard let name = mark.name else { continue }
            if let twin = names.updateValue(mark, forKey: name) {
                report(
                    .parameterNameTwice, "\(twin.text) and \(mark.text) are two parameters of one name",
                    at: text.sourceOffset(of: mark.offset),
                    notes: ["write both with the same mark, or rename one"])
            }
        }
    }

    private mutating func parameter(_ mark: ParameterMark, _ knowledge: ParameterKnowledge) -> Parameter {
        let name = mark.annotationName
        let annotation = query.annotations.parameters.first { $0.name == name }
        let json = query.annotations.json.first { $0.name == name }
        let inferred = knowledge.inferred
        var parameter = Parameter(
            name: mark.name, index: mark.index, type: .declared(""), isOptional: false, knowledge: .proven)
        parameter.isOptional = inferred.takesNull || knowledge.isNullTested
        parameter.origin = inferred.origin
        parameter.reason = Reason(inferred.rule, isTested: knowledge.isNullTested)
        if let said = annotation?.type ?? json?.type {
            parameter.type = .swift(dateSpelling(of: said, inferred))
            parameter.isOptional = annotation?.isOptional ?? json?.isOptional ?? (json != nil && parameter.isOptional)
            parameter.knowledge = .annotated
            parameter.reason = Reason(.annotated)
        } else if let choices = knowledge.choices {
            parameter.type = .declared("TEXT")
            parameter.choices = choices.texts
            parameter.isOptional = parameter.isOptional || choices.hasElse
        } else if let declared = inferred.declaredType {
            parameter.type = type(declared, of: inferred.origin)
            if case .swift(let said) = parameter.type { parameter.type = .swift(dateSpelling(of: said, inferred)) }
        }
        if let isOptional = annotation?.isOptional {
            parameter.isOptional = isOptional
            parameter.knowledge = .annotated
            parameter.reason = Reason(.annotated)
        }
        if text.isNullable(mark.name) { parameter.isOptional = true }
        if knowledge.isList { makeList(&parameter, annotation) }
        if case .swift = parameter.type { return parameter }
        if let declared = parameter.declaredType, DeclaredType.meaning(of: declared) != nil || isMapped(declared, nil) {
            return parameter
        }
        reportUnknown(mark, inferred, isOptional: parameter.isOptional, isList: parameter.isList)
        return parameter
    }

    /// Of a list the type is that of a value; an annotation may name the type of either.
    private func makeList(_ parameter: inout Parameter, _ annotation: ValueAnnotation?) {
        // What `json_each` reads may be any JSON text of the caller's, where an annotation says so.
        let isAnnotatedAsText = annotation?.type.map { !$0.hasPrefix("[") || $0.contains(":") } ?? false
        let isCompared = statements.contains { facts in
            facts.lists.uses.contains { $0.subquery != nil && $0.text.dropFirst() == (parameter.name ?? "")[...] }
        }
        parameter.isList = isCompared || !isAnnotatedAsText
        guard parameter.isList, case .swift(let name) = parameter.type, name.hasPrefix("["), name.hasSuffix("]"),
            !name.contains(":")
        else { return }
        parameter.type = .swift(String(name.dropFirst().dropLast()))
    }

    /// A date is stored as the column that it meets has it: as seconds since 1970, as Julian day, or as text.
    private func dateSpelling(of name: String, _ inferred: InferredParameter) -> String {
        guard name == "Date", let declared = inferred.declaredType else { return name }
        switch DeclaredType.meaning(of: declared) {
        case .integer: return "Date(unixepoch)"
        case .real: return "Date(julianday)"
        default: return name
        }
    }

    private mutating func reportUnknown(
        _ mark: ParameterMark, _ inferred: InferredParameter, isOptional: Bool, isList: Bool
    ) {
        let guess = TypeSuggestion(StatementTokens(text.sql.bytes, in: text.sql.range), catalogue: catalogue)
            .parameter(at: mark.offset)
        let reason =
            if let declared = inferred.declaredType {
                "no Swift type follows from the declared type \(declared)"
            } else if !inferred.conflict.isEmpty {
                "it is used as \(inferred.conflict.joined(separator: " and as "))"
            } else if isList {
                "its values are compared with no column"
            } else {
                "it is neither stored in a column nor compared with one"
            }
        let type = isList ? "[\(guess ?? "String")]" : guess ?? "String"
        report(
            .parameterTypeUnknown, "the type of the parameter \(mark.text) is not known: \(reason)",
            at: text.sourceOffset(of: mark.offset),
            notes: [
                "add the line \"-- @param \(mark.annotationName): \(type)\(isOptional ? "?" : "")\" below the"
                    + " query's name" + (guess == nil ? ", with the type that it has" : "")
                    + "; \"?\" behind the type allows NULL"
            ])
    }

    /// The type of what comes from a column: the configuration's for that column, else the declared one.
    private func type(_ declared: String, of origin: ColumnOrigin?) -> ValueType {
        guard let origin, !types.isEmpty else { return .declared(declared) }
        let column = "\(origin.table).\(origin.column)".lowercased()
        return types.first { $0.key.lowercased() == column }.map { .swift($0.value) } ?? .declared(declared)
    }

    // MARK: Embedded tables

    /// A table can be missing where a column that it never leaves empty can be NULL, or where a join says so.
    private mutating func describeEmbeds() -> [EmbeddedTable] {
        embeds.map { embed in
            let declared = catalogue.table(named: embed.table)?.columns ?? []
            let isOptional = (0..<embed.columns.count).contains { place in
                guard columns.element(embed.first + place)?.isOptional ?? true else { return false }
                return inferredColumns.element(embed.first + place)?.cause == .outerJoin
                    || declared.first { $0.name == embed.columns[place] }?.isNotNull ?? false
            }
            return EmbeddedTable(
                name: embed.name, table: embed.table, first: embed.first, count: embed.columns.count,
                isOptional: isOptional)
        }
    }

    /// Reports embedded tables whose columns have no types by themselves, as those of views may.
    private mutating func reportUntypedEmbeds() {
        for embed in embeds {
            let table = catalogue.table(named: embed.table)
            let untyped = table?.columns.first { column in
                DeclaredType.meaning(of: column.declaredType) == nil
                    && !isMapped(column.declaredType, ColumnOrigin(table: embed.table, column: column.name))
            }
            guard let untyped else { continue }
            report(
                .macroMalformed, "sqlc.embed(\(embed.name)): nothing says the type of \(embed.table).\(untyped.name)",
                at: embed.offset,
                notes: ["list the columns in its place, or name the type in \"types\" in .xtraqconfig"])
        }
    }

    // MARK: Columns

    private mutating func describeColumns(_ statement: borrowing PreparedStatement) -> [Column] {
        let isCompound = CompoundTest.isCompound(tokens, compoundViews: compoundViews)
        var columns: [Column] = []
        columns.reserveCapacity(statement.columnCount)
        for index in 0..<statement.columnCount {
            columns.append(column(index, of: statement, isCompound: isCompound))
        }
        return columns
    }

    private mutating func column(
        _ index: Int, of statement: borrowing PreparedStatement, isCompound: Bool
    ) -> Column {
        let inferred = inferredColumns.element(index) ?? InferredColumn()
        let name = statement.columnName(index)
        let override = overrides.isEmpty ? nil : overrides.byName[name]
        let annotation =
            query.annotations.columns.isEmpty ? nil : query.annotations.columns.first { $0.name == name }
        var column = Column(
            name: name, type: .declared(""), isOptional: inferred.mayBeNull, origin: inferred.origin,
            knowledge: inferred.knowledge, reason: inferred.reason)
        // SQLite tells the origin and type of a plain column, of a UNION those of its first part.
        if column.origin == nil, !isCompound, let origin = statement.originColumn(index),
            let table = statement.originTable(index)
        {
            column.origin = ColumnOrigin(table: table, column: origin)
        }
        let json = query.annotations.json.isEmpty ? nil : query.annotations.json.first { $0.name == name }
        if let saidOptional = override?.isOptional ?? annotation?.isOptional ?? json?.isOptional {
            column.isOptional = saidOptional
            column.knowledge = .annotated
            column.reason = Reason(.annotated)
        }
        if let saidType = override?.type ?? annotation?.type ?? json?.type {
            column.type = .swift(saidType)
            if column.knowledge != .unknown { column.knowledge = .annotated }
        } else {
            let told = isCompound ? nil : statement.declaredType(index)
            let isPredicate =
                inferred.isTruth && !isCompound
                && PredicateColumns(tokens).contains(index, of: statement.columnCount)
            let declared = isPredicate ? "BOOLEAN" : inferred.declaredType ?? told
            column.type = .declared(declared ?? "")
            checkType(of: column, declared: declared, isCompound: isCompound)
        }
        return column
    }

    /// Reports a column whose type nobody knows.
    private mutating func checkType(of column: Column, declared: String?, isCompound: Bool) {
        if let declared, !declared.isEmpty {
            if catalogue.understoodTypes.contains(declared) { return }
            if DeclaredType.meaning(of: declared) != nil || isMapped(declared, column.origin) { return }
            report(
                .declaredTypeUnknown,
                "no Swift type follows from the declared type \(declared) of \(text(column.origin, column.name))",
                at: place(of: column.name),
                notes: [
                    "add \"\(declared)\": \"String\" (or what it holds) to \"types\" in .xtraqconfig,"
                        + " or \"-- @column \(column.name): String\" below the query's name"
                ])
            return
        }
        if isMapped("", column.origin) { return }
        let offset = place(of: column.name)
        let suggestion = TypeSuggestion(tokens, catalogue: catalogue)
        let guess = suggestion.column(named: column.name, at: offset)
        let type = guess ?? "String"
        let isName = !column.name.isEmpty && column.name.utf8.allSatisfy { SQLLexer.isWordByte($0) }
        let reason =
            isCompound
            ? "the parts of a UNION do not agree on one"
            : column.origin == nil
                ? "nothing tells the type of this expression" : "it is declared without a type"
        let note =
            isName
            ? "add the line \"-- @column \(column.name): \(type)\" below the query's name"
            : "give it a name and a type: \(column.name) AS \"someName: \(type)\""
        report(
            .columnTypeUnknown, "the type of column \(column.name) is not known: \(reason)", at: offset,
            notes: [note + (guess == nil ? ", with the type that it has" : "")])
    }

    private func isMapped(_ declared: String, _ origin: ColumnOrigin?) -> Bool {
        guard !types.isEmpty else { return false }
        let wanted = DeclaredType.normalized(declared)
        let column = origin.map { "\($0.table).\($0.column)".lowercased() }
        return types.keys.contains {
            !declared.isEmpty && DeclaredType.normalized($0) == wanted || column != nil && $0.lowercased() == column
        }
    }

    private func text(_ origin: ColumnOrigin?, _ name: String) -> String {
        origin.map { "\($0.table).\($0.column)" } ?? name
    }

    /// Where a result column stands in the statement: its name's last place before FROM, else the statement's beginning.
    private func place(of name: String) -> Int {
        if let offset = overrides.byName[name]?.offset { return offset }
        let lexer = tokens.lexer
        let wanted = name.utf8.prefix { SQLLexer.isWordByte($0) }
        var first: Int?
        var isBehindAs = false
        for token in tokens.all {
            let isName = token.kind == .word || token.kind == .quotedIdentifier
            if isName, isBehindAs, lexer.identifier(token) == name { return token.range.lowerBound }
            if isName, first == nil, !wanted.isEmpty, source.bytes[token.range].elementsEqual(wanted) {
                first = token.range.lowerBound
            }
            isBehindAs = lexer.isKeyword("AS", token)
        }
        return first ?? query.statement.lowerBound
    }

    // MARK: Annotations

    private mutating func reportUnusedAnnotations() {
        let parameterNames = statements.flatMap { $0.marks.map(\.annotationName) }
        let annotations = query.annotations
        for annotation in annotations.parameters where !parameterNames.contains(annotation.name) {
            reportUnused("@param", annotation, among: parameterNames, "parameter")
        }
        let columnNames = columns.map(\.name)
        for annotation in annotations.columns where !columnNames.contains(annotation.name) {
            reportUnused("@column", annotation, among: columnNames, "column")
        }
        for annotation in annotations.json
        where !columnNames.contains(annotation.name) && !parameterNames.contains(annotation.name) {
            reportUnused("@json", annotation, among: columnNames + parameterNames, "column or parameter")
        }
    }

    private mutating func reportUnused(
        _ tag: String, _ annotation: ValueAnnotation, among names: [String], _ kind: String
    ) {
        let near = NearName.best(for: annotation.name, among: names).map { "; did you mean \($0)?" } ?? ""
        report(
            .annotationOfNothing, "\(tag) names \(annotation.name), and \(query.name) has no such \(kind)\(near)",
            at: annotation.offset ?? query.nameOffset,
            notes: names.isEmpty
                ? ["it has no \(kind)s: take the line out"] : ["it has: \(names.joined(separator: ", "))"])
    }

    /// Whether a statement may be about the schema itself: what SQLite reports of such is not all that they depend on.
    func isAboutSchema(_ range: Range<Int>) -> Bool {
        let tokens = text.tokens(in: range)
        guard let first = tokens.all.first else { return true }
        let isAboutRows = ["SELECT", "WITH", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE"]
            .contains { tokens.lexer.isKeyword($0, first) }
        return !isAboutRows
    }

    // MARK: Overrides

    /// Reports aliases that say something of no column of the result.
    private mutating func reportUnusedOverrides(_ columns: [Column]) {
        guard !overrides.isEmpty else { return }
        for override in overrides.byName.values.sorted(by: { ($0.offset ?? 0) < ($1.offset ?? 0) })
        where !columns.contains(where: { $0.name == override.name }) {
            report(
                .annotationOfNothing, "this alias says something of \(override.name), which is no column of the result",
                at: override.offset ?? query.nameOffset,
                notes: ["within the statement use a plain alias; !, ? and types belong to the result's columns"])
        }
    }

    // MARK: Findings

    /// Reports what SQLite says of a statement at that place of what it got.
    mutating func report(_ error: SQLiteError, in range: Range<Int>) {
        report(error, at: text.sourceOffset(of: ErrorPlace.offset(of: error, in: text.sql.bytes, statement: range)))
    }

    /// Reports what SQLite says of the statement, at an offset of the file.
    mutating func report(_ error: SQLiteError, at place: Int) {
        if error.code == SQLITE_AUTH {
            report(
                .statementRefused, "this statement is refused: \(error.message)", at: place,
                notes: ["a query can attach no database and set no PRAGMA"])
        } else {
            report(.statementInvalid, error.message, at: place, notes: notes(of: error, at: place))
        }
    }

    /// What people write first for a list, and how it is written.
    private func notes(of error: SQLiteError, at place: Int) -> [String] {
        guard error.message.hasSuffix(": syntax error"),
            let token = tokens.all.firstIndex(where: { $0.range.lowerBound == place }),
            tokens.all[token].kind == .parameter, tokens.isKeyword(token - 1, "IN")
        else { return [] }
        return ["write a list as \"IN (SELECT value FROM json_each(\(tokens.text(tokens.all[token]))))\""]
    }

    /// Reports that the overrides cannot be taken out of the statement.
    mutating func reportRewriting(_ error: SQLiteError) {
        report(
            .statementInvalid, "without its marks the statement is another one: \(error.message)",
            at: query.statement.lowerBound,
            notes: ["use plain aliases, and say the rest with \"-- @column\" lines below the query's name"])
    }

    /// Reports an embedded table that is none.
    mutating func reportEmbed(_ name: String, at offset: Int) {
        report(
            .macroMalformed, "sqlc.embed(\(name)) is not all columns of one table or view", at: offset,
            notes: ["it stands in the outermost SELECT, and names a table or view of FROM, or its alias"])
    }

    private mutating func report(_ code: DiagnosticCode, _ message: String, at offset: Int, notes: [String] = []) {
        findings.append(source.finding(code, message, at: offset, notes: notes))
    }
}

extension Parameter {
    /// The declared type that says what it holds; `nil` for none.
    fileprivate var declaredType: String? {
        if case .declared(let declared) = type, !declared.isEmpty { declared } else { nil }
    }
}
