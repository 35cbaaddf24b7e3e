/// The 128 random bits that tie the documents of one invocation together. Drawn anew for each; it says nothing about
/// machine, person or project.
public struct RunIdentifier: Sendable, Hashable {
    let high: UInt64
    let low: UInt64

    /// Draws an identifier.
    public init(using generator: inout some RandomNumberGenerator) {
        self.init(high: generator.next(), low: generator.next())
    }

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads 32 lower-case hex digits; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        self.init(digits: Array(text.utf8))
    }

    /// Reads 32 lower-case hex digits; texts come here first, because the work on bytes is the compiler's to make fast.
    public init?(_ text: String) {
        self.init(digits: Array(text.utf8))
    }

    private init?(digits: [UInt8]) {
        guard digits.count == 32, digits.allSatisfy(Hex.isDigit) else { return nil }
        self.init(high: Hex.word(digits[..<16]), low: Hex.word(digits[16...]))
    }

    /// In the order of their texts.
    package static func < (left: RunIdentifier, right: RunIdentifier) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// 32 hex digits.
    public var text: String { String(decoding: Hex.bytes(of: [high, low]), as: UTF8.self) }

    /// The first 8 digits, as people are shown them.
    public var shortText: String { String(text.prefix(8)) }
}
