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
    /// What the statement's bytecode says.
    var inferred = InferredStatement()
    /// The views with `UNION` that the statement uses.
    var compoundViews: Set<String> = []
    private(set) var findings: [Finding] = []
    private let tokens: StatementTokens
    private let overrides: AliasOverrides
    private let marks: [ParameterMark]
    /// The parameters, as written, that the statement itself tests for NULL.
    private let nullTested: Set<String>

    /// Makes a describer.
    init(source: SourceFile, query: ParsedQuery, types: [String: String], catalogue: Catalogue) {
        self.source = source
        self.query = query
        self.types = types
        self.catalogue = catalogue
        tokens = StatementTokens(source.bytes, in: query.statement)
        overrides = AliasOverrides(tokens)
        marks = ParameterMark.all(in: tokens)
        nullTested = marks.isEmpty ? [] : NullTests.parameters(tokens)
    }

    /// Describes it; `nil`, with findings, where something is missing or wrong.
    ///
    /// - Parameters:
    ///   - statement: The statement as prepared.
    ///   - rewritten: Its text, where that is not what stands in the file.
    /// - Returns: The query as the snapshot holds it.
    mutating func describe(_ statement: borrowing PreparedStatement, rewritten: [UInt8]?) -> Query? {
        let end = query.statement.lowerBound + statement.length
        if rewritten == nil, end < query.statement.upperBound {
            var lexer = SQLLexer(source.bytes, in: end..<query.statement.upperBound)
            if let token = lexer.nextSignificant() {
                report(
                    .queryHasSeveralStatements, "\(query.name) has a second statement here", at: token.range.lowerBound)
            }
        }
        let answersRows: Bool
        switch query.cardinality {
        case .one, .optional, .many: answersRows = true
        case .exec, .execrows, .execlastid: answersRows = false
        }
        if answersRows, statement.columnCount == 0 {
            report(
                .cardinalityMismatch,
                "\(query.name) is :\(query.cardinality.rawValue), but its statement returns no columns",
                at: query.nameOffset, notes: ["write :exec or :execrows, or let the statement end with RETURNING"])
            return nil
        }
        let parameters = describeParameters(statement)
        let columns = answersRows ? describeColumns(statement) : []
        reportUnusedAnnotations(columns, answersRows: answersRows)
        if answersRows { reportUnusedOverrides(columns) }
        guard findings.allSatisfy({ $0.severity != .error }) else { return nil }
        var documentation = query.annotations.documentation
        while documentation.first?.isEmpty ?? false { documentation.removeFirst() }
        while documentation.last?.isEmpty ?? false { documentation.removeLast() }
        return Query(
            name: query.name, cardinality: query.cardinality,
            sql: SQLText.statement(of: query, in: source, rewritten: rewritten),
            documentation: documentation, deprecation: query.annotations.deprecation,
            rowName: query.annotations.rowName, parameters: parameters, columns: columns,
            isReadOnly: statement.isReadOnly)
    }

    // MARK: Parameters

    private mutating func describeParameters(_ statement: borrowing PreparedStatement) -> [Parameter] {
        var names: [String: ParameterMark] = [:]
        var expected = 1
        for mark in marks {
            if mark.index > expected {
                report(
                    .parameterNumberUnused, "\(mark.text) is used, but ?\(expected) is not", at: mark.offset,
                    notes: ["number the parameters without gaps from 1"])
            }
            expected = mark.index + 1
            guard let name = mark.name else { continue }
            if let twin = names.updateValue(mark, forKey: name) {
                report(
                    .parameterNameTwice, "\(twin.text) and \(mark.text) are two parameters of one name",
                    at: mark.offset,
                    notes: ["write both with the same mark, or rename one"])
            }
        }
        let ordered = marks.allSatisfy(\.isDollarNumber) ? marks.sorted { ($0.number ?? 0) < ($1.number ?? 0) } : marks
        return ordered.map { parameter($0) }
    }

    private mutating func parameter(_ mark: ParameterMark) -> Parameter {
        let name = mark.annotationName
        var parameter = Parameter(
            name: mark.name, index: mark.index, type: .declared(""), isOptional: false, knowledge: .proven)
        if let annotation = query.annotations.parameters.first(where: { $0.name == name }) {
            parameter.type = .swift(annotation.type ?? "")
            parameter.isOptional = annotation.isOptional ?? false
            parameter.knowledge = .annotated
            parameter.reason = Reason(.annotated)
            return parameter
        }
        let inferred = inferred.parameters[mark.index] ?? InferredParameter()
        let isTested = nullTested.contains(mark.text)
        parameter.isOptional = inferred.takesNull || isTested
        parameter.origin = inferred.origin
        parameter.reason = Reason(inferred.rule, isTested: isTested)
        if let declared = inferred.declaredType {
            parameter.type = type(declared, of: inferred.origin)
            if case .swift = parameter.type { return parameter }
            if DeclaredType.meaning(of: declared) != nil || isMapped(declared, nil) { return parameter }
        }
        reportUnknown(mark, inferred, isOptional: parameter.isOptional)
        return parameter
    }

    private mutating func reportUnknown(_ mark: ParameterMark, _ inferred: InferredParameter, isOptional: Bool) {
        let guess = TypeSuggestion(tokens, catalogue: catalogue).parameter(at: mark.offset)
        let reason =
            if let declared = inferred.declaredType {
                "no Swift type follows from the declared type \(declared)"
            } else if inferred.conflict.isEmpty {
                "it is neither stored in a column nor compared with one"
            } else {
                "it is used as \(inferred.conflict.joined(separator: " and as "))"
            }
        report(
            .parameterTypeUnknown, "the type of the parameter \(mark.text) is not known: \(reason)", at: mark.offset,
            notes: [
                "add the line \"-- @param \(mark.annotationName): \(guess ?? "String")\(isOptional ? "?" : "")\" below the"
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
        let inferred = inferred.columns.element(index) ?? InferredColumn()
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
        if let saidOptional = override?.isOptional ?? annotation?.isOptional {
            column.isOptional = saidOptional
            column.knowledge = .annotated
            column.reason = Reason(.annotated)
        }
        if let saidType = override?.type ?? annotation?.type {
            column.type = .swift(saidType)
            if column.knowledge != .unknown { column.knowledge = .annotated }
        } else {
            let told = isCompound ? nil : statement.declaredType(index)
            let declared = inferred.declaredType ?? told
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

    private mutating func reportUnusedAnnotations(_ columns: [Column], answersRows: Bool) {
        let parameterNames = marks.map(\.annotationName)
        for annotation in query.annotations.parameters where !parameterNames.contains(annotation.name) {
            reportUnused("@param", annotation, among: parameterNames, "parameter")
        }
        guard answersRows, !query.annotations.columns.isEmpty else {
            for annotation in query.annotations.columns { reportUnused("@column", annotation, among: [], "column") }
            return
        }
        let columnNames = columns.map(\.name)
        for annotation in query.annotations.columns where !columnNames.contains(annotation.name) {
            reportUnused("@column", annotation, among: columnNames, "column")
        }
    }

    private mutating func reportUnused(
        _ tag: String, _ annotation: ValueAnnotation, among names: [String], _ kind: String
    ) {
        let near = NearNames.nearest(to: annotation.name, among: names).first.map { "; did you mean \($0)?" } ?? ""
        report(
            .annotationOfNothing, "\(tag) names \(annotation.name), and \(query.name) has no such \(kind)\(near)",
            at: annotation.offset ?? query.nameOffset,
            notes: names.isEmpty
                ? ["it has no \(kind)s: take the line out"] : ["it has: \(names.joined(separator: ", "))"])
    }

    /// Whether it may be about the schema itself: what SQLite reports of such statements is not all that they depend on.
    var isSchemaStatement: Bool {
        guard let first = tokens.all.first else { return true }
        let isAboutRows = ["SELECT", "WITH", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE"]
            .contains { tokens.lexer.isKeyword($0, first) }
        return !isAboutRows
    }

    // MARK: Overrides

    /// Whether aliases say more than names.
    var hasOverrides: Bool { !overrides.isEmpty }

    /// The statement's text with plain aliases.
    var rewritten: [UInt8] { overrides.rewritten(source.bytes, in: query.statement) }

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

    /// Reports what SQLite says of the statement.
    mutating func report(_ error: SQLiteError) {
        let place = ErrorPlace.offset(of: error, in: source.bytes, statement: query.statement)
        if error.code == SQLITE_AUTH {
            report(
                .statementRefused, "this statement is refused: \(error.message)", at: place,
                notes: ["a query can attach no database and set no PRAGMA"])
        } else {
            report(.statementInvalid, error.message, at: place)
        }
    }

    /// Reports that the overrides cannot be taken out of the statement.
    mutating func reportRewriting(_ error: SQLiteError) {
        report(
            .statementInvalid, "without its marks the statement is another one: \(error.message)",
            at: query.statement.lowerBound,
            notes: ["use plain aliases, and say the rest with \"-- @column\" lines below the query's name"])
    }

    private mutating func report(_ code: DiagnosticCode, _ message: String, at offset: Int, notes: [String] = []) {
        findings.append(source.finding(code, message, at: offset, notes: notes))
    }
}
