import LocalTelemetry

extension SummaryBody {
    /// Sums up a run; `nil` where it neither took a snapshot nor built.
    package init?(snapshot: SnapshotBody?, build: BuildBody?, total: Duration) {
        guard snapshot != nil || build != nil else { return nil }
        self.init(
            snapshot: snapshot.map(SnapshotFigures.init), build: build.map(BuildFigures.init), total: total)
    }
}

extension SummaryBody.SnapshotFigures {
    /// Takes the figures of a snapshot.
    package init(_ body: SnapshotBody) {
        var (prepared, failed, asked) = (0, 0, 0)
        for operation in body.operations {
            if operation.name.value?.isOnDatabase ?? true { asked += operation.count }
            guard operation.name.value == .prepare || operation.name.value == .describe else { continue }
            prepared += operation.count
            failed += operation.failures
        }
        duration = body.phases.reduce(.zero) { $0 + $1.duration }
        warm = body.planner.warm
        statements = prepared
        failures = failed
        refreshed = body.planner.refreshed
        // PostgreSQL is asked one question to learn that nothing changed; SQLite's sources are files.
        let isQuiet = body.engine?.name == .postgresql ? asked <= 1 : prepared == 0
        didLeast = isQuiet && body.files.written == 0
    }
}

extension SummaryBody.BuildFigures {
    /// Takes the figures of a build.
    package init(_ body: BuildBody) {
        duration = body.phases.reduce(.zero) { $0 + $1.duration }
        warm = body.planner.warm
        written = body.files.written
        unchanged = body.files.unchanged
    }
}
