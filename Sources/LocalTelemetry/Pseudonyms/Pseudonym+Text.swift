extension Pseudonym {
    /// 64 lower-case hex digits.
    package var text: String {
        String(decoding: Hex.bytes(of: [words.0, words.1, words.2, words.3]), as: UTF8.self)
    }

    /// The first 8 digits, as people are shown them behind the class.
    package var shortText: String { String(text.prefix(8)) }

    /// Reads what a document holds.
    ///
    /// - Returns: `nil` where the text is not 64 lower-case hex digits.
    package init?(hex text: some StringProtocol) {
        self.init(digits: Array(text.utf8))
    }

    /// Reads 64 lower-case hex digits; texts come here first, because the work on bytes is the compiler's to make fast.
    package init?(hex text: String) {
        self.init(digits: Array(text.utf8))
    }

    private init?(digits: [UInt8]) {
        guard digits.count == 64, digits.allSatisfy(Hex.isDigit) else { return nil }
        self.init(
            words: (
                Hex.word(digits[..<16]), Hex.word(digits[16..<32]), Hex.word(digits[32..<48]), Hex.word(digits[48...])
            ))
    }
}
