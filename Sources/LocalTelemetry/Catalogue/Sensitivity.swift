/// What a field could tell a stranger who sees it.
public enum Sensitivity: String, Sendable, CaseIterable {
    /// A value of a closed set, a flag or a version: nothing about a person, or about a project but what it uses.
    case low
    /// A figure; many of them together can recognise a run or project that is known already.
    case figure
    /// When a run began.
    case time
    /// Ties documents together within one directory.
    case identifier
    /// A keyed pseudonym of something that a user named; whoever has the key can test guesses.
    case pseudonym
}
