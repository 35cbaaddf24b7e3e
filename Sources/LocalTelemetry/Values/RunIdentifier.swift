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
        guard text.utf8.count == 32, text.utf8.allSatisfy(Hex.isDigit), let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    /// 32 hex digits.
    public var text: String { String(decoding: Hex.bytes(of: [high, low]), as: UTF8.self) }

    /// The first 8 digits, as people are shown them.
    public var shortText: String { String(text.prefix(8)) }
}
