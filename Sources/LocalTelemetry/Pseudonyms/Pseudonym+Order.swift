extension Pseudonym: Comparable {
    /// The order of the digits; it says nothing about the order of what was hashed.
    public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
        left.words < right.words
    }
}

extension Pseudonym {
    /// A pseudonym for the examples of a document: one of 256 that stand for nothing.
    public static func sample(_ number: UInt8) -> Pseudonym {
        var state = UInt64(number)
        func word() -> UInt64 {
            // SplitMix64: digits that look as a hash's do.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
        return Pseudonym(words: (word(), word(), word(), word()))
    }

    /// Makes the digits of an example: of nothing that any key could hash.
    package init(example words: (UInt64, UInt64, UInt64, UInt64)) {
        self.init(words: words)
    }
}
