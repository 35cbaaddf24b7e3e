import SnapshotModel

/// Whether a statement may put rows of several kinds together, of which SQLite describes the first.
enum CompoundTest {
    /// Looks for `UNION` in the words of a statement, and for views that have it.
    static func isCompound(_ statement: StatementTokens, compoundViews: Set<String>) -> Bool {
        let lexer = statement.lexer
        return statement.all.contains { token in
            guard token.kind == .word || token.kind == .quotedIdentifier else { return false }
            return token.kind == .word && lexer.isKeyword("UNION", token)
                || !compoundViews.isEmpty && compoundViews.contains(lexer.identifier(token).lowercased())
        }
    }
}
