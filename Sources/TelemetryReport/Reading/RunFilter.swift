package import LocalTelemetry

/// Which runs a person wants to see; what is `nil` or empty leaves all.
package struct RunFilter: Sendable {
    /// Runs that have a document of one of these kinds.
    package var kinds: [String] = []
    /// Runs of one of these commands.
    package var commands: [String] = []
    /// Runs that ended in one of these ways.
    package var outcomes: [Outcome] = []
    /// Runs that started then or later.
    package var since: Timestamp?

    /// Makes a filter that leaves all.
    package init() {}

    /// Whether it leaves a run.
    package func includes(_ run: RunRecord) -> Bool {
        if !kinds.isEmpty, !run.entries.contains(where: { kinds.contains($0.document.kind) }) { return false }
        if !commands.isEmpty, !commands.contains(run.command) { return false }
        if !outcomes.isEmpty, !outcomes.contains(where: { $0 == run.outcome.value }) { return false }
        // A bundle does not say when.
        if let since, run.main.bundled != nil || run.timestamp < since { return false }
        return true
    }
}

/// A point in time as people give it to `--since`.
package enum SinceArgument {
    /// Reads `2026-11-24`, `2026-11-24T10:00:00Z`, or an age: `30m`, `12h`, `7d`, `4w`. `nil` for anything else.
    package static func parse(_ text: String, now: Timestamp) -> Timestamp? {
        if let time = Timestamp(text) ?? Timestamp(text + "T00:00:00Z") { return time }
        let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let last = text.last, let seconds = units[last], let count = Int(text.dropLast()), count >= 0,
            count < 100_000
        else { return nil }
        return Timestamp(millisecondsSince1970: max(0, now.millisecondsSince1970 - count * seconds * 1000))
    }
}
