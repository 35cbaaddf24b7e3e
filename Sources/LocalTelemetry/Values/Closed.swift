/// A value of an enumeration that came in from outside (a name of the system, a code of the database), or `other`
/// where the enumeration does not know it.
public struct Closed<Value: CaseIterable & RawRepresentable<String> & Sendable>: Sendable {
    /// The value; `nil` for `other`.
    public let value: Value?

    /// What the enumeration does not know.
    public static var other: Self { Self(value: nil) }

    private init(value: Value?) {
        self.value = value
    }

    /// Makes a known value.
    public init(_ value: Value) {
        self.value = value
    }

    /// Makes the value of that text; `other` where no case has it. The text itself is not kept.
    public init(named text: some StringProtocol) {
        value = Value.allCases.first { $0.rawValue == text }
    }
}
