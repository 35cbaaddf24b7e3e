import TelemetryRecording

/// The names under which a build is counted; telemetry's catalogue lists them.
enum BuildCounters {
    /// What was considered, and what became of it.
    static func planner(_ report: BuildReport, _ recorder: Recorder) {
        recorder.add(report.counts.refreshed + report.counts.reused, to: "build.planner.considered")
        recorder.add(report.counts.reused, to: "build.planner.reused")
        recorder.add(report.counts.refreshed, to: "build.planner.refreshed")
        recorder.add(report.removedQueries, to: "build.planner.removed")
        for (_, reason) in report.refreshed { recorder.add(1, to: reason.counter) }
    }

    /// The record of the build is a file too.
    static func manifest(byteCount: Int, isWritten: Bool, _ recorder: Recorder) {
        let support = GeneratedFile.Category.support.counters
        recorder.add(1, to: support.files)
        recorder.add(byteCount, to: support.bytes)
        recorder.add(1, to: isWritten ? support.written : support.unchanged)
    }
}

extension GenerationReason {
    /// A build's reasons have no cascades: each query's code is compared by itself.
    var counter: StaticString {
        switch self {
        case .new: "build.planner.reason.new.roots"
        case .snapshotChanged: "build.planner.reason.snapshotChanged.roots"
        case .configurationChanged: "build.planner.reason.configurationChanged.roots"
        case .toolChanged: "build.planner.reason.toolChanged.roots"
        case .outputMissing: "build.planner.reason.outputMissing.roots"
        case .outputEdited: "build.planner.reason.outputEdited.roots"
        case .forced: "build.planner.reason.forced.roots"
        case .selected: "build.planner.reason.selected.roots"
        }
    }
}

extension GeneratedFile.Category {
    /// The names of a category's counters.
    struct Counters {
        var name, files, bytes, microseconds, written, unchanged, removed: StaticString
    }

    var counters: Counters {
        switch self {
        case .procedures:
            Counters(
                name: "procedures", files: "build.category.procedures.files", bytes: "build.category.procedures.bytes",
                microseconds: "build.category.procedures.microseconds", written: "build.category.procedures.written",
                unchanged: "build.category.procedures.unchanged", removed: "build.category.procedures.removed")
        case .rowTypes:
            Counters(
                name: "rowTypes", files: "build.category.rowTypes.files", bytes: "build.category.rowTypes.bytes",
                microseconds: "build.category.rowTypes.microseconds", written: "build.category.rowTypes.written",
                unchanged: "build.category.rowTypes.unchanged", removed: "build.category.rowTypes.removed")
        case .enumerations:
            Counters(
                name: "enumerations", files: "build.category.enumerations.files",
                bytes: "build.category.enumerations.bytes",
                microseconds: "build.category.enumerations.microseconds",
                written: "build.category.enumerations.written",
                unchanged: "build.category.enumerations.unchanged", removed: "build.category.enumerations.removed")
        case .support:
            Counters(
                name: "support", files: "build.category.support.files", bytes: "build.category.support.bytes",
                microseconds: "build.category.support.microseconds", written: "build.category.support.written",
                unchanged: "build.category.support.unchanged", removed: "build.category.support.removed")
        }
    }
}
