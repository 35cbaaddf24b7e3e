extension Pseudonym: Comparable {
    /// The order of the digits; it says nothing about the order of what was hashed.
    public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
        left.words < right.words
    }
}
