import LocalTelemetry
import TelemetryRecording

extension Recording {
    /// The finished spans of one document, each name once: from its first beginning, all its time together.
    func phases(prefix: String, names: Vocabulary) -> [Phase] {
        var phases: [Phase] = []
        for span in spans where span.name.hasPrefix(prefix) {
            guard let duration = span.durationNanoseconds else { continue }
            let name = names.term(named: String(span.name.dropFirst(prefix.count)))
            if let place = phases.firstIndex(where: { $0.name == name }) {
                phases[place].duration += .nanoseconds(duration)
            } else {
                phases.append(
                    Phase(name: name, start: .nanoseconds(span.startNanoseconds), duration: .nanoseconds(duration)))
            }
        }
        return phases
    }

    /// Where a run stopped: the phase that is still open, else the one that began last.
    func lastPhase(prefix: String, names: Vocabulary) -> Term? {
        let open = spans.last { $0.durationNanoseconds == nil && $0.name.hasPrefix(prefix) }
        let last = open ?? spans.last { $0.name.hasPrefix(prefix) }
        return last.map { names.term(named: String($0.name.dropFirst(prefix.count))) }
    }

    /// Whether anything of a document was recorded.
    func hasSpans(prefix: String) -> Bool {
        spans.contains { $0.name.hasPrefix(prefix) }
    }

    func counter(_ name: String) -> Int { counters[name] ?? 0 }

    func planner(_ document: String) -> Planner {
        var planner = Planner()
        planner.considered = counter("\(document).planner.considered")
        planner.reused = counter("\(document).planner.reused")
        planner.refreshed = counter("\(document).planner.refreshed")
        planner.removed = counter("\(document).planner.removed")
        planner.reasons = WorkReason.allCases.compactMap { reason in
            let name = "\(document).planner.reason.\(reason.rawValue)"
            let (roots, cascaded) = (counter("\(name).roots"), counter("\(name).cascaded"))
            return roots + cascaded > 0 ? .init(reason: Closed(reason), roots: roots, cascaded: cascaded) : nil
        }
        return planner
    }

    func files(_ document: String) -> FileCounts {
        FileCounts(
            written: counter("\(document).files.written"), unchanged: counter("\(document).files.unchanged"),
            removed: counter("\(document).files.removed"), bytesWritten: counter("\(document).files.bytesWritten"))
    }
}
