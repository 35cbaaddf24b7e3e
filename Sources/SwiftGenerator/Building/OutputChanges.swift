import SnapshotModel

/// How the files that are to be differ from those that are, query by query.
struct OutputChanges: Sendable {
    /// A file that goes.
    struct Removed: Sendable {
        var path: String
        var category: GeneratedFile.Category
        var text: GeneratedText
    }

    /// Paths of files that are new or other than they were.
    let changed: Set<String>
    /// Files that go.
    let removed: [Removed]
    private let fileReasons: [(path: String, reason: GenerationReason)]
    private var refreshed: [(name: String, reason: GenerationReason)] = []
    private var reusedCount = 0
    private var removedCount = 0
    private var differences: [InterfaceDifference] = []

    /// Compares.
    ///
    /// - Parameters:
    ///   - output: The files that are to be.
    ///   - previous: The files that are.
    ///   - isForced: Whether every query counts as made anew.
    ///   - isSelection: Whether only some queries were asked for.
    ///   - describes: Whether differences are put into words.
    init(_ output: RenderedOutput, _ previous: Previous, isForced: Bool, isSelection: Bool, describes: Bool) {
        let changedFiles = output.files.filter { $0.bytes != $0.previous }
        changed = Set(changedFiles.map(\.path))
        removed = isSelection ? [] : Self.removed(output, previous)
        fileReasons = changedFiles.map { file in
            let isNew = file.previous == nil && previous.recorded(file.path) == nil
            return (file.path, isNew ? .new : Self.reason(file, previous))
        }

        // A query may have moved from file to file: what was and what is are compared by namespace.
        var old: [String: GeneratedText] = [:]
        var new: [String: GeneratedText] = [:]
        var reasons: [String: GenerationReason] = [:]
        let isFirst = removed.isEmpty && changedFiles.allSatisfy { $0.previous == nil }
        if isFirst, !describes, !isForced, let queries = output.queries {
            // Nothing to compare with: there is no need to take the files apart again.
            takeAll(queries, of: changedFiles, previous, isSelection: isSelection)
            reusedCount = output.files.reduce(0) { $0 + $1.queryCount } - refreshed.count
            return
        }
        let texts = Parallel.map(changedFiles, minimumPerThread: 2) { file in
            (old: file.previous.flatMap(GeneratedText.init), new: GeneratedText(file.bytes))
        }
        for (file, text) in zip(changedFiles, texts) {
            if let text = text.old { old.merge(text) }
            guard let text = text.new else { continue }
            let reason = Self.reason(file, previous)
            for function in text.functions { reasons["\(text.namespace ?? "").\(function.name)"] = reason }
            new.merge(text)
        }
        for file in removed { old.merge(file.text) }

        var changedCount = 0
        for namespace in Set(old.keys).union(new.keys).sorted() {
            let known = Dictionary((old[namespace]?.functions ?? []).map { ($0.name, $0) }) { first, _ in first }
            for function in new[namespace]?.functions ?? [] {
                changedCount += 1
                let name = "\(namespace).\(function.name)"
                if known[function.name] == function, !isForced {
                    reusedCount += 1
                } else {
                    let reason: GenerationReason =
                        known[function.name] == nil ? .new : reasons[name] ?? .snapshotChanged
                    let missing = reasons[name] == .outputMissing ? .outputMissing : reason
                    refreshed.append((name, isForced ? .forced : isSelection ? .selected : missing))
                }
            }
            let present = Set((new[namespace]?.functions ?? []).map(\.name))
            removedCount += known.keys.count { !present.contains($0) }
            if describes { differences += InterfaceComparison.differences(from: old[namespace], to: new[namespace]) }
        }
        let unchangedCount = output.files.reduce(0) { $0 + $1.queryCount } - changedCount
        if isForced {
            for file in output.files where !changed.contains(file.path) {
                guard let text = GeneratedText(file.bytes) else { continue }
                refreshed += text.functions.map { ("\(text.namespace ?? "").\($0.name)", .forced) }
            }
        } else {
            reusedCount += max(0, unchangedCount)
        }
        if describes { describeFiles(changedFiles) }
    }

    /// All queries of files that were not there.
    private mutating func takeAll(
        _ queries: [String: [String]], of files: [RenderedOutput.File], _ previous: Previous, isSelection: Bool
    ) {
        for file in files {
            let reason: GenerationReason = previous.recorded(file.path) == nil ? .new : .outputMissing
            for name in queries[file.path] ?? [] { refreshed.append((name, isSelection ? .selected : reason)) }
        }
    }

    /// Says what changed in files where no function or row type did.
    private mutating func describeFiles(_ files: [RenderedOutput.File]) {
        guard differences.isEmpty else { return }
        for file in files {
            let what = file.previous == nil ? "missing" : "not as it was generated"
            differences.append(InterfaceDifference(text: "\(file.path): \(what)", breaksCallers: false))
        }
        for file in removed {
            differences.append(InterfaceDifference(text: "\(file.path): generated from nothing", breaksCallers: false))
        }
    }

    /// Puts it into a report.
    func describe(in report: inout BuildReport) {
        report.counts.refreshed = refreshed.count
        report.counts.reused = reusedCount
        report.changedFiles = fileReasons.sorted { $0.path < $1.path }
        report.removedFiles = removed.map(\.path).sorted()
        report.removedQueries = removedCount
        report.refreshed = refreshed.sorted { $0.name < $1.name }
        report.differences = differences
    }

    private static func reason(_ file: RenderedOutput.File, _ previous: Previous) -> GenerationReason {
        guard let manifest = previous.manifest, let recorded = previous.recorded(file.path) else {
            return .snapshotChanged
        }
        guard let bytes = file.previous else { return .outputMissing }
        if Fingerprint(of: bytes) != recorded.fingerprint { return .outputEdited }
        if manifest.format != GeneratedFormat.version { return .toolChanged }
        return manifest.configuration == previous.configuration ? .snapshotChanged : .configurationChanged
    }

    private static func removed(_ output: RenderedOutput, _ previous: Previous) -> [Removed] {
        previous.otherFiles(than: Set(output.files.map(\.path))).compactMap { path in
            guard let text = previous.folder.bytes(of: path).flatMap(GeneratedText.init) else { return nil }
            return Removed(path: path, category: previous.recorded(path)?.category ?? .procedures, text: text)
        }
    }
}

extension [String: GeneratedText] {
    /// Adds a file's functions and rows to those of its namespace.
    fileprivate mutating func merge(_ text: GeneratedText) {
        guard let namespace = text.namespace else { return }
        if var known = self[namespace] {
            known.functions += text.functions
            known.rows += text.rows
            self[namespace] = known
        } else {
            self[namespace] = text
        }
    }
}
