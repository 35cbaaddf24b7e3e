#if Telemetry
internal import LocalTelemetry

/// Which ordinal each run has in a bundle.
struct BundleOrder {
    /// A document that waits for a worker.
    struct Job: Sendable {
        let entry: DocumentIndex.Entry
        let ordinal: Int
    }

    /// The documents in the order of the bundle.
    let jobs: [Job]
    /// How many runs they are of.
    let runs: Int
    /// The start of the first run.
    let first: Timestamp
    /// Minutes or days from the first run to the last.
    let span: Int

    init(_ index: DocumentIndex, level: RedactionLevel, key: BundleKey) {
        let first = index.entries.first?.start ?? Timestamp(millisecondsSince1970: 0)
        let unit = level == .standard ? 60_000 : 86_400_000
        func elapsed(_ start: Timestamp) -> Int { (start.millisecondsSince1970 - first.millisecondsSince1970) / unit }
        var runs: [(start: Timestamp, runId: RunIdentifier, entries: [DocumentIndex.Entry])] = []
        for entry in index.entries {
            if runs.last?.runId == entry.runId {
                runs[runs.count - 1].entries.append(entry)
            } else {
                runs.append((entry.start, entry.runId, [entry]))
            }
        }
        if level == .strict {
            // Within a day in an order that only the bundle's key gives.
            let places = runs.map { (day: elapsed($0.start), place: key.place(of: $0.runId)) }
            runs = runs.indices.sorted { left, right in
                places[left].day != places[right].day
                    ? places[left].day < places[right].day : places[left].place < places[right].place
            }.map { runs[$0] }
        }
        jobs = runs.enumerated().flatMap { place, run in run.entries.map { Job(entry: $0, ordinal: place + 1) } }
        self.runs = runs.count
        self.first = first
        span = index.entries.last.map { elapsed($0.start) } ?? 0
    }
}
#endif
