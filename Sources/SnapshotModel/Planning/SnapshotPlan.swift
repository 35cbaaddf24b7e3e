/// What lies on disk and what the sources are: made of fingerprints alone, before any database is opened.
struct SnapshotPlan {
    /// One query file and what is known of it.
    struct Step {
        var source: SourceFile
        /// The fingerprint of the file and what the configuration says of its queries.
        var fingerprint: Fingerprint
        /// Where its part of the snapshot lies.
        var file: String
        /// What the snapshot says of it so far.
        var entry: SnapshotIndex.Entry?
        /// Whether its part of the snapshot was made of this very text, lies in its place, and is whole.
        var isCurrent: Bool
    }

    /// How far the snapshot on disk can be relied upon.
    enum Trust {
        case own
        /// Another reason than the sources' to describe everything anew.
        case none(RefreshReason)
    }

    /// In the order of the paths.
    let steps: [Step]
    /// Entries whose source is gone.
    let removed: [SnapshotIndex.Entry]
    let trust: Trust
    /// Whether the tables' part is as the index says.
    let hasIntactTables: Bool

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - sources: The query files, in the order of their paths.
    ///   - index: What lies on disk, if anything.
    ///   - intact: Which of its files are as it says.
    ///   - trust: How far what lies on disk can be relied upon.
    init(
        sources: [(file: SourceFile, fingerprint: Fingerprint)], index: SnapshotIndex?, intact: Set<String>,
        trust: Trust
    ) {
        let paths = EncodedName.paths(for: sources.map(\.file.path), prefix: "queries/") {
            EncodedName.encode(path: $0)
        }
        self.trust = trust
        var entries: [String: SnapshotIndex.Entry] = [:]
        for entry in index?.files ?? [] { entries[entry.name] = entry }
        steps = zip(sources, paths).map { source, path in
            let entry = entries.removeValue(forKey: source.file.path)
            let isCurrent = entry?.source == source.fingerprint && entry?.file == path && intact.contains(path)
            return Step(
                source: source.file, fingerprint: source.fingerprint, file: path, entry: entry, isCurrent: isCurrent)
        }
        removed = (index?.files ?? []).filter { entries[$0.name] != nil }
        hasIntactTables = index?.tables.allSatisfy { intact.contains($0.file) } ?? false
    }

    /// Whether the snapshot on disk is this tool's and this machine's own work.
    var isTrusted: Bool {
        if case .own = trust { true } else { false }
    }

    /// Whether no source has changed, and what lies on disk is whole.
    var isWarm: Bool {
        isTrusted && removed.isEmpty && hasIntactTables && steps.allSatisfy(\.isCurrent)
    }
}
