/// Swift names made of the names of a database. The rules stand, with examples, in `docs/naming.md`.
enum Identifier {
    /// The name of a function, property or parameter, without backticks: `orderID`.
    static func value(_ name: String) -> String {
        usable(Words(name).lowerCamelCase, for: name)
    }

    /// The name of a type, without backticks: `OrderSummary`.
    static func type(_ name: String) -> String {
        usable(Words(name).upperCamelCase, for: name)
    }

    /// The name in its own spelling, what Swift cannot have being written as `_x20_`. Two names never become one.
    static func verbatim(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if scalar.canContinueIdentifier {
                if text.isEmpty, !scalar.canBeginIdentifier { text.append("_") }
                text.append(scalar)
            } else {
                text.append(contentsOf: "_x\(String(scalar.value, radix: 16, uppercase: true))_".unicodeScalars)
            }
        }
        return usable(String(text), for: name)
    }

    /// Gives a name that cannot stand as it is (empty, with a digit first, taken by the language) one that can.
    private static func usable(_ candidate: String, for name: String) -> String {
        guard let first = candidate.unicodeScalars.first else {
            return name.isEmpty ? "unnamed" : "x" + name.utf8.map { String($0, radix: 16, uppercase: true) }.joined()
        }
        let whole = first.canBeginIdentifier ? candidate : "_" + candidate
        return Keyword.isUnusable(whole) ? whole + "_" : whole
    }

    /// The name as source text: in backticks where it is a word of the language.
    static func quoted(_ name: String) -> String {
        Keyword.needsBackticks(name) ? "`\(name)`" : name
    }
}

/// Words that Swift keeps to itself.
enum Keyword {
    /// Words that stay special even in backticks, or as a member's name.
    static func isUnusable(_ name: String) -> Bool {
        switch name {
        case "_", "self", "Self", "init", "deinit", "subscript", "Type", "Protocol", "super", "Any": true
        default: false
        }
    }

    /// Words that an identifier can be in backticks only.
    static func needsBackticks(_ name: String) -> Bool {
        // Few names get as far as being hashed: most are longer, or have a capital or underscore.
        guard name.utf8.count <= longest, name.utf8.dropFirst().allSatisfy({ $0 >= UInt8(ascii: "a") }) else {
            return false
        }
        return reserved.contains(name)
    }

    private static let longest = 15

    private static let reserved: Set<String> = [
        "Any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer", "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in",
        "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
        "repeat",
        "rethrows", "return", "static", "struct", "switch", "throw", "throws", "true", "try", "typealias", "var",
        "where",
        "while",
    ]
}
