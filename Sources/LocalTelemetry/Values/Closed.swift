/// A value of an enumeration that came in from outside (a name of the system, a code of the database), or `other`
/// where the enumeration does not know it.
///
/// What an enumeration must be stands at the initialisers and not here: a requirement of the type itself is looked up
/// among all conformances of the program each time that a key path to such a value is made, a tenth of a millisecond
/// for each enumeration at the start of a recorded run.
public struct Closed<Value: Sendable>: Sendable {
    /// The value; `nil` for `other`.
    public let value: Value?

    /// What the enumeration does not know.
    public static var other: Self { Self(value: nil) }

    private init(value: Value?) {
        self.value = value
    }
}

extension Closed where Value: CaseIterable & RawRepresentable<String> {
    /// Makes a known value.
    public init(_ value: Value) {
        self.init(value: value)
    }

    /// Makes the value of that text; `other` where no case has it. The text itself is not kept.
    public init(named text: some StringProtocol) {
        self.init(value: Value.allCases.first { $0.rawValue == text })
    }
}
