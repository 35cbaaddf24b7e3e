extension Pseudonym: Comparable {
    /// The order of the digits; it says nothing about the order of what was hashed.
    public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
        left.words < right.words
    }
}

extension Pseudonym {
    /// Makes the digits of an example: of nothing that any key could hash.
    package init(example words: (UInt64, UInt64, UInt64, UInt64)) {
        self.init(words: words)
    }
}
