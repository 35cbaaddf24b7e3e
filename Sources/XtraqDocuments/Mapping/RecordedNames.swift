import TelemetryRecording

/// The names that a recording may hold, and how many of those in one the catalogue does not know.
///
/// Spans and operations of unknown names are written as `other` and counted where they are written; counters and
/// lists of items have no `other`: they are dropped, and counted here.
package enum RecordedNames {
    /// The counters that documents are made from.
    package static let counters: Set<String> = {
        var names: Set<String> = []
        func add(_ prefix: String, _ leaves: [String]) {
            for leaf in leaves { names.insert("\(prefix).\(leaf)") }
        }
        add("snapshot.objects", ["procedures", "parameters", "columns", "tables", "types"])
        add("snapshot.skipped", SkipReason.allCases.map(\.rawValue))
        for part in ["columns", "parameters"] {
            add("snapshot.inference.\(part)", ["declared", "proven", "annotated", "unknown"])
        }
        for document in ["snapshot", "build"] {
            add("\(document).planner", ["considered", "reused", "refreshed", "removed"])
            for reason in WorkReason.allCases {
                add("\(document).planner.reason.\(reason.rawValue)", ["roots", "cascaded"])
            }
            add("\(document).files", ["written", "unchanged", "removed", "bytesWritten"])
        }
        for category in FileCategory.allCases {
            add(
                "build.category.\(category.rawValue)",
                ["files", "bytes", "microseconds", "written", "unchanged", "removed"])
        }
        return names
    }()

    /// The lists of items that documents are made from.
    package static let lists: Set<String> = ["build.largest"]

    /// The spans that documents are made from.
    package static var spans: Set<String> {
        Set(
            RunPhase.allCases.map { "run.\($0.rawValue)" } + SnapshotPhase.allCases.map { "snapshot.\($0.rawValue)" }
                + BuildPhase.allCases.map { "build.\($0.rawValue)" })
    }

    /// The operations that documents are made from.
    package static var operations: Set<String> {
        Set(SnapshotOperation.allCases.map(\.recordedName) + BuildOperation.allCases.map(\.recordedName))
    }

    /// How many counters and lists of a recording no document will show.
    static func unknown(in recording: Recording) -> Int {
        recording.counters.keys.count { !counters.contains($0) } + recording.largest.keys.count { !lists.contains($0) }
    }
}
