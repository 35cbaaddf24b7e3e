import SnapshotModel

/// A type that is likely meant, for the annotation line that an error shows: a person decides, so it may be wrong.
struct TypeSuggestion {
    private let lexer: SQLLexer
    private let tokens: [SQLLexer.Token]
    private let catalogue: Catalogue

    /// Reads a statement.
    init(_ statement: StatementTokens, catalogue: Catalogue) {
        lexer = statement.lexer
        tokens = statement.all
        self.catalogue = catalogue
    }

    /// For the parameter that stands there.
    func parameter(at offset: Int) -> String? {
        guard let index = tokens.firstIndex(where: { $0.range.lowerBound == offset }), index > 0 else { return nil }
        if isWord(index - 1, "LIMIT") || isWord(index - 1, "OFFSET") { return "Int64" }
        if isWord(index - 1, "LIKE") || isWord(index - 1, "GLOB") || isWord(index - 1, "MATCH") { return "String" }
        if let type = inserted(at: index) { return type }
        if isOperator(index - 1) || isWord(index - 1, "BETWEEN") || isWord(index - 1, "IS") {
            var left = index - 1
            while left > 0, isOperator(left) || isWord(left, "BETWEEN") || isWord(left, "IS") || isWord(left, "NOT") {
                left -= 1
            }
            if let type = type(ofColumnAt: left) { return type }
        }
        if index + 2 < tokens.count, isOperator(index + 1) { return type(ofColumnAt: index + 2) }
        return nil
    }

    /// For the result column of that name or text.
    func column(named name: String, at offset: Int) -> String? {
        var start = tokens.firstIndex { $0.range.lowerBound == offset } ?? 0
        // Behind AS: go back to where its expression begins.
        if start > 0, isWord(start - 1, "AS") {
            var depth = 0
            start -= 1
            while start > 0 {
                let text = text(start - 1)
                if text == ")" { depth += 1 }
                if text == "(" {
                    if depth == 0 { break }
                    depth -= 1
                }
                if depth == 0, text == "," || isWord(start - 1, "SELECT") || isWord(start - 1, "DISTINCT") { break }
                start -= 1
            }
        }
        guard start < tokens.count else { return nil }
        if tokens[start...].prefix(while: { $0.range.lowerBound < offset || offset == tokens[start].range.lowerBound })
            .indices.prefix(8).contains(where: { text($0) == "|" && text($0 + 1) == "|" })
        {
            return "String"
        }
        switch text(start).lowercased() {
        case "count", "length", "row_number", "rank", "dense_rank", "ntile", "unixepoch", "instr", "changes":
            return "Int64"
        case "exists", "not": return "Bool"
        case "avg", "total", "round", "julianday", "percent_rank", "cume_dist": return "Double"
        case "lower", "upper", "trim", "substr", "replace", "printf", "format", "group_concat", "strftime", "json",
            "json_group_array", "json_object", "json_array", "json_group_object", "date", "time", "datetime", "hex",
            "quote", "typeof":
            return "String"
        case "sum", "min", "max", "coalesce", "ifnull", "abs", "first_value", "last_value", "lag", "lead":
            return (start + 2..<min(start + 6, tokens.count)).lazy.compactMap { type(ofColumnAt: $0) }.first
        default: break
        }
        switch tokens[start].kind {
        case .string: return "String"
        case .number: return text(start).contains(".") ? "Double" : "Int64"
        default: return type(ofColumnAt: start)
        }
    }

    /// The type that all tables agree on which have a column of that name.
    private func type(ofColumnAt index: Int) -> String? {
        guard index < tokens.count, tokens[index].kind == .word || tokens[index].kind == .quotedIdentifier else {
            return nil
        }
        var name = lexer.identifier(tokens[index]).lowercased()
        if index + 2 < tokens.count, text(index + 1) == "." { name = lexer.identifier(tokens[index + 2]).lowercased() }
        var found: Set<String> = []
        for table in catalogue.tables {
            for column in table.columns where column.name.lowercased() == name {
                found.insert(DeclaredType.meaning(of: column.declaredType)?.swiftName ?? "")
            }
        }
        guard found.count == 1, let type = found.first, !type.isEmpty else { return nil }
        return type
    }

    /// The type of the column that `INSERT INTO t (a, b) VALUES (:a, :b)` puts a parameter into.
    private func inserted(at index: Int) -> String? {
        guard let first = tokens.first, lexer.isKeyword("INSERT", first) || lexer.isKeyword("REPLACE", first),
            let values = tokens.indices.first(where: { isWord($0, "VALUES") }), values < index,
            let open = tokens.indices.first(where: { text($0) == "(" }), open < values
        else { return nil }
        var position = 0
        var depth = 0
        for current in stride(from: index - 1, to: values, by: -1) {
            let text = text(current)
            if text == ")" { depth += 1 }
            if text == "(" {
                // The argument of a function may be anything.
                if depth == 0, current > 0, !isWord(current - 1, "VALUES"), self.text(current - 1) != "," { return nil }
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, text == "," { position += 1 }
        }
        return type(ofColumnAt: open + 1 + position * 2)
    }

    private func isOperator(_ index: Int) -> Bool {
        guard index < tokens.count, tokens[index].kind == .punctuation else { return false }
        return ["=", "<", ">", "!"].contains(text(index))
    }

    private func isWord(_ index: Int, _ keyword: StaticString) -> Bool {
        lexer.isKeyword(keyword, tokens[index])
    }

    private func text(_ index: Int) -> String {
        guard index < tokens.count else { return "" }
        return String(decoding: lexer.bytes[tokens[index].range], as: UTF8.self)
    }
}
