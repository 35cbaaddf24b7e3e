import LocalTelemetry

/// Documents that are wrong in one field each, made from what the catalogue says of the field.
struct Mutants {
    /// A document with a value for every field: from the fields' own examples.
    static func document(_ fields: [FieldShape]) -> String {
        "{" + fields.map { "\"\($0.name)\": \(value(of: $0))" }.joined(separator: ", ") + "}"
    }

    private static func value(of field: FieldShape) -> String {
        switch field.kind {
        case .object: document(field.children)
        case .list where field.isListOfTexts: "[\"\(field.texts.first ?? "")\"]"
        case .list: "[\(document(field.children))]"
        default: field.example ?? "null"
        }
    }

    /// A mutant: where, and the whole document.
    struct Mutant {
        var place: String
        var document: String
    }

    /// For every field of a kind, each wrong value in its place.
    static func all(of fields: [FieldShape]) -> [String: [Mutant]] {
        var mutants: [String: [Mutant]] = [:]
        func visit(_ siblings: [FieldShape], path: String, wrap: (String) -> String) {
            for (index, field) in siblings.enumerated() {
                let place = path + field.name
                func whole(_ member: String?) -> String {
                    let members = siblings.enumerated().compactMap { other, sibling in
                        other == index ? member : "\"\(sibling.name)\": \(value(of: sibling))"
                    }
                    return wrap("{" + members.joined(separator: ", ") + "}")
                }
                var documents = wrongValues(of: field).map { whole("\"\(field.name)\": \($0)") }
                if !field.isOptional { documents.append(whole(nil)) }
                documents.append(whole("\"\(field.name.uppercased())\": \(value(of: field)), \"x\": 1"))
                mutants[place, default: []] += documents.map { Mutant(place: place, document: $0) }
                if !field.children.isEmpty {
                    visit(field.children, path: place + ".") { inner in
                        whole("\"\(field.name)\": " + (field.kind == .list ? "[\(inner)]" : inner))
                    }
                }
            }
        }
        visit(fields, path: "", wrap: { $0 })
        return mutants
    }

    // MARK: Wrong values

    private static func wrongValues(of field: FieldShape) -> [String] {
        switch field.kind {
        case .count, .bytes, .exitCode: wrongNumbers(field) + ["1.5", "0.1", "1e-3"]
        case .duration: wrongNumbers(field) + ["-0.001", "\"1 ms\"", "1e13"]
        case .flag: wrongFlags
        case .closed: wrongTypes(but: "string") + wrongTexts + wrongClosed(field)
        case .version:
            wrongTypes(but: "string") + wrongTexts
                + ["1.", ".1", "1.2.3.4", "v1", "1.2+build", "1.2-feature", "123456", "1 ", "1.x", "1..2"].map(quoted)
        case .timestamp:
            wrongTypes(but: "string") + wrongTexts
                + [
                    "2026-03-02", "2026-03-02T08:15:42Z", "2026-03-02T08:15:42.307", "2026-13-02T08:15:42.307Z",
                    "2026-03-32T08:15:42.307Z", "2026-03-02T24:15:42.307Z", "2026-03-02 08:15:42.307Z",
                    "2026-03-02T08:15:42.307+01:00", "2026-03-02T08:60:42.307Z", "26-03-02T08:15:42.307Z",
                ].map(quoted)
        case .pseudonym: wrongTypes(but: "string") + wrongTexts + wrongDigests(64)
        case .runId: wrongTypes(but: "string") + wrongTexts + wrongDigests(32)
        case .histogram: wrongTypes(but: "object") + wrongHistograms
        case .object: wrongTypes(but: "object") + wrongObjects(field)
        case .list: wrongTypes(but: "array") + wrongLists(field)
        }
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    private static let wrongTexts = [
        "", "main.orderSummary", "/home/someone/project", "SELECT 1", "OTHER", "Other", "other ", " other", "null",
        "0x0",
    ].map(quoted)

    private static func wrongTypes(but kind: String) -> [String] {
        var values = ["null", "true", "false", "0", "-1", "1.5"]
        if kind != "string" { values += [quoted(""), quoted("text"), quoted("0"), quoted("[]"), quoted("{}")] }
        if kind != "array" { values += ["[]", "[null]", "[0]", "[\"a\"]", "[[]]", "[{}]"] }
        if kind != "object" { values += ["{}", "{\"a\": 1}", "{\"value\": 1}"] }
        return values
    }

    private static func wrongNumbers(_ field: FieldShape) -> [String] {
        let range = field.range ?? 0...0
        return [
            "null", "true", "false", "\"\"", "\"1\"", "\"0\"", "[]", "[1]", "[[1]]", "{}", "{\"value\": 1}", "1e300",
            "-1e300", "\(range.upperBound + 1)", "\(range.upperBound + 1000)", "\(range.lowerBound - 1)",
            "\(range.lowerBound - 100)", "\"NaN\"", "\"Infinity\"",
        ]
    }

    private static let wrongFlags = [
        "null", "0", "1", "-1", "1.5", "\"true\"", "\"false\"", "\"\"", "\"yes\"", "\"no\"", "\"0\"", "\"1\"", "[]",
        "[true]", "[false]", "[[]]", "{}", "{\"value\": true}", "\"null\"", "1e300", "\"True\"",
    ]

    private static func wrongClosed(_ field: FieldShape) -> [String] {
        let text = field.texts.first ?? "x"
        return [text + "x", "x" + text, text + " ", " " + text, text + "/" + text].map(quoted) + ["[\"\(text)\"]"]
    }

    private static func wrongDigests(_ count: Int) -> [String] {
        let digits = String(repeating: "0a", count: count / 2)
        let shorter = String(digits.dropLast())
        let cyrillic = String(repeating: "\\u0430", count: 4)
        let values: [String] = [
            shorter, digits + "0", digits.uppercased(), "g\(digits.dropFirst())", " \(digits)", "\(shorter) ",
            "\(digits.dropLast(4))\(cyrillic)", "\(shorter)\\n", "0x\(digits.dropFirst(2))",
        ]
        return values.map(quoted)
    }

    private static func wrongObjects(_ field: FieldShape) -> [String] {
        var values = ["[\(document(field.children))]", "\(document(field.children).dropLast()), \"extra\": 1}"]
        values += field.children.filter { !$0.isOptional }.map { missing in
            document(field.children.filter { $0.name != missing.name })
        }
        values += ["name", "text", "path", "id"].map { "\(document(field.children).dropLast()), \"_\($0)\": \"a\"}" }
        return values
    }

    private static func wrongLists(_ field: FieldShape) -> [String] {
        let item = field.isListOfTexts ? quoted(field.texts.first ?? "") : document(field.children)
        let tooMany = repeatElement(item, count: (field.maximumItems ?? 0) + 1).joined(separator: ", ")
        var values = [item, "[\(tooMany)]", "[\(item), null]", "[\(item), 0]", "[[\(item)]]", "[\(item), \"no\"]"]
        values += ["[null]", "[0]", "[true]", "[\"/home\"]", "[[]]", "[1, 2, 3]"]
        if !field.isListOfTexts { values += wrongObjects(field).dropFirst().map { "[\($0)]" } }
        return values
    }

    private static let wrongHistograms: [String] = {
        func histogram(_ scale: String, _ zeros: String, _ offset: String, _ buckets: String) -> String {
            "{\"scale\": \(scale), \"zeroCount\": \(zeros), \"offset\": \(offset), \"buckets\": \(buckets)}"
        }
        let many = "[" + repeatElement("[1,1]", count: 321).joined(separator: ",") + "]"
        return [
            histogram("5", "0", "0", "[]"), histogram("7", "0", "0", "[]"), histogram("\"6\"", "0", "0", "[]"),
            histogram("6", "-1", "0", "[]"), histogram("6", "1.5", "0", "[]"), histogram("6", "0", "-5000", "[]"),
            histogram("6", "0", "5000", "[]"), histogram("6", "0", "0", "{}"), histogram("6", "0", "0", "[1]"),
            histogram("6", "0", "0", "[[1]]"), histogram("6", "0", "0", "[[1,1,1]]"),
            histogram("6", "0", "0", "[[-1,1]]"), histogram("6", "0", "0", "[[1,0]]"),
            histogram("6", "0", "0", "[[1,\"1\"]]"), histogram("6", "0", "0", "[[1,1.5]]"),
            histogram("6", "0", "0", many), "{\"scale\": 6}",
            "{\"scale\": 6, \"zeroCount\": 0, \"offset\": 0, \"buckets\": [], \"sum\": 1}",
        ]
    }()
}
