/// The words of a camelCase name.
package enum Words {
    /// The words in lower case: `peakMemoryBytes` is peak, memory, bytes.
    package static func of(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in name {
            if character.isUppercase, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word += character.lowercased()
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

/// Whether two names could be taken for one another.
enum Likeness {
    /// Equal but for case, or one letter added, left out or replaced, in names of at least four.
    static func isNear(_ left: String, _ right: String) -> Bool {
        if left.lowercased() == right.lowercased() { return left != right }
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard min(left.count, right.count) >= 4, abs(left.count - right.count) <= 1 else { return false }
        let prefix = zip(left, right).prefix { $0 == $1 }.count
        let (leftRest, rightRest) = (left[prefix...], right[prefix...])
        return leftRest.dropFirst().elementsEqual(rightRest.dropFirst())
            || leftRest.dropFirst().elementsEqual(rightRest) || leftRest.elementsEqual(rightRest.dropFirst())
    }
}
