/// What an export does with a field, at each of its two levels.
public struct Redaction: Sendable, Hashable {
    /// One thing that can be done with a value.
    public enum Rule: String, Sendable, CaseIterable {
        /// It leaves as it is.
        case keep
        /// A pseudonym becomes a token of the bundle.
        case token
        /// An identifier becomes its ordinal within the bundle.
        case ordinal
        /// A time becomes minutes from the first run.
        case minutes
        /// A time becomes its place among the others.
        case order
        /// A number is rounded to two significant digits.
        case twoDigits
        /// A number is rounded to a power of two.
        case powerOfTwo
        /// A distribution is scaled to its rounded count.
        case scaled
        /// It does not leave.
        case drop
    }

    /// At the level `standard`.
    public var standard: Rule
    /// At the level `strict`.
    public var strict: Rule

    /// Makes a redaction; `strict` does what `standard` does unless it says more.
    public init(standard: Rule, strict: Rule? = nil) {
        self.standard = standard
        self.strict = strict ?? standard
    }

    /// Leaves as it is at both levels.
    public static let keep = Redaction(standard: .keep)
}
