/// What is stale, and why: made of fingerprints alone, before any database is opened.
struct SnapshotPlan {
    /// One query file and what is to become of it.
    struct Step {
        var source: SourceFile
        /// The fingerprint of the file and what the configuration says of its queries.
        var fingerprint: Fingerprint
        /// Where its part of the snapshot lies.
        var file: String
        /// What the snapshot says of it so far.
        var entry: SnapshotIndex.Entry?
        /// `nil` where it stays as it is.
        var reason: RefreshReason?
    }

    /// How far the snapshot on disk can be relied upon.
    enum Trust {
        case own
        /// Another reason than the sources' to describe everything anew.
        case none(RefreshReason)
    }

    /// In the order of the paths.
    var steps: [Step]
    /// Entries whose source is gone.
    var removed: [SnapshotIndex.Entry]
    /// Whether the snapshot on disk is this tool's and this machine's own work.
    var isTrusted: Bool
    /// Whether the tables' part is as the index says.
    var hasIntactTables: Bool

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - sources: The query files, in the order of their paths.
    ///   - index: What lies on disk, if anything.
    ///   - intact: Which of its files are as it says.
    ///   - trust: How far what lies on disk can be relied upon.
    ///   - isSchemaUnchanged: `nil` where that is not known yet; taken for unchanged then.
    init(
        sources: [(file: SourceFile, fingerprint: Fingerprint)], index: SnapshotIndex?, intact: Set<String>,
        trust: Trust, isSchemaUnchanged: Bool?
    ) {
        let paths = EncodedName.paths(for: sources.map(\.file.path), prefix: "queries/") {
            EncodedName.encode(path: $0)
        }
        isTrusted = if case .own = trust { true } else { false }
        var entries: [String: SnapshotIndex.Entry] = [:]
        for entry in index?.files ?? [] { entries[entry.name] = entry }
        steps = zip(sources, paths).map { source, path in
            let entry = entries.removeValue(forKey: source.file.path)
            let reason = Self.reason(
                entry, fingerprint: source.fingerprint, path: path, intact: intact, trust: trust,
                isSchemaUnchanged: isSchemaUnchanged)
            return Step(
                source: source.file, fingerprint: source.fingerprint, file: path, entry: entry, reason: reason)
        }
        removed = (index?.files ?? []).filter { entries[$0.name] != nil }
        hasIntactTables = index?.tables.allSatisfy { intact.contains($0.file) } ?? false
    }

    private static func reason(
        _ entry: SnapshotIndex.Entry?, fingerprint: Fingerprint, path: String, intact: Set<String>, trust: Trust,
        isSchemaUnchanged: Bool?
    ) -> RefreshReason? {
        if case .none(.forced) = trust { return .forced }
        guard let entry else { return .new }
        guard entry.source == fingerprint else { return .sqlChanged }
        guard isSchemaUnchanged ?? true else { return .schemaChanged }
        if case .none(let reason) = trust { return reason }
        return entry.file == path && intact.contains(path) ? nil : .new
    }

    /// Whether nothing has changed at all.
    var isWarm: Bool {
        removed.isEmpty && hasIntactTables && steps.allSatisfy { $0.reason == nil }
    }

    /// Says that the schema has changed after all: then every file is described anew.
    mutating func schemaHasChanged() {
        for index in steps.indices where steps[index].reason == nil { steps[index].reason = .schemaChanged }
    }
}
