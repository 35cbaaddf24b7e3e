/// How much an export takes away.
public enum RedactionLevel: String, Sendable, CaseIterable {
    /// Pseudonyms become tokens, times minutes, counts and sizes two significant digits.
    case standard
    /// Tokens, lists of items, distributions and sizes are dropped, times become days, figures are coarser still.
    case strict
}

extension Redaction {
    /// What is done at a level.
    package subscript(level: RedactionLevel) -> Rule {
        level == .standard ? standard : strict
    }
}
