import Diagnostics
import SnapshotModel

extension QueryDescriber {
    mutating func describeColumns(_ statement: borrowing PreparedStatement) -> [Column] {
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
        let override = overrides.isEmpty ? nil : overrides.override(of: name)
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
            let isPredicate =
                inferred.isTruth && !isCompound
                && PredicateColumns(tokens).contains(index, of: statement.columnCount)
            let declared =
                isPredicate
                ? "BOOLEAN" : inferred.declaredType ?? (isCompound ? nil : statement.declaredType(index))
            column.type = .declared(declared ?? "")
            column.json = inferred.json
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

    func isMapped(_ declared: String, _ origin: ColumnOrigin?) -> Bool {
        guard !types.isEmpty else { return false }
        let wanted = DeclaredType.normalized(declared)
        let column = origin.map { "\($0.table).\($0.column)".lowercased() }
        return types.keys.contains {
            !declared.isEmpty && DeclaredType.normalized($0) == wanted || column != nil && $0.lowercased() == column
        }
    }

    func text(_ origin: ColumnOrigin?, _ name: String) -> String {
        origin.map { "\($0.table).\($0.column)" } ?? name
    }

    /// Where a result column stands in the statement: its name's last place before FROM, else the statement's beginning.
    private func place(of name: String) -> Int {
        if let offset = overrides.override(of: name)?.offset { return offset }
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
}
