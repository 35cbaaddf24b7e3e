internal import LocalTelemetry

/// What a field is, in words: the same in every page.
enum FieldWords {
    /// Type, unit and range.
    static func type(of field: FieldShape) -> String {
        switch field.kind {
        case .count: number("whole number", field)
        case .bytes: number("whole number", field)
        case .duration: number("number", field)
        case .exitCode: number("whole number", field)
        case .flag: "true or false"
        case .closed: closed(field)
        case .version: "version: numbers, and a stage such as `beta.2`"
        case .timestamp: "time: RFC 3339, milliseconds, UTC"
        case .pseudonym: "pseudonym of class `\(field.pseudonymClass ?? "")`: 64 hex digits"
        case .histogram: "histogram of ms: base 2, scale 6"
        case .list: "list of at most \(field.maximumItems ?? 0)" + (field.isListOfTexts ? ": \(closed(field))" : "")
        case .object: "object"
        case .runId: "32 hex digits, random"
        }
    }

    private static func number(_ word: String, _ field: FieldShape) -> String {
        let unit =
            switch field.unit {
            case .bytes: " of bytes"
            case .milliseconds: " of ms"
            case .rows: " of rows"
            case .one, nil: ""
            }
        guard let range = field.range else { return word + unit }
        if range.count == 1 { return "\(range.lowerBound)" }
        return "\(word)\(unit), \(large(range.lowerBound)) to \(large(range.upperBound))"
    }

    private static func large(_ number: Int) -> String {
        switch number {
        case 1_000_000_000: "10⁹"
        case 1_000_000_000_000: "10¹²"
        case (1 << 53) - 1: "2⁵³ − 1"
        default: "\(number)"
        }
    }

    /// Up to how many texts are listed where a field is.
    static let fewTexts = 12

    private static func closed(_ field: FieldShape) -> String {
        let texts = field.texts + (field.allowsOther ? [Term.other.text] : [])
        guard texts.count > 1 else { return "`\(texts.first ?? "")`" }
        guard texts.count <= fewTexts else { return "one of \(texts.count) texts, see the schema" }
        return "one of " + texts.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// When it is there.
    static func presence(of field: FieldShape) -> String {
        field.isOptional ? field.presence ?? "sometimes" : "always"
    }

    /// What an export does with it: `standard / strict`.
    static func export(of field: FieldShape) -> String {
        let (standard, strict) = (rule(field.redaction.standard), rule(field.redaction.strict))
        let sorted = field.isRanked ? ", sorted by token" : ""
        return standard == strict ? standard + sorted : "\(standard)\(sorted) / \(strict)"
    }

    private static func rule(_ rule: Redaction.Rule) -> String {
        switch rule {
        case .keep: "as it is"
        case .token: "token"
        case .ordinal: "ordinal"
        case .minutes: "minutes from the first run"
        case .order: "place in the order"
        case .twoDigits: "two digits"
        case .powerOfTwo: "power of two"
        case .scaled: "scaled to the rounded count"
        case .drop: "dropped"
        }
    }

    /// Its value in the example; a dash for what is made of others.
    static func example(of field: FieldShape) -> String {
        guard field.children.isEmpty, field.kind != .histogram, let example = field.example else { return "" }
        let line = example.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        return line.count <= 40 ? "`\(line)`" : "`\(line.prefix(12))…`"
    }

    /// What a field can tell a stranger who sees it.
    static func reveals(_ field: FieldShape) -> String {
        switch field.kind {
        case .count, .bytes, .duration:
            "A figure: with others it can recognise a project or run that is known already."
        case .histogram: "The shape of a distribution: it can recognise a run that is known already."
        case .flag: "One of two answers about the run; nothing that a user typed."
        case .closed: "One of \(field.texts.count) texts that stand in the tool's source; nothing that a user typed."
        case .version: "Which version of a program: with others it narrows down whose machine it was."
        case .timestamp: "When somebody worked."
        case .pseudonym:
            "Where the same \(field.pseudonymClass ?? "") recurs; who has the key can test guesses of it."
        case .runId: "Which documents belong together."
        case .exitCode: "How a run ended."
        case .list: "How many there are" + (field.isListOfTexts ? "; texts that stand in the tool's source." : ".")
        case .object: "Nothing but what its fields do."
        }
    }
}
