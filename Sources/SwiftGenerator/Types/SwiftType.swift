import SnapshotModel

/// The Swift type of a parameter or column, and how the run-time library stores and reads it.
final class SwiftType: Sendable {
    /// As generated code spells it.
    let name: String
    /// The factory of `Argument` that takes it, its argument label included: `integer(`.
    let argument: String
    /// The method of `ResultRow` that reads it.
    let reader: String
    /// The method of `ResultRow` that reads it or NULL.
    let optionalReader: String
    /// Whether Foundation declares it.
    let needsFoundation: Bool

    private init(
        _ name: String, argument: String, reader: String, optionalReader: String? = nil, needsFoundation: Bool = false
    ) {
        self.name = name
        self.argument = argument
        self.reader = reader
        self.optionalReader = optionalReader ?? "optional" + reader.prefix(1).uppercased() + reader.dropFirst()
        self.needsFoundation = needsFoundation
    }

    static let integer = SwiftType("Int64", argument: "integer(", reader: "integer")
    static let boolean = SwiftType("Bool", argument: "boolean(", reader: "boolean")
    static let real = SwiftType("Double", argument: "real(", reader: "real")
    static let text = SwiftType("String", argument: "text(", reader: "text")
    static let blob = SwiftType("Data", argument: "blob(", reader: "blob", needsFoundation: true)
    static let bytes = SwiftType("[UInt8]", argument: "bytes(", reader: "bytes")
    static let date = SwiftType("Date", argument: "date(", reader: "date", needsFoundation: true)
    static let decimal = SwiftType("Decimal", argument: "decimal(", reader: "decimal", needsFoundation: true)
    static let uuid = SwiftType(
        "UUID", argument: "uuid(", reader: "uuid", optionalReader: "optionalUUID", needsFoundation: true)
    static let url = SwiftType(
        "URL", argument: "url(", reader: "url", optionalReader: "optionalURL", needsFoundation: true)

    /// The row of a table that is part of another row; its name is the layout's to say.
    static let row = SwiftType("", argument: "", reader: "embedded")

    /// A JSON text whose shape is known; what it stands for is the layout's to say.
    static let shapedJSON = SwiftType("JSONText", argument: "json(", reader: "json", optionalReader: "optionalJSON")

    /// The names that the type's name is made of.
    var words: [String] { name.split(whereSeparator: { "[]<>,:.? ".contains($0) }).map(String.init) }

    private static let known: [String: SwiftType] = {
        var known: [String: SwiftType] = [:]
        for type in [integer, boolean, real, text, blob, bytes, date, decimal, uuid, url] { known[type.name] = type }
        // SQLite's three spellings of a date; they are read alike, whichever it is.
        known["Date(text)"] = date
        for (spelling, argument) in [("unixepoch", "unixEpoch"), ("julianday", "julianDay")] {
            known["Date(\(spelling))"] = SwiftType(
                "Date", argument: "date(\(argument): ", reader: "date", needsFoundation: true)
        }
        for name in ["Int", "Int8", "Int16", "Int32", "UInt", "UInt8", "UInt16", "UInt32", "UInt64"] {
            known[name] = SwiftType(name, argument: "integer(exactly: ", reader: "exactInteger")
        }
        return known
    }()

    /// The type of that name; `nil` where the text is not the name of a type.
    static func named(_ name: String) -> SwiftType? {
        if let known = known[name] { return known }
        if name.hasPrefix("JSONText<"), TypeName.isWellFormed(name) {
            return SwiftType(name, argument: "json(", reader: "json", optionalReader: "optionalJSON")
        }
        return TypeName.isWellFormed(name) ? SwiftType(name, argument: "value(", reader: "value") : nil
    }

    /// The type that a declared type has by itself; `nil` where it says nothing.
    static func declared(_ declared: String) -> SwiftType? {
        switch DeclaredType.meaning(of: declared) {
        case .boolean: .boolean
        case .date: .date
        case .uuid: .uuid
        case .decimal: .decimal
        case .url: .url
        case .text: .text
        case .integer: .integer
        case .real: .real
        case .blob: .blob
        case nil: nil
        }
    }

    /// Whether the run-time library knows it.
    var isKnown: Bool { Self.known[name] != nil }
}

extension SwiftType: Equatable {
    static func == (one: SwiftType, other: SwiftType) -> Bool {
        one === other || one.name == other.name
    }
}

/// The spelling of types.
enum TypeName {
    /// Whether the text is a type's name, `Module.Name`, with arguments in angle brackets, or an array or dictionary of such.
    static func isWellFormed(_ text: String) -> Bool {
        var rest = text.unicodeScalars[...]
        return skipType(&rest, depth: 0) && rest.isEmpty
    }

    private static func skipType(_ rest: inout Substring.UnicodeScalarView, depth: Int) -> Bool {
        guard depth < 8 else { return false }
        if skip("[", &rest) {
            guard skipType(&rest, depth: depth + 1) else { return false }
            if skip(":", &rest) {
                skipSpaces(&rest)
                guard skipType(&rest, depth: depth + 1) else { return false }
            }
            guard skip("]", &rest) else { return false }
        } else {
            repeat {
                guard skipIdentifier(&rest) else { return false }
                if skip("<", &rest) {
                    repeat {
                        skipSpaces(&rest)
                        guard skipType(&rest, depth: depth + 1) else { return false }
                    } while skip(",", &rest)
                    guard skip(">", &rest) else { return false }
                }
            } while skip(".", &rest)
        }
        // That the whole is optional is said beside the type, not by it.
        if depth > 0 { _ = skip("?", &rest) }
        return true
    }

    private static func skipIdentifier(_ rest: inout Substring.UnicodeScalarView) -> Bool {
        guard rest.first?.canBeginIdentifier == true else { return false }
        let name = rest.prefix { $0.canContinueIdentifier }
        rest = rest[name.endIndex...]
        return !Keyword.needsBackticks(String(name)) && !Keyword.isUnusable(String(name))
    }

    private static func skipSpaces(_ rest: inout Substring.UnicodeScalarView) {
        rest = rest.drop { $0 == " " }
    }

    private static func skip(_ mark: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView) -> Bool {
        guard rest.first == mark else { return false }
        rest = rest.dropFirst()
        return true
    }
}
