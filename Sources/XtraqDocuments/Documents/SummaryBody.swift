import LocalTelemetry

/// What the `summary` document says: the run in a few figures.
package struct SummaryBody: Sendable {
    /// The snapshot, where the run took or tried one.
    package var snapshot: SnapshotFigures?
    /// The build, where the run did or tried one.
    package var build: BuildFigures?
    /// From the beginning of the run to its end.
    package var total: Duration

    /// Makes a body.
    package init(snapshot: SnapshotFigures?, build: BuildFigures?, total: Duration) {
        self.snapshot = snapshot
        self.build = build
        self.total = total
    }

    /// Whether nothing had changed since the last run.
    package var warm: Bool {
        (snapshot != nil || build != nil) && snapshot?.warm ?? true && build?.warm ?? true
    }

    /// Whether a warm run did as little as it should; `nil` where the run was not warm.
    package var warmRunGoalMet: Bool? {
        guard warm else { return nil }
        return snapshot?.didLeast ?? true && build.map { $0.written == 0 } ?? true
    }

    /// The snapshot in a few figures.
    package struct SnapshotFigures: Sendable {
        /// How long it took.
        package var duration: Duration
        /// Whether nothing had changed.
        package var warm: Bool
        /// Statements that the database was asked to prepare or describe.
        package var statements: Int
        /// How many of them failed.
        package var failures: Int
        /// Queries and routines taken anew.
        package var refreshed: Int
        /// Whether it did what a warm run may do and no more.
        var didLeast: Bool

        static let fields: [Field<SnapshotFigures>] = [
            .duration("durationMs", \.duration, "How long the snapshot took."),
            .flag("warm", \.warm, "Whether nothing had changed since the last one."),
            .count("statements", \.statements, "Statements that the database was asked to prepare or describe."),
            .count("failures", \.failures, "How many of them failed."),
            .count("refreshed", \.refreshed, "Queries and routines taken anew."),
        ]
    }

    /// The build in a few figures.
    package struct BuildFigures: Sendable {
        /// How long it took.
        package var duration: Duration
        /// Whether nothing had changed.
        package var warm: Bool
        /// Files written.
        package var written: Int
        /// Files that stayed as they were.
        package var unchanged: Int

        static let fields: [Field<BuildFigures>] = [
            .duration("durationMs", \.duration, "How long the build took."),
            .flag("warm", \.warm, "Whether nothing had changed since the last one."),
            .count("written", \.written, "Files written because their bytes differ."),
            .count("unchanged", \.unchanged, "Files that stayed as they were."),
        ]
    }

    static let fields: [Field<SummaryBody>] = [
        .object("snapshot", \.snapshot, "The snapshot in a few figures.", SnapshotFigures.fields)
            .present("where the run took or tried one"),
        .object("build", \.build, "The build in a few figures.", BuildFigures.fields)
            .present("where the run did or tried one"),
        .flag("warm", \.warm, "Whether nothing had changed since the last run."),
        .flag(
            "warmRunGoalMet", \.warmRunGoalMet,
            "Whether a warm run did as little as it should: nothing prepared with SQLite, one query with PostgreSQL, no file written."
        ).present("where warm is true"),
        .duration("totalMs", \.total, "From the beginning of the run to its end."),
    ]
}
