import Diagnostics

/// Which queries a run describes anew, and which stay as they are.
struct SnapshotSelection {
    /// One query file and the queries chosen from it.
    struct Item {
        var step: SnapshotPlan.Step
        var parsed: ParsedQueryFile
        /// Of each query of the file.
        var fingerprints: [Fingerprint]
        var chosen: [ParsedQuery] = []
        /// Why, for each of them.
        var reasons: [RefreshedQuery] = []
        /// Queries that stay as they were, from wherever they stood, by their names.
        var kept: [String: Query] = [:]
        /// Whether the file's part of the snapshot stays as it is.
        var isUntouched = false
    }

    /// In the order of the paths.
    let items: [Item]
    /// Entries whose source is gone.
    let removed: [SnapshotIndex.Entry]
    /// What the chosen files' text has to say.
    let findings: [Finding]
    let isFiltered: Bool

    /// Chooses; two queries of one name, and a filter that matches nothing, are found here.
    ///
    /// - Parameters:
    ///   - plan: What lies on disk.
    ///   - parsed: The query files of the plan's steps.
    ///   - request: What is asked for.
    ///   - staleness: What is remembered of the queries; `nil` where that cannot be relied upon.
    ///   - old: The snapshot on disk.
    /// - Throws: ``SnapshotStop`` where a filter matches nothing, or the snapshot on disk cannot be read.
    init(
        plan: SnapshotPlan, parsed: [ParsedQueryFile], request: SnapshotRequest, staleness: QueryStaleness?,
        old: inout OldQueries
    ) throws(SnapshotStop) {
        let filter = request.filter
        isFiltered = filter != nil
        removed = filter == nil ? plan.removed : []
        let fingerprints = Parallel.map(parsed, minimumPerThread: 16) { Self.fingerprints($0, request) }
        var items: [Item] = []
        items.reserveCapacity(parsed.count)
        do {
            for (place, (step, file)) in zip(plan.steps, parsed).enumerated() {
                var item = Item(step: step, parsed: file, fingerprints: fingerprints[place])
                if let filter {
                    try item.choose(by: filter, &old)
                } else if let staleness, plan.isTrusted {
                    try item.choose(by: staleness, &old)
                } else {
                    item.chooseAll(trust: plan.trust)
                }
                items.append(item)
            }
        } catch {
            throw SnapshotStop(failure: .fileSystem, findings: error.findings(below: request.projectRoot))
        }
        self.items = items
        let spoken = filter == nil ? parsed : items.filter { !$0.isUntouched }.map(\.parsed)
        findings =
            spoken.flatMap(\.findings) + Self.twins(in: parsed, among: filter)
            + Self.unusedAnnotations(request.annotations, parsed)
        if let filter, items.allSatisfy({ $0.chosen.isEmpty }) {
            throw SnapshotStop(failure: .noMatch, findings: [Self.noMatch(filter, parsed)])
        }
    }

    private static func fingerprints(_ file: ParsedQueryFile, _ request: SnapshotRequest) -> [Fingerprint] {
        var previous: ParsedQuery?
        return file.queries.map { query in
            defer { previous = query }
            return request.fingerprint(of: query, in: file.source, after: previous)
        }
    }

    var needsEngine: Bool { items.contains { !$0.chosen.isEmpty } }
    var chosenCount: Int { items.reduce(0) { $0 + $1.chosen.count } }
    var queryCount: Int { items.reduce(0) { $0 + $1.parsed.queries.count } }
    var skippedCount: Int { isFiltered ? queryCount - chosenCount : 0 }

    /// The chosen queries, and why.
    var refreshed: [RefreshedQuery] { items.flatMap(\.reasons) }

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
        let unused = annotations.keys.sorted().filter { !names.contains($0) }
        let candidates = unused.isEmpty ? [] : names.sorted()
        return unused.map { key in
            let near = NearName.best(for: key, among: candidates).map { "; did you mean \($0)?" } ?? ""
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

extension SnapshotSelection.Item {
    /// What a filter matches; the other queries stay as they were.
    fileprivate mutating func choose(by filter: ProcedureFilter, _ old: inout OldQueries) throws(TreeError) {
        for query in parsed.queries where filter.matches(schema: parsed.source.schema, name: query.name) {
            choose(query, .init(reason: .selected))
        }
        isUntouched = chosen.isEmpty
        guard !isUntouched, let file = try old.file(of: step.source.path) else { return }
        for query in file.queries { kept[query.name] = query }
    }

    /// What does not hold any more.
    fileprivate mutating func choose(by staleness: QueryStaleness, _ old: inout OldQueries) throws(TreeError) {
        var reused: [(name: String, source: String)] = []
        for (query, fingerprint) in zip(parsed.queries, fingerprints) {
            let name = "\(parsed.source.schema).\(query.name)"
            if let verdict = staleness.verdict(on: name, fingerprint: fingerprint) {
                choose(query, verdict)
            } else {
                reused.append((query.name, staleness.entry(name)?.source ?? step.source.path))
            }
        }
        isUntouched = step.isCurrent && chosen.isEmpty
        guard !isUntouched else { return }
        for (name, source) in reused { kept[name] = try old.query(name, of: source) }
        guard kept.count < reused.count else { return }
        let fresh = chosen
        let reasons = Dictionary(zip(fresh.map(\.name), reasons)) { first, _ in first }
        (chosen, self.reasons) = ([], [])
        for query in parsed.queries where kept[query.name] == nil {
            chosen.append(query)
            self.reasons.append(reasons[query.name] ?? refreshed(query, .init(reason: .other)))
        }
    }

    /// Everything.
    fileprivate mutating func chooseAll(trust: SnapshotPlan.Trust) {
        let reason: RefreshReason =
            switch trust {
            case .none(.forced): .forced
            case _ where step.entry == nil: .new
            case _ where step.entry?.source != step.fingerprint: .sqlChanged
            case .none(let reason): reason
            case .own: .cacheMissing
            }
        for query in parsed.queries { choose(query, .init(reason: reason)) }
    }

    private mutating func choose(_ query: ParsedQuery, _ verdict: QueryStaleness.Verdict) {
        chosen.append(query)
        reasons.append(refreshed(query, verdict))
    }

    private func refreshed(_ query: ParsedQuery, _ verdict: QueryStaleness.Verdict) -> RefreshedQuery {
        RefreshedQuery(
            name: "\(parsed.source.schema).\(query.name)", reason: verdict.reason, cause: verdict.cause)
    }
}
