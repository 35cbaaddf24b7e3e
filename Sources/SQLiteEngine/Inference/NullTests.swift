import SnapshotModel

/// The parameters that a statement itself tests for NULL: `:x IS NULL`, `:x IS NOT NULL`, `coalesce(:x, …)`,
/// `ifnull(:x, …)`.
///
/// Read from the words: in the bytecode such a test looks like those that SQLite makes for itself before it searches an
/// index.
enum NullTests {
    /// The parameters' texts as written, with their marks.
    static func parameters(_ statement: StatementTokens) -> Set<String> {
        let (lexer, tokens) = (statement.lexer, statement.all)
        func text(_ index: Int) -> String {
            tokens.indices.contains(index) ? statement.text(tokens[index]) : ""
        }
        func isWord(_ word: StaticString, _ index: Int) -> Bool {
            tokens.indices.contains(index) && lexer.isKeyword(word, tokens[index])
        }
        var tested: Set<String> = []
        for (index, token) in tokens.enumerated() where token.kind == .parameter {
            let isTested =
                isWord("IS", index + 1)
                && (isWord("NULL", index + 2) || isWord("NOT", index + 2) && isWord("NULL", index + 3))
                || isWord("ISNULL", index + 1) || isWord("NOTNULL", index + 1)
                || isWord("NOT", index + 1) && isWord("NULL", index + 2)
            let isReplaced =
                text(index - 1) == "(" && (isWord("coalesce", index - 2) || isWord("ifnull", index - 2))
            if isTested || isReplaced { tested.insert(text(index)) }
        }
        return tested
    }
}
