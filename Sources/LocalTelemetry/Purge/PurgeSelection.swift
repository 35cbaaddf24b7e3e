/// Which of a project's documents are to be deleted: those that meet every condition given.
package struct PurgeSelection: Sendable {
    /// Only documents of one of these kinds; empty for all.
    package var kinds: [String] = []
    /// Only documents of runs whose identifier begins with one of these digits; empty for all.
    package var runs: [String] = []
    /// Only documents of runs that started before then.
    package var before: Timestamp?
    /// Only what is beyond so many of the newest runs.
    package var keep: Int?

    /// Makes a selection of everything.
    package init() {}

    /// The documents to delete, out of those that a folder holds.
    ///
    /// - Parameters:
    ///   - documents: The documents, each with the whole identifier of its run.
    ///   - excluding: A run that is left alone: the one that is deleting.
    /// - Returns: What goes, in the order of `documents`.
    func choose(from documents: [OwnDocument], excluding: RunIdentifier?) -> [OwnDocument] {
        var candidates = documents.filter { document in
            document.runId != excluding && (kinds.isEmpty || kinds.contains(document.name.kind))
                && (runs.isEmpty || runs.contains { document.runId.text.hasPrefix($0) })
        }
        if let keep {
            // Of the runs that the other conditions speak of: `--kind build --keep 10` keeps ten builds.
            var starts: [RunIdentifier: Timestamp] = [:]
            for document in candidates { starts[document.runId] = document.start }
            let newest = starts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.text < $1.key.text }
            let kept = Set(newest.prefix(keep).map(\.key))
            candidates.removeAll { kept.contains($0.runId) }
        }
        if let before { candidates.removeAll { $0.start >= before } }
        return candidates
    }
}
