import SnapshotModel

/// The columns of a result that are written as predicates: `EXISTS (…)`, `a = b`, `x IS NULL`, `NOT x`, `x IN (…)`.
///
/// SQLite answers them with 0 or 1, as it does `CASE … THEN 1 ELSE 0 END`, so that its bytecode does not tell whether a truth
/// or a number is meant. The words do.
struct PredicateColumns {
    private let statement: StatementTokens
    /// For each expression of the list whether it is a predicate; `nil` for `*` and `t.*`.
    private var items: [Bool?] = []

    /// Looks at the list behind the outermost `SELECT` or `RETURNING`.
    init(_ statement: StatementTokens) {
        self.statement = statement
        var depth = 0
        var start: Int?
        for (index, token) in statement.all.enumerated() where token.kind != .string {
            depth += depthChange(index)
            guard depth == 0 else { continue }
            let isFirstSelect = start == nil && isWord("SELECT", index)
            if isFirstSelect || isWord("RETURNING", index) { start = index + 1 }
        }
        if let start { readList(from: start) }
    }

    /// Whether column `index` of `count` is a predicate; those behind a `*` are counted from the end.
    func contains(_ index: Int, of count: Int) -> Bool {
        let firstStar = items.firstIndex(of: nil) ?? items.count
        if index < firstStar { return items.element(index).flatMap { $0 } ?? false }
        let lastStar = items.lastIndex(of: nil) ?? items.count
        let fromEnd = items.count - (count - index)
        return fromEnd > lastStar ? items.element(fromEnd).flatMap { $0 } ?? false : false
    }

    private mutating func readList(from start: Int) {
        let ends: [StaticString] = [
            "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT",
        ]
        var depth = 0
        var first = start
        var index = start
        while index < statement.all.count, statement.all[index].kind != .semicolon {
            depth += depthChange(index)
            if depth == 0 {
                // `IS DISTINCT FROM` is an operator.
                let isFrom = isWord("FROM", index) && !isWord("DISTINCT", index - 1)
                if isFrom || ends.contains(where: { isWord($0, index) }) { break }
                if isPunctuation(",", index) {
                    append(first..<index)
                    first = index + 1
                }
            }
            index += 1
        }
        append(first..<index)
    }

    private mutating func append(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        items.append(isPunctuation("*", range.upperBound - 1) ? nil : isPredicate(range))
    }

    /// Whether an operator that answers with a truth stands outside of all parentheses: all others bind more tightly
    /// (https://www.sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes).
    private func isPredicate(_ range: Range<Int>) -> Bool {
        let range = withoutParentheses(range)
        let subqueries: [StaticString] = ["SELECT", "WITH", "VALUES"]
        if subqueries.contains(where: { isWord($0, range.lowerBound) }) { return false }
        let words: [StaticString] = [
            "EXISTS", "NOT", "IS", "ISNULL", "NOTNULL", "IN", "LIKE", "GLOB", "BETWEEN", "AND", "OR",
        ]
        var depth = 0
        var index = range.lowerBound
        while index < range.upperBound {
            depth += depthChange(index)
            if depth == 0 {
                if words.contains(where: { isWord($0, index) }) { return true }
                let (this, next) = (punctuation(index), isAdjacent(index) ? punctuation(index + 1) : nil)
                switch (this, next) {
                case ("-", ">"), ("<", "<"), (">", ">"):
                    // `->`, `->>`, `<<` and `>>` make values.
                    index += this == "-" && isAdjacent(index + 1) && punctuation(index + 2) == ">" ? 2 : 1
                case ("=", _), ("<", _), (">", _), ("!", "="): return true
                default: break
                }
            }
            index += 1
        }
        return false
    }

    /// The range within the parentheses around all of it, and without its alias.
    private func withoutParentheses(_ range: Range<Int>) -> Range<Int> {
        var range = range
        if range.count > 2, isWord("AS", range.upperBound - 2) { range = range.lowerBound..<range.upperBound - 2 }
        while range.count > 2, isPunctuation("(", range.lowerBound) {
            var depth = 0
            let close = range.first { index in
                depth += depthChange(index)
                return depth == 0
            }
            guard close == range.upperBound - 1 else { break }
            range = range.lowerBound + 1..<range.upperBound - 1
        }
        return range
    }

    // MARK: Tokens

    /// Parentheses and `CASE … END` stand for one value.
    private func depthChange(_ index: Int) -> Int {
        if isPunctuation("(", index) || isWord("CASE", index) { return 1 }
        if isPunctuation(")", index) || isWord("END", index) { return -1 }
        return 0
    }

    private func isWord(_ word: StaticString, _ index: Int) -> Bool {
        guard statement.all.indices.contains(index) else { return false }
        return statement.lexer.isKeyword(word, statement.all[index])
    }

    private func isPunctuation(_ character: Character, _ index: Int) -> Bool { punctuation(index) == character }

    private func punctuation(_ index: Int) -> Character? {
        guard let token = statement.all.element(index), token.kind == .punctuation else { return nil }
        return statement.text(token).first
    }

    private func isAdjacent(_ index: Int) -> Bool {
        guard let token = statement.all.element(index), let next = statement.all.element(index + 1) else {
            return false
        }
        return token.range.upperBound == next.range.lowerBound
    }
}
