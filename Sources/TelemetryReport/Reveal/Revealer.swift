/// Shows pseudonyms to a person: as class and digits, or, for who has the key, as the names that they stand for.
package struct Revealer: Sendable {
    private let names: [String: String]
    /// Whether names were asked for: a pseudonym without one is then marked.
    package let isRevealing: Bool

    /// Shows class and digits.
    package static let digits = Revealer(names: [:], isRevealing: false)

    /// Shows names.
    ///
    /// - Parameter names: The names by the 64 digits of their pseudonyms. Digits of different classes differ.
    package init(names: [String: String]) {
        self.init(names: names, isRevealing: true)
    }

    private init(names: [String: String], isRevealing: Bool) {
        self.names = names
        self.isRevealing = isRevealing
    }

    /// The name that a pseudonym stands for.
    package func name(of digits: String) -> String? { names[digits] }

    /// What a person sees of a pseudonym.
    package func text(class pseudonymClass: String, digits: String) -> String {
        if let name = names[digits] {
            // A statement is shown in one line.
            let words = name.split { $0.isWhitespace }
            return Escaping.visible(words.count > 1 ? words.joined(separator: " ") : name)
        }
        // A bundle's token is shown as people quote it.
        let isDigest = digits.utf8.count == 64
        return (isDigest ? "\(pseudonymClass):\(digits.prefix(8))" : digits)
            + (isRevealing ? " (no longer in the project)" : "")
    }
}
