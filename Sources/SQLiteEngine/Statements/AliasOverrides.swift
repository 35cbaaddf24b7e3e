import SnapshotModel

/// Aliases that say more than a name: `AS "total!"`, `AS "total: Decimal"`.
struct AliasOverrides {
    /// What each says, by the plain name.
    private(set) var byName: [String: ValueAnnotation] = [:]
    /// Where such names stand, and what is to stand there.
    private var replacements: [(range: Range<Int>, name: String)] = []

    /// Finds those of a statement.
    init(_ statement: StatementTokens) {
        let lexer = statement.lexer
        guard statement.all.contains(where: { $0.kind == .quotedIdentifier }) else { return }
        var byAlias: [String: ValueAnnotation] = [:]
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
                byAlias[name] = override
                byName[override.name] = override
            }
            isBehindAs = false
        }
        // The same name elsewhere in the statement, in ORDER BY say, means the same column.
        replacements = quoted.compactMap { place in byAlias[place.name].map { (place.range, $0.name) } }
    }

    var isEmpty: Bool { byName.isEmpty }

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
            var text = "\""
            for character in name.unicodeScalars {
                text.unicodeScalars.append(character)
                if character == "\"" { text.append("\"") }
            }
            return RewrittenText.Edit(place, text + "\"")
        }
    }
}
