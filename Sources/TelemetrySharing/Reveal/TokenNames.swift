#if Telemetry
package import LocalTelemetry

/// The names behind a bundle's tokens, for whoever has the key and the project.
package struct TokenNames: Sendable {
    /// The names by their tokens.
    package let names: [String: String]

    /// What became of the tokens of a text.
    package struct Result: Sendable, Equatable {
        /// The text with names in the place of tokens.
        package var text: [UInt8]
        /// How many tokens became names.
        package var revealed = 0
        /// How many look like tokens and stand for nothing that the project has.
        package var unknown = 0
    }

    private let classes: Set<String>

    /// Takes the names of a project.
    ///
    /// - Parameters:
    ///   - pseudonyms: The names by the digits of their pseudonyms, with the class of each.
    ///   - key: The key of the bundle.
    package init(_ pseudonyms: [(class: String, digits: String, name: String)], key: BundleKey) {
        var names: [String: String] = [:]
        for item in pseudonyms { names[key.token(class: item.class, digits: item.digits)] = item.name }
        self.names = names
        classes = Set(pseudonyms.map(\.class))
    }

    /// Rewrites a text: a token by itself becomes the name that it stands for; everything else stays byte for byte.
    ///
    /// A token is by itself in quotation marks of any language too, and between the marks of emphasis of Markdown.
    package func reveal(_ text: [UInt8]) -> Result {
        var result = Result(text: [])
        result.text.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            while place < text.count, Self.isJoint(text[place]) { place = Self.pass(text, place, &result) }
            let start = place
            while place < text.count, Self.isWord(text[place]) { place += 1 }
            while place > start, Self.isJoint(text[place - 1]) { place -= 1 }
            if place > start {
                let word = String(decoding: text[start..<place], as: UTF8.self)
                if let name = names[word] {
                    result.revealed += 1
                    result.text += Array(name.utf8)
                    continue
                }
                if isLikeToken(word) { result.unknown += 1 }
                result.text += text[start..<place]
            } else if place < text.count {
                place = Self.pass(text, place, &result)
            }
        }
        return result
    }

    private static func pass(_ text: [UInt8], _ place: Int, _ result: inout Result) -> Int {
        result.text.append(text[place])
        return place + 1
    }

    private func isLikeToken(_ word: String) -> Bool {
        guard let dash = word.lastIndex(of: "-"), classes.contains(String(word[..<dash])) else { return false }
        let digits = word[word.index(after: dash)...].utf8
        return digits.count == 8 && digits.allSatisfy { BundleToken.isDigit($0) }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: isJoint(byte)
        }
    }

    private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
}
#endif
