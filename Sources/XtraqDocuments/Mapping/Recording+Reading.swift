import LocalTelemetry
import TelemetryRecording

extension Recording {
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
