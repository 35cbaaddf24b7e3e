internal import Diagnostics
internal import JSONBytes

/// Reads the value of `functions`: a list of objects, each a function or a collation.
struct FunctionsReader {
    /// What was read.
    private(set) var functions: [ConfiguredFunction] = []
    /// What is wrong.
    private(set) var findings: [Finding] = []
    private let text: SourceText

    private static let functionKeys = ["name", "arguments", "returns", "neverNull", "aggregate"]

    /// Reads the value of the key.
    init(_ node: JSONNode, in text: SourceText) {
        self.text = text
        guard case .array(let elements) = node.value else {
            report(.configurationWrongType, "“functions” is a list of objects.", node.offset)
            return
        }
        var names: Set<String> = []
        for element in elements {
            guard case .object(let members) = element.value else {
                report(
                    .configurationWrongType, "An entry of “functions” is an object.", element.offset,
                    "Write {\"name\": \"slug\", \"arguments\": 1, \"returns\": \"TEXT\"}, or {\"collation\": \"german\"}."
                )
                continue
            }
            guard let entry = read(members, at: element.offset) else { continue }
            let name =
                switch entry {
                case .function(let name, _, _, _, _): name.lowercased() + "()"
                case .collation(let name): name.lowercased()
                }
            if names.insert(name).inserted {
                functions.append(entry)
            } else {
                report(
                    .configurationDuplicateKey, "“\(name)” stands here for the second time.", element.offset,
                    "Keep one; “arguments” can be a list of counts.")
            }
        }
    }

    private mutating func read(_ members: [JSONNode.Member], at offset: Int) -> ConfiguredFunction? {
        let findingCount = findings.count
        var name: String?
        var collation: String?
        var counts = [-1]
        var returns: String?
        var isNeverNull = false
        var isAggregate = false
        for member in members {
            switch member.key {
            case "name": name = word(member)
            case "collation": collation = word(member)
            case "returns": returns = string(member)
            case "neverNull": isNeverNull = flag(member)
            case "aggregate": isAggregate = flag(member)
            case "arguments": counts = self.counts(member)
            default:
                let keys = Self.functionKeys + ["collation"]
                let near = NearName.best(for: member.key, among: keys)
                report(
                    .configurationUnknownKey, "There is no key “\(member.key)”.", member.offset,
                    near.map { "Did you mean “\($0)”?" } ?? "The keys are \(keys.joined(separator: ", ")).")
            }
        }
        guard findings.count == findingCount else { return nil }
        switch (name, collation) {
        case (let name?, nil):
            return .function(
                name: name, argumentCounts: counts, returns: returns, isNeverNull: isNeverNull,
                isAggregate: isAggregate)
        case (nil, let collation?) where members.count == 1: return .collation(collation)
        default:
            report(
                .configurationBadValue,
                "An entry of “functions” names a function or a collation, not both and not none.",
                offset,
                "Write {\"name\": \"slug\", \"arguments\": 1, \"returns\": \"TEXT\"}, or {\"collation\": \"german\"}.")
            return nil
        }
    }

    // MARK: Values

    private mutating func string(_ member: JSONNode.Member) -> String? {
        if case .string(let text) = member.node.value, !text.isEmpty { return text }
        report(.configurationWrongType, "“\(member.key)” is a string with something in it.", member.node.offset)
        return nil
    }

    /// A name that SQL can write without quotes.
    private mutating func word(_ member: JSONNode.Member) -> String? {
        guard let text = string(member) else { return nil }
        let isWord =
            text.utf8.count <= 255 && text.first?.isNumber == false
            && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        if isWord { return text }
        report(.configurationBadValue, "“\(text)” is not a name that SQL can call.", member.node.offset)
        return nil
    }

    private mutating func flag(_ member: JSONNode.Member) -> Bool {
        if case .bool(let flag) = member.node.value { return flag }
        report(.configurationWrongType, "“\(member.key)” is true or false.", member.node.offset)
        return false
    }

    private mutating func counts(_ member: JSONNode.Member) -> [Int] {
        let nodes =
            if case .array(let elements) = member.node.value { elements } else { [member.node] }
        var counts: [Int] = []
        for node in nodes {
            // SQLite's own limit (SQLITE_MAX_FUNCTION_ARG).
            if case .integer(let count) = node.value, (0...100).contains(count) {
                counts.append(Int(count))
            } else {
                report(
                    .configurationBadValue, "“arguments” is a number from 0 to 100, or a list of such numbers.",
                    node.offset, "Leave it out where the function takes any number.")
            }
        }
        return counts.isEmpty ? [-1] : counts
    }

    private mutating func report(_ code: DiagnosticCode, _ message: String, _ offset: Int, _ note: String? = nil) {
        findings.append(text.finding(code, message, at: offset, notes: note.map { [$0] } ?? []))
    }
}
