package import TelemetryRecording
import Diagnostics

/// One run of the snapshot: from sources to `.xtraq/snapshots/`.
///
/// It plans by fingerprints, opens the engine only where something is stale, describes what is, and writes what differs.
/// An error in any query leaves everything on disk as it was. It prints nothing and never throws: see ``SnapshotReport``.
package struct SnapshotRun: Sendable {
    let request: SnapshotRequest
    let engine: any DatabaseEngine
    let recorder: Recorder
    let onPhase: (@Sendable (SnapshotPhase) -> Void)?

    /// Makes a run.
    package init(
        _ request: SnapshotRequest, engine: any DatabaseEngine, recorder: Recorder = .off,
        onPhase: (@Sendable (SnapshotPhase) -> Void)? = nil
    ) {
        self.request = request
        self.engine = engine
        self.recorder = recorder
        self.onPhase = onPhase
    }

    /// Does it.
    package func run() -> SnapshotReport {
        var work = SnapshotWork(run: self)
        do {
            try work.execute()
        } catch {
            work.report.failure = error.failure
            work.report.findings += error.findings
        }
        work.report.findings = Self.sorted(work.report.findings)
        work.report.engineVersion = engine.version
        return work.report
    }

    /// By path, line and column; what has no place comes first. Equal ones once.
    private static func sorted(_ findings: [Finding]) -> [Finding] {
        var seen: Set<Finding> = []
        return findings.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
            switch (left.element.location, right.element.location) {
            case (nil, nil): left.offset < right.offset
            case (nil, _): true
            case (_, nil): false
            case (let first?, let second?):
                (first.path, first.line, first.column, left.offset)
                    < (second.path, second.line, second.column, right.offset)
            }
        }.map(\.element)
    }
}

/// Why a run stops before its end.
struct SnapshotStop: Error {
    var failure: SnapshotReport.Failure
    var findings: [Finding]
}
