package import Diagnostics
internal import JSONBytes

/// `.xtraqconfig` or `.xtraqconfig.local`, read and checked by itself: every problem in it is found at once.
package struct ConfigurationFile: Sendable {
    /// What the file sets; keys in error are left out.
    package private(set) var layer: ConfigurationLayer
    /// What is wrong with it.
    package private(set) var findings: [Finding] = []

    private let text: SourceText

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - text: The file.
    ///   - isTracked: Whether it is under version control, where no password belongs.
    package init(_ text: SourceText, isTracked: Bool) {
        self.text = text
        layer = ConfigurationLayer(text.path)
        let node: JSONNode
        do {
            node = try JSONNode.parse(text.bytes)
        } catch {
            findings = [
                text.finding(
                    .configurationSyntax, "This is not well-formed JSON: \(error.problem.rawValue).", at: error.offset)
            ]
            return
        }
        guard case .object(let members) = node.value else {
            findings = [
                text.finding(
                    .configurationWrongType, "The configuration is a JSON object; this is \(node.description).",
                    at: node.offset)
            ]
            return
        }
        read(members)
        if isTracked, let node = node[ConfigurationKey.database.rawValue], case .string(let url) = node.value,
            DatabaseURL(url)?.holdsPassword == true
        {
            findings.append(
                text.finding(
                    .configurationPassword, "This file is under version control, and the URL holds a password.",
                    at: node.offset,
                    notes: ["Put “database” into .xtraqconfig.local, or into XTRAQ_GENERATOR_DB; git ignores both."]))
        }
    }

    private mutating func read(_ members: [JSONNode.Member]) {
        var seen: Set<String> = []
        for member in members {
            guard let key = ConfigurationKey(rawValue: member.key) else {
                unknown(member, among: ConfigurationKey.allCases.map(\.rawValue))
                continue
            }
            guard seen.insert(member.key).inserted else {
                findings.append(
                    text.finding(
                        .configurationDuplicateKey, "“\(member.key)” stands here for the second time.",
                        at: member.offset, notes: ["Keep one of them."]))
                continue
            }
            read(key, member.node)
        }
    }

    private mutating func read(_ key: ConfigurationKey, _ node: JSONNode) {
        switch key {
        case .module, .database, .output:
            guard let text = string(node, key) else { return }
            accept(key, [text], [node.offset])
            layer.set(key, to: .string(text))
        case .schema, .queries, .conformances:
            guard let items = strings(node, key) else { return }
            accept(key, items.map(\.text), items.map(\.offset))
            layer.set(key, to: .strings(items.map(\.text)))
        case .schemas, .procedures: readSelection(key, node)
        case .types: readTypes(node)
        case .annotations: readAnnotations(node)
        case .functions:
            let reader = FunctionsReader(node, in: text)
            findings += reader.findings
            layer.functions = reader.functions
        }
    }

    /// A list of patterns, or an object of two.
    private mutating func readSelection(_ key: ConfigurationKey, _ node: JSONNode) {
        guard case .object(let members) = node.value else {
            if let items = strings(node, key) {
                layer.values[[key.rawValue, "include"]] = .strings(items.map(\.text))
            }
            return
        }
        for member in members {
            guard member.key == "include" || member.key == "exclude" else {
                unknown(member, among: ["include", "exclude"])
                continue
            }
            if let items = strings(member.node, key) {
                layer.values[[key.rawValue, member.key]] = .strings(items.map(\.text))
            }
        }
    }

    private mutating func readTypes(_ node: JSONNode) {
        guard case .object(let members) = node.value else { return wrongType(.types, node) }
        for member in members {
            guard case .string(let type) = member.node.value else {
                wrongType(.types, member.node)
                continue
            }
            if let problem = ConfigurationValue.problem(swiftType: type) {
                findings.append(text.finding(.configurationBadValue, problem, at: member.node.offset))
            }
            if member.key.isEmpty {
                findings.append(
                    text.finding(.configurationBadValue, "A type's name is missing.", at: member.offset))
            }
            layer.values[[ConfigurationKey.types.rawValue, member.key]] = .string(type)
        }
    }

    private mutating func readAnnotations(_ node: JSONNode) {
        guard case .object(let members) = node.value else { return wrongType(.annotations, node) }
        for member in members {
            guard let lines = strings(member.node, .annotations) else { continue }
            let parts = member.key.split(separator: ".", omittingEmptySubsequences: false)
            if parts.count != 2 || parts.contains(where: \.isEmpty) {
                findings.append(
                    text.finding(
                        .configurationBadValue, "“\(member.key)” is not of the form schema.name.", at: member.offset))
            }
            layer.values[[ConfigurationKey.annotations.rawValue, member.key]] = .strings(lines.map(\.text))
        }
    }

    // MARK: Values

    private mutating func accept(_ key: ConfigurationKey, _ values: [String], _ offsets: [Int]) {
        for (value, offset) in zip(values, offsets) {
            if let problem = ConfigurationValue.problem(with: value, of: key) {
                findings.append(
                    text.finding(.configurationBadValue, problem.message, at: offset, notes: problem.notes))
            }
        }
    }

    private mutating func string(_ node: JSONNode, _ key: ConfigurationKey) -> String? {
        if case .string(let text) = node.value { return text }
        wrongType(key, node)
        return nil
    }

    private mutating func strings(_ node: JSONNode, _ key: ConfigurationKey) -> [(text: String, offset: Int)]? {
        guard case .array(let elements) = node.value else {
            wrongType(key, node)
            return nil
        }
        var texts: [(String, Int)] = []
        for element in elements {
            if case .string(let text) = element.value {
                texts.append((text, element.offset))
            } else {
                wrongType(key, element)
            }
        }
        return texts.count == elements.count ? texts : nil
    }

    private mutating func wrongType(_ key: ConfigurationKey, _ node: JSONNode) {
        findings.append(
            text.finding(
                .configurationWrongType,
                "“\(key.rawValue)” is \(key.expected); this is \(node.description).", at: node.offset))
    }

    private mutating func unknown(_ member: JSONNode.Member, among keys: [String]) {
        let near = NearName.best(for: member.key, among: keys)
        findings.append(
            text.finding(
                .configurationUnknownKey, "There is no key “\(member.key)”.", at: member.offset,
                notes: [near.map { "Did you mean “\($0)”?" } ?? "The keys are \(keys.joined(separator: ", "))."]))
    }
}

extension JSONNode {
    /// What kind of value it is, for messages.
    fileprivate var description: String {
        switch value {
        case .object: "an object"
        case .array: "a list"
        case .string: "a string"
        case .integer, .double: "a number"
        case .bool(let flag): "\(flag)"
        case .null: "null"
        }
    }
}
