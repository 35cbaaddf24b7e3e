import SnapshotModel

/// The texts that a parameter chooses an order by: `ORDER BY CASE :sort WHEN 'title' THEN title … END`.
///
/// A parameter that is used so in `ORDER BY` alone, and compared with literals alone, can mean nothing else.
struct ParameterChoices: Sendable {
    /// In the order in which they first appear.
    private(set) var texts: [String] = []
    /// Whether a `CASE` has an `ELSE`, which nothing but NULL leads to.
    private(set) var hasElse = false

    /// The parameters of a statement that choose, by their text.
    static func all(in statement: StatementTokens) -> [String: ParameterChoices] {
        guard statement.all.contains(where: { $0.kind == .parameter }),
            statement.all.contains(where: { statement.lexer.isKeyword("CASE", $0) })
        else { return [:] }
        var choices: [String: ParameterChoices] = [:]
        var others: Set<String> = []
        for (place, isOrdering) in orderings(of: statement).enumerated()
        where statement.all[place].kind == .parameter {
            let name = statement.text(statement.all[place])
            var choice = choices[name] ?? ParameterChoices()
            if isOrdering, choice.add(place, of: statement) { choices[name] = choice } else { others.insert(name) }
        }
        return choices.filter { !others.contains($0.key) && !$0.value.texts.isEmpty }
    }

    /// For each token, whether it stands in an `ORDER BY`.
    private static func orderings(of statement: StatementTokens) -> [Bool] {
        var levels = [false]
        return statement.all.indices.map { place in
            if statement.isText(place, "(") {
                levels.append(false)
            } else if statement.isText(place, ")") {
                if levels.count > 1 { levels.removeLast() }
            } else if statement.isKeyword(place, "ORDER"), statement.isKeyword(place + 1, "BY") {
                levels[levels.count - 1] = true
            } else if statement.isKeyword(place, "LIMIT") {
                levels[levels.count - 1] = false
            }
            return levels.contains(true)
        }
    }

    /// Takes in one use; `false` where it is none that chooses.
    private mutating func add(_ place: Int, of statement: StatementTokens) -> Bool {
        if statement.isKeyword(place - 1, "CASE"), statement.isKeyword(place + 1, "WHEN") {
            return addBranches(from: place + 1, of: statement, isOperand: true)
        }
        var literal = place + 2
        if statement.isText(place + 1, "="), statement.isText(literal, "=") { literal += 1 }
        if !statement.isText(place + 1, "=") {
            literal = place - 2
            guard statement.isText(place - 1, "=") else { return false }
            if statement.isText(literal, "=") { literal -= 1 }
        }
        let isCondition = statement.isKeyword(min(place, literal) - 1, "WHEN")
        guard isCondition, statement.isKeyword(max(place, literal) + 1, "THEN") else { return false }
        return addText(literal, of: statement) && addBranches(from: place, of: statement, isOperand: false)
    }

    /// Goes through the branches of a `CASE` to its end.
    private mutating func addBranches(from start: Int, of statement: StatementTokens, isOperand: Bool) -> Bool {
        var depth = 0
        for place in start..<statement.all.count {
            if statement.isText(place, "(") || statement.isKeyword(place, "CASE") { depth += 1 }
            if depth == 0, isOperand, statement.isKeyword(place, "WHEN") {
                guard statement.isKeyword(place + 2, "THEN"), addText(place + 1, of: statement) else { return false }
            }
            if depth == 0, statement.isKeyword(place, "ELSE") { hasElse = true }
            if statement.isText(place, ")") || statement.isKeyword(place, "END") {
                if depth == 0 { return true }
                depth -= 1
            }
        }
        return true
    }

    private mutating func addText(_ place: Int, of statement: StatementTokens) -> Bool {
        guard statement.all.indices.contains(place), statement.all[place].kind == .string else { return false }
        let text = statement.text(statement.all[place]).dropFirst().dropLast().split(
            separator: "''", omittingEmptySubsequences: false
        ).joined(separator: "'")
        if !texts.contains(text) { texts.append(text) }
        return true
    }
}
