import SnapshotModel

/// What the words of a statement alone allow to conclude about its result, without understanding it.
///
/// This is where proofs stronger than these will come in: what it says of a statement decides what is made of the
/// origins that SQLite gives for its columns.
struct StatementShape: Sendable, Equatable {
    /// The one table that every row of the result comes from, unchanged and whole; `nil` where that is not certain.
    ///
    /// Then a column whose origin is a column of that table, which can never hold NULL, is never NULL.
    var onlyTable: String?
    /// Whether rows of several kinds may be put together, of which SQLite describes the first.
    var isCompound = false

    /// Reads a statement.
    init(_ statement: StatementTokens, compoundViews: Set<String>) {
        let (lexer, tokens) = (statement.lexer, statement.all)
        let words = Words(lexer: lexer, tokens: tokens)
        isCompound = tokens.contains { lexer.isKeyword("UNION", $0) }
        if !isCompound, !compoundViews.isEmpty {
            isCompound = tokens.contains {
                ($0.kind == .word || $0.kind == .quotedIdentifier)
                    && compoundViews.contains(lexer.identifier($0).lowercased())
            }
        }
        onlyTable = words.onlyTable
    }
}

/// The words of one statement.
private struct Words {
    let lexer: SQLLexer
    let tokens: [SQLLexer.Token]

    var onlyTable: String? {
        guard let first = tokens.first else { return nil }
        if lexer.isKeyword("SELECT", first) { return selected }
        if lexer.isKeyword("INSERT", first) || lexer.isKeyword("REPLACE", first) {
            return target(behind: "INTO")
        }
        if lexer.isKeyword("DELETE", first) { return target(behind: "FROM") }
        if lexer.isKeyword("UPDATE", first) {
            let hasAlternative = isWord(1, "OR")
            return returning.flatMap { _ in name(at: hasAlternative ? 3 : 1)?.name }
        }
        return nil
    }

    // MARK: SELECT

    /// The table of `SELECT … FROM t [AS a] [WHERE …] [ORDER BY …] [LIMIT …]`.
    private var selected: String? {
        guard let from = index(of: "FROM", from: 1), isHarmless(1..<from) else { return nil }
        guard let (table, behind) = name(at: from + 1) else { return nil }
        var index = behind
        if isWord(index, "AS") {
            index += 2
        } else if index < tokens.count, isName(index), !isClause(index), !isWord(index, "INDEXED"),
            !isWord(index, "NOT")
        {
            index += 1
        }
        if isWord(index, "INDEXED") { index += 3 } else if isWord(index, "NOT") { index += 2 }
        if isWord(index, "WHERE") {
            // What stands in the condition chooses rows and changes none, whatever it selects itself.
            index =
                self.index(
                    ofAny: ["GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "INTERSECT", "EXCEPT", "UNION"],
                    from: index + 1) ?? tokens.count
        }
        guard index == tokens.count || isWord(index, "ORDER") || isWord(index, "LIMIT") else { return nil }
        let rest = index..<tokens.count
        guard isHarmless(rest), !rest.contains(where: { isSetOperator($0) }) else { return nil }
        return table
    }

    /// Functions that make one value of one row's values. Others may be aggregates: over no rows they give a row of NULLs.
    private static let scalarFunctions: Set<String> = [
        "abs", "char", "coalesce", "date", "datetime", "format", "glob", "hex", "ifnull", "iif", "instr", "json",
        "json_array", "json_extract", "json_object", "json_type", "json_valid", "julianday", "length", "like",
        "likelihood", "likely", "lower", "ltrim", "nullif", "printf", "quote", "random", "randomblob", "replace",
        "round", "rtrim", "sign", "strftime", "substr", "substring", "time", "trim", "typeof", "unicode", "unixepoch",
        "unlikely", "upper", "zeroblob", "cast", "in", "and", "or", "not", "when", "then", "else", "case", "is",
        "between", "by", "collate",
    ]

    /// Whether nothing in there can select other rows or make one row of many.
    private func isHarmless(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            if isWord(index, "SELECT") || isWord(index, "OVER") || isWord(index, "FILTER") { return false }
            guard isName(index), isPunctuation(index + 1, "(") else { return true }
            return Self.scalarFunctions.contains(lexer.identifier(tokens[index]).lowercased())
        }
    }

    // MARK: RETURNING

    private var returning: Int? {
        guard let returning = index(of: "RETURNING", from: 1) else { return nil }
        return (returning..<tokens.count).contains { isWord($0, "SELECT") } ? nil : returning
    }

    private func target(behind keyword: StaticString) -> String? {
        guard returning != nil, let index = index(of: keyword, from: 1), index <= 3 else { return nil }
        return name(at: index + 1)?.name
    }

    // MARK: Words

    /// The name at a place, of the main schema, and the place behind it.
    private func name(at index: Int) -> (name: String, behind: Int)? {
        guard isName(index) else { return nil }
        let first = lexer.identifier(tokens[index])
        guard isPunctuation(index + 1, ".") else { return (first, index + 1) }
        guard first.lowercased() == "main", isName(index + 2) else { return nil }
        return (lexer.identifier(tokens[index + 2]), index + 3)
    }

    /// The first place outside of parentheses with that keyword.
    private func index(of keyword: StaticString, from start: Int) -> Int? {
        index(ofAny: [keyword], from: start)
    }

    private func index(ofAny keywords: [StaticString], from start: Int) -> Int? {
        var depth = 0
        for index in start..<max(start, tokens.count) {
            if isPunctuation(index, "(") { depth += 1 }
            if isPunctuation(index, ")") { depth -= 1 }
            if depth == 0, keywords.contains(where: { isWord(index, $0) }) { return index }
        }
        return nil
    }

    private func isWord(_ index: Int, _ keyword: StaticString) -> Bool {
        index < tokens.count && lexer.isKeyword(keyword, tokens[index])
    }

    private func isName(_ index: Int) -> Bool {
        index < tokens.count && (tokens[index].kind == .word || tokens[index].kind == .quotedIdentifier)
    }

    private func isClause(_ index: Int) -> Bool {
        isWord(index, "WHERE") || isWord(index, "ORDER") || isWord(index, "LIMIT") || isWord(index, "GROUP")
            || isWord(index, "HAVING") || isWord(index, "WINDOW") || isSetOperator(index)
    }

    private func isSetOperator(_ index: Int) -> Bool {
        isWord(index, "UNION") || isWord(index, "INTERSECT") || isWord(index, "EXCEPT")
    }

    private func isPunctuation(_ index: Int, _ character: Unicode.Scalar) -> Bool {
        index < tokens.count && tokens[index].kind == .punctuation
            && lexer.bytes[tokens[index].range.lowerBound] == UInt8(ascii: character)
    }
}
