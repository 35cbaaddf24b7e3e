import SnapshotModel

/// Aliases that say more than a name: `AS "total!"`, `AS "total: Decimal"`.
struct AliasOverrides {
    /// What each says; of several of one name the last.
    private(set) var all: [ValueAnnotation] = []
    /// Where such names stand, and what is to stand there.
    private var replacements: [(range: Range<Int>, name: String)] = []

    /// Finds those of a statement.
    init(_ statement: StatementTokens) {
        let lexer = statement.lexer
        guard statement.all.contains(where: { $0.kind == .quotedIdentifier }) else { return }
        // A handful each: looked through, not hashed.
        var aliases: [(name: String, override: ValueAnnotation)] = []
        var isBehindAs = false
        var quoted: [(range: Range<Int>, name: String)] = []
        for token in statement.all {
            guard token.kind == .quotedIdentifier else {
                isBehindAs = token.range.count == 2 && lexer.isKeyword("AS", token)
                continue
            }
            let name = lexer.identifier(token)
            quoted.append((token.range, name))
            if isBehindAs, let override = Self.override(name, at: token.range.lowerBound) {
                aliases.append((name, override))
                all.removeAll { $0.name == override.name }
                all.append(override)
            }
            isBehindAs = false
        }
        // The same name elsewhere in the statement, in ORDER BY say, means the same column.
        if aliases.isEmpty { return }
        replacements = quoted.compactMap { place in
            aliases.first { $0.name == place.name }.map { (place.range, $0.override.name) }
        }
    }

    var isEmpty: Bool { all.isEmpty }

    /// What is said of a column.
    func override(of name: String) -> ValueAnnotation? {
        all.first { $0.name == name }
    }

    private static func override(_ name: String, at offset: Int) -> ValueAnnotation? {
        guard let last = name.utf8.last,
            last == UInt8(ascii: "!") || last == UInt8(ascii: "?") || name.utf8.contains(UInt8(ascii: ":")),
            let annotation = ValueAnnotation(parsing: name[...], offset: offset),
            annotation.type != nil || annotation.isOptional != nil
        else { return nil }
        return annotation
    }

    /// Plain names in their places.
    var edits: [RewrittenText.Edit] {
        replacements.map { place, name in
            let quote = UInt8(ascii: "\"")
            var text = [quote]
            for byte in name.utf8 {
                text.append(byte)
                if byte == quote { text.append(byte) }
            }
            return RewrittenText.Edit(place, utf8: text + [quote])
        }
    }
}
