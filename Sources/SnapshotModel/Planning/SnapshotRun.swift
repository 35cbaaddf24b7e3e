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
    private let leavesMemory: Bool

    /// Makes a run.
    ///
    /// - Parameters:
    ///   - request: What is asked for.
    ///   - engine: The database.
    ///   - recorder: Where the work is recorded.
    ///   - leavesMemory: Whether the end of the process is to free what the run held: taking thousands of queries apart
    ///     one by one would only delay it.
    ///   - onPhase: Called as each phase begins.
    package init(
        _ request: SnapshotRequest, engine: any DatabaseEngine, recorder: Recorder = .off, leavesMemory: Bool = false,
        onPhase: (@Sendable (SnapshotPhase) -> Void)? = nil
    ) {
        self.request = request
        self.engine = engine
        self.recorder = recorder
        self.leavesMemory = leavesMemory
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
        if leavesMemory { _ = unsafe Unmanaged.passRetained(LeftBehind(work)) }
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

/// What nobody frees.
private final class LeftBehind {
    private let work: SnapshotWork

    init(_ work: SnapshotWork) {
        self.work = work
    }
}
