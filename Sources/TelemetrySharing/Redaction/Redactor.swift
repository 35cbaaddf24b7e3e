#if Telemetry
package import LocalTelemetry
internal import TelemetryRecording
package import TelemetryReport

/// Takes from documents what a bundle may not tell.
///
/// Driven by the catalogue alone: what that does not know was never read, and what it does not let leave is not
/// written. Each worker has one of its own, which remembers the tokens that it made.
package struct Redactor {
    private let key: BundleKey
    private let first: Timestamp
    private let unit: Int
    /// The tokens that were made, by the digits of their pseudonyms.
    private(set) var tokens: [String: String] = [:]
    /// The same tokens.
    private(set) var issued: Set<String> = []

    /// Makes a redactor of a bundle.
    ///
    /// - Parameters:
    ///   - key: The bundle's key.
    ///   - first: The start of the bundle's first run.
    ///   - level: The bundle's level.
    package init(key: BundleKey, first: Timestamp, level: RedactionLevel) {
        self.key = key
        self.first = first
        unit = level == .standard ? 60_000 : 86_400_000
    }

    /// The document as it stands in the bundle; `nil` where it lacks what every document of its kind has.
    package mutating func redact(_ document: TelemetryDocument, ordinal: Int, plan: RedactionPlan) -> DocumentValue? {
        guard case .object(let own) = document.values else { return nil }
        // What the catalogue says of every document of the kind, whichever version wrote this one.
        var members: [DocumentValue.Member] = [
            .init(name: "schemaVersion", value: .count(plan.target.version)),
            .init(name: "minimumReader", value: .count(plan.target.minimumReader)),
            .init(name: "kind", value: .text(plan.target.kind)), .init(name: "runId", value: .count(ordinal)),
        ]
        members.reserveCapacity(4 + own.count)
        for member in own where !Self.head.contains(member.name) { members.append(member) }
        return object(.object(members), plan.root)
    }

    private static let head = ["schemaVersion", "minimumReader", "kind", "runId"]

    private mutating func object(
        _ value: DocumentValue, _ plan: RedactionPlan.Object, columns: [Int] = []
    ) -> DocumentValue? {
        guard case .object(let own) = value else { return nil }
        let nodes = plan.nodes
        let places = Self.places(of: own, nodes)
        let grains = grains(of: own, places, plan, columns)
        var members: [DocumentValue.Member] = []
        members.reserveCapacity(nodes.count)
        for (place, node) in nodes.enumerated() {
            if places[place] >= 0 {
                let figure = own[places[place]].value
                let count = node.kind == .histogram ? rounded(figure, own, places, nodes, grains) : nil
                if let result = redact(figure, node, grain: grains[place], total: count) {
                    members.append(.init(name: node.name, value: result))
                    continue
                }
            }
            guard node.isOptional else { return nil }
        }
        return .object(members)
    }

    /// Where the members of an object are that the nodes are about: they mostly follow each other as the nodes do. Less
    /// than zero for what is absent.
    private static func places(of members: [DocumentValue.Member], _ nodes: [RedactionPlan.Node]) -> [Int] {
        var places = [Int](repeating: -1, count: nodes.count)
        var next = 0
        for (place, node) in nodes.enumerated() {
            let found =
                next < members.count && members[next].name == node.name
                ? next : members.firstIndex { $0.name == node.name }
            guard let found else { continue }
            places[place] = found
            next = found + 1
        }
        return places
    }

    private mutating func redact(
        _ value: DocumentValue, _ node: RedactionPlan.Node, grain: Int, total: Int?
    ) -> DocumentValue? {
        switch (node.kind, value) {
        case (.pseudonym, .pseudonym(let name, let digits)):
            return .pseudonym(class: name, digits: token(name, digits))
        case (.timestamp, .text(let text)):
            return Timestamp(text).map { time in
                .count((time.millisecondsSince1970 - first.millisecondsSince1970) / unit)
            }
        case (.runId, .count): return value
        case (.histogram, .histogram(let histogram)):
            let count = histogram.count
            return .histogram(histogram.scaled(to: total ?? Rounding.twoDigits(count)))
        case (.object, .object): return object(value, node.children)
        case (.list, .list(let items)): return list(items, node)
        case (_, .count(let count)):
            guard let rounder = node.rounder else { return value }
            return .count(rounder.round(count, to: grain))
        case (.duration, .milliseconds(let milliseconds)):
            guard let rounder = node.rounder else { return value }
            return .milliseconds(Double(rounder.round(Self.microseconds(milliseconds), to: grain)) / 1000)
        case (.flag, .flag), (.closed, .text), (.version, .text): return value
        default: return nil
        }
    }

    private mutating func token(_ name: String, _ digits: String) -> String {
        if let known = tokens[digits] { return known }
        let token = key.token(class: name, digits: digits)
        tokens[digits] = token
        issued.insert(token)
        return token
    }

    // MARK: Lists

    private mutating func list(_ items: [DocumentValue], _ node: RedactionPlan.Node) -> DocumentValue? {
        if node.target.isListOfTexts { return .list(items) }
        // In the order of their beginning, where that is what a list of phases loses.
        let ordered = Self.ordered(items, by: node.beginning)
        // Parts of a whole, which can be added; the largest of many are not.
        let columns = node.target.isRanked ? [] : self.columns(ordered, node.children.nodes)
        var results: [DocumentValue] = []
        results.reserveCapacity(ordered.count)
        for (place, item) in ordered.enumerated() {
            guard let result = object(item, node.children, columns: columns.isEmpty ? [] : columns[place]) else {
                return nil
            }
            results.append(result)
        }
        if node.target.isRanked {
            let names = node.children.pseudonyms.map { node.children.nodes[$0].name }
            let keys = results.map { Self.sortKey($0, names) }
            results = results.indices.sorted { left, right in
                keys[left] != keys[right]
                    ? keys[left] < keys[right] : Self.text(results[left]) < Self.text(results[right])
            }.map { results[$0] }
        }
        return .list(results)
    }

    private static func ordered(_ items: [DocumentValue], by name: String?) -> [DocumentValue] {
        guard let name else { return items }
        let starts = items.map { $0[name]?.number ?? 0 }
        // As they mostly stand.
        if zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) { return items }
        return items.indices.sorted { left, right in
            starts[left] != starts[right] ? starts[left] < starts[right] : left < right
        }.map { items[$0] }
    }

    private static func sortKey(_ item: DocumentValue, _ names: [String]) -> String {
        func token(_ name: String) -> String {
            // What has no token comes last.
            if case .pseudonym(_, let token)? = item[name] { token } else { "~" }
        }
        return names.count == 1 ? token(names[0]) : names.map(token).joined(separator: " ")
    }

    /// What tells items apart whose tokens are the same: what leaves of them, never what does not.
    private static func text(_ item: DocumentValue) -> String {
        String(decoding: DocumentJSON().document(item), as: UTF8.self)
    }

    // MARK: Figures

    private static func microseconds(_ milliseconds: Double) -> Int {
        Int((min(max(milliseconds, 0), 1e12) * 1000).rounded())
    }

    private static func figure(_ value: DocumentValue?) -> Int? {
        switch value {
        case .count(let count)?: count
        case .milliseconds(let milliseconds)?: microseconds(milliseconds)
        default: nil
        }
    }

    /// How coarsely each figure of an object is rounded: as its level, its siblings and its column demand.
    private func grains(
        of members: [DocumentValue.Member], _ places: [Int], _ plan: RedactionPlan.Object, _ columns: [Int]
    ) -> [Int] {
        var grains = columns.isEmpty ? [Int](repeating: 1, count: plan.nodes.count) : columns
        for (rounder, group) in plan.groups {
            var (present, figures): ([Int], [Int]) = ([], [])
            present.reserveCapacity(group.count)
            figures.reserveCapacity(group.count)
            for place in group where places[place] >= 0 {
                guard let figure = Self.figure(members[places[place]].value) else { continue }
                present.append(place)
                figures.append(figure)
            }
            for (place, grain) in zip(present, FigureGroups.grains(of: figures, rounder)) {
                grains[place] = max(grains[place], grain)
            }
        }
        return grains
    }

    /// How coarsely the figures of a list's items are rounded, because those of one name can be added; by the places of
    /// their nodes.
    private func columns(_ items: [DocumentValue], _ nodes: [RedactionPlan.Node]) -> [[Int]] {
        if items.count < 2 { return [] }
        var columns = [[Int]](repeating: [Int](repeating: 1, count: nodes.count), count: items.count)
        for (place, node) in nodes.enumerated() {
            guard let rounder = node.rounder else { continue }
            let grains = FigureGroups.grains(of: items.map { Self.figure($0[node.name]) ?? 0 }, rounder)
            for item in items.indices { columns[item][place] = grains[item] }
        }
        return columns
    }

    /// The rounded number of a distribution's values: that of the sibling that counts the same, where there is one.
    private func rounded(
        _ own: DocumentValue, _ members: [DocumentValue.Member], _ places: [Int], _ nodes: [RedactionPlan.Node],
        _ grains: [Int]
    ) -> Int? {
        guard let count = own.histogram?.count else { return nil }
        for (place, node) in nodes.enumerated() where node.kind == .count && places[place] >= 0 {
            guard let rounder = node.rounder, members[places[place]].value.integer == count else { continue }
            return rounder.round(count, to: grains[place])
        }
        return nil
    }
}

extension Histogram {
    /// The distribution with another number of values: each bucket keeps its share, the largest remainders are rounded
    /// up.
    func scaled(to total: Int) -> Histogram {
        let count = count
        guard count > 0, total != count else { return self }
        var parts: [(index: Int?, count: Int, rest: Double)] = []
        func add(_ index: Int?, _ value: Int) {
            let share = Double(value) * Double(total) / Double(count)
            parts.append((index, Int(share), share - share.rounded(.down)))
        }
        if zeroCount > 0 { add(nil, zeroCount) }
        for bucket in buckets { add(bucket.index, bucket.count) }
        let missing = total - parts.reduce(0) { $0 + $1.count }
        let order = parts.indices.sorted {
            parts[$0].rest != parts[$1].rest ? parts[$0].rest > parts[$1].rest : $0 < $1
        }
        for place in order.prefix(max(0, missing)) { parts[place].count += 1 }
        var histogram = Histogram()
        for part in parts {
            if let index = part.index { histogram.add(part.count, at: index) } else { histogram.addZeros(part.count) }
        }
        return histogram
    }
}
#endif
