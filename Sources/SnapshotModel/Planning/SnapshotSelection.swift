import Diagnostics

/// Which queries a run describes anew, and which files stay as they are.
struct SnapshotSelection {
    /// One query file and the queries chosen from it.
    struct Item {
        var step: SnapshotPlan.Step
        var parsed: ParsedQueryFile
        var chosen: [ParsedQuery]
        var reason: RefreshReason?
    }

    /// In the order of the paths.
    let items: [Item]
    /// Entries whose source is gone.
    let removed: [SnapshotIndex.Entry]
    /// What the chosen files' text has to say.
    let findings: [Finding]
    let isFiltered: Bool

    /// Chooses; two queries of one name, and a filter that matches nothing, are found here.
    init(plan: SnapshotPlan, parsed: [ParsedQueryFile], request: SnapshotRequest) throws(SnapshotStop) {
        let filter = request.filter
        isFiltered = filter != nil
        removed = filter == nil ? plan.removed : []
        items = zip(plan.steps, parsed).map { step, file in
            guard let filter else {
                return Item(
                    step: step, parsed: file, chosen: step.reason == nil ? [] : file.queries, reason: step.reason)
            }
            let chosen = file.queries.filter { filter.matches(schema: file.source.schema, name: $0.name) }
            return Item(step: step, parsed: file, chosen: chosen, reason: chosen.isEmpty ? nil : .selected)
        }
        let spoken = filter == nil ? parsed : items.filter { $0.reason != nil }.map(\.parsed)
        findings =
            spoken.flatMap(\.findings) + Self.twins(in: parsed, among: filter)
            + Self.unusedAnnotations(request.annotations, parsed)
        if let filter, items.allSatisfy({ $0.chosen.isEmpty }) {
            throw SnapshotStop(failure: .noMatch, findings: [Self.noMatch(filter, parsed)])
        }
    }

    var needsEngine: Bool { items.contains { !$0.chosen.isEmpty } }
    var chosenCount: Int { items.reduce(0) { $0 + $1.chosen.count } }
    var queryCount: Int { items.reduce(0) { $0 + $1.parsed.queries.count } }
    var skippedCount: Int { isFiltered ? queryCount - chosenCount : 0 }

    /// The names of the chosen queries, and why.
    var refreshed: [(name: String, reason: RefreshReason)] {
        items.flatMap { item in
            item.chosen.map { ("\(item.parsed.source.schema).\($0.name)", item.reason ?? .selected) }
        }
    }

    /// What the engine is asked; what the configuration says of a query is put in.
    func requests(annotations: [String: [String]], types: [String: String]) -> [DescriptionRequest] {
        items.filter { !$0.chosen.isEmpty }.map { item in
            let source = item.parsed.source
            guard !annotations.isEmpty else {
                return DescriptionRequest(source: source, queries: item.chosen, types: types)
            }
            var findings: [Finding] = []
            let queries = item.chosen.map { query in
                var query = query
                let name = "\(source.schema).\(query.name)"
                for line in annotations[name] ?? [] {
                    if let problem = HeaderLine.read(line[...], at: nil, into: &query.annotations) {
                        findings.append(
                            Finding(problem.code, "annotations, \(name): \(problem.message)", notes: problem.notes))
                    }
                }
                return query
            }
            return DescriptionRequest(source: source, queries: queries, types: types, findings: findings)
        }
    }

    // MARK: Findings

    /// Each query whose name another one of its schema had before.
    private static func twins(in files: [ParsedQueryFile], among filter: ProcedureFilter?) -> [Finding] {
        struct Name: Hashable {
            var schema: String
            var name: String
        }
        var places: [Name: (file: Int, query: Int)] = [:]
        places.reserveCapacity(files.reduce(0) { $0 + $1.queries.count })
        var findings: [Finding] = []
        for (fileIndex, file) in files.enumerated() {
            for (queryIndex, query) in file.queries.enumerated() {
                let name = Name(schema: file.source.schema, name: query.name)
                guard let first = places.updateValue((fileIndex, queryIndex), forKey: name) else { continue }
                places[name] = first
                if let filter, !filter.matches(schema: name.schema, name: name.name) { continue }
                let place = files[first.file].source
                    .place(of: files[first.file].queries[first.query].nameOffset).location
                findings.append(
                    file.source.finding(
                        .queryNameTwice,
                        "\(name.schema).\(name.name) is already at \(place.path):\(place.line):\(place.column)",
                        at: query.nameOffset, notes: ["rename one of the two, or move its file to another folder"]))
            }
        }
        return findings
    }

    private static func unusedAnnotations(
        _ annotations: [String: [String]], _ files: [ParsedQueryFile]
    ) -> [Finding] {
        guard !annotations.isEmpty else { return [] }
        let names = Set(files.flatMap { file in file.queries.map { "\(file.source.schema).\($0.name)" } })
        return annotations.keys.sorted().filter { !names.contains($0) }.map { key in
            let near = NearName.best(for: key, among: names).map { "; did you mean \($0)?" } ?? ""
            return Finding(
                .annotationOfNothing, "annotations names \(key), and there is no such query\(near)",
                notes: ["a key reads schema.name, \"main.orderSummary\""])
        }
    }

    private static func noMatch(_ filter: ProcedureFilter, _ files: [ParsedQueryFile]) -> Finding {
        let names = files.flatMap { file in file.queries.map { (file.source.schema, $0.name) } }
        let near = filter.nearNames(among: names)
        return Finding(
            .filterNoMatch, "no query matches \(filter.texts.joined(separator: ", "))",
            notes: near.isEmpty ? [] : ["near are: \(near.joined(separator: ", "))"])
    }
}
