/// Something in a file that should not be there.
package struct Finding: Sendable, Equatable {
    /// The file, or the entry of a bundle.
    package var file: String
    /// Where in it, as a path of members: `$.slowest[3].operation`.
    package var path: String
    /// What is wrong: never the text itself.
    package var reason: String

    /// Makes a finding.
    package init(file: String, path: String = "$", reason: String) {
        self.file = file
        self.path = path
        self.reason = reason
    }
}

/// Shows so much of a text that its owner recognises it, and nobody learns it.
package enum Hint {
    /// The first two characters and the length: `al… (9 characters)`.
    package static func of(_ text: String) -> String {
        "\(text.prefix(2))… (\(text.count) characters)"
    }
}
