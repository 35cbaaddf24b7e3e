import Diagnostics

/// Which queries and routines a run is about: `schema.name` with `*` and `?`, several separated by `,` or `;`.
package struct ProcedureFilter: Sendable, Equatable {
    /// One pattern; without a schema it matches in any.
    struct Pattern: Sendable, Equatable {
        var schema: [UInt8]?
        var name: [UInt8]
    }

    /// A token that is no pattern.
    package struct Malformed: Error, Equatable {
        /// As given.
        package var token: String
        /// What is wrong with it.
        package var reason: String
    }

    /// The patterns as given, sorted, without duplicates.
    package let texts: [String]
    private let patterns: [Pattern]

    /// Reads a filter; `nil` where the text holds no pattern at all.
    package init?(parsing text: String) throws(Malformed) {
        var texts: Set<String> = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let token = part.trimmedSpaces
            if !token.isEmpty { texts.insert(String(token)) }
        }
        var patterns: [Pattern] = []
        for token in texts.sorted() { patterns.append(try Self.pattern(token)) }
        if patterns.isEmpty { return nil }
        self.texts = texts.sorted()
        self.patterns = patterns
    }

    private static func pattern(_ token: String) throws(Malformed) -> Pattern {
        if token.contains(where: \.isWhitespace) {
            throw Malformed(token: token, reason: "a pattern holds no white space")
        }
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2 else {
            throw Malformed(token: token, reason: "a pattern is a name, or schema and name with one dot between")
        }
        guard parts.allSatisfy({ !$0.isEmpty }) else {
            throw Malformed(token: token, reason: "a name is missing beside the dot")
        }
        let allowed: (UInt8) -> Bool = {
            SQLLexer.isWordByte($0) || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "-")
        }
        guard parts.allSatisfy({ $0.allSatisfy(allowed) }) else {
            throw Malformed(token: token, reason: "a pattern is made of letters, digits, _, -, * and ?")
        }
        let name = Array(parts[parts.count - 1])
        return Pattern(schema: parts.count == 2 ? Array(parts[0]) : nil, name: name)
    }

    /// Whether any pattern matches.
    package func matches(schema: String, name: String) -> Bool {
        let schema = Array(schema.utf8)
        let name = Array(name.utf8)
        return patterns.contains { pattern in
            Self.matches(pattern.name, name) && (pattern.schema.map { Self.matches($0, schema) } ?? true)
        }
    }

    /// Names near to what was asked for, `schema.name`, where nothing matched; for each pattern the nearest first.
    package func nearNames(among names: [(schema: String, name: String)]) -> [String] {
        var near: [String] = []
        for text in texts {
            let isQualified = text.contains(".")
            let qualified = names.map { "\($0.schema).\($0.name)" }
            let candidates = isQualified ? qualified : names.map(\.name)
            for match in NearName.matches(for: text, among: Set(candidates).sorted()) {
                for (index, candidate) in candidates.enumerated() where candidate == match {
                    if !near.contains(qualified[index]) { near.append(qualified[index]) }
                }
            }
        }
        return Array(near.prefix(5))
    }

    /// Matches a pattern with `*` and `?` in time proportional to the product of the lengths at most.
    private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        var patternIndex = 0
        var textIndex = 0
        var star: (pattern: Int, text: Int)?
        while textIndex < text.count {
            if patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") {
                star = (patternIndex, textIndex)
                patternIndex += 1
            } else if patternIndex < pattern.count,
                pattern[patternIndex] == UInt8(ascii: "?") || pattern[patternIndex] == text[textIndex]
            {
                // A question mark stands for a character, which may be several bytes.
                textIndex += 1
                if pattern[patternIndex] == UInt8(ascii: "?") {
                    while textIndex < text.count, text[textIndex] & 0xC0 == 0x80 { textIndex += 1 }
                }
                patternIndex += 1
            } else if let last = star {
                patternIndex = last.pattern + 1
                textIndex = last.text + 1
                star = (last.pattern, textIndex)
            } else {
                return false
            }
        }
        return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
