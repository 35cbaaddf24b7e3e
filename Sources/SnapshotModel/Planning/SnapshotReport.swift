package import Diagnostics

/// What a run of the snapshot did, and what it has to say.
package struct SnapshotReport: Sendable {
    /// Why a run failed, for the exit code.
    package enum Failure: Sendable, Equatable {
        /// Query files or DDL in error.
        case sources
        /// The database could not be reached or refused.
        case database
        /// Something on disk could not be read or written.
        case fileSystem
        /// The filter matched nothing.
        case noMatch
    }

    /// What became of the queries, in numbers.
    package struct Counts: Sendable, Equatable {
        /// Queries described by the engine.
        package var analysed = 0
        /// Queries taken over as they were.
        package var reused = 0
        /// Queries left out by the filter.
        package var skipped = 0
    }

    /// Errors and warnings in the order of their places.
    package var findings: [Finding] = []
    /// `nil` where the run succeeded.
    package var failure: Failure?
    /// Whether nothing had changed since the last run.
    package var isWarm = false
    package var counts = Counts()
    package var files = TreeCounts()
    /// What the snapshot holds.
    package var objects = ObjectCounts()
    /// With `--check`: what is stale.
    package var differences: [SnapshotDifference] = []
    /// The engine's version: `3.40.1`.
    package var engineVersion = ""
    /// The queries described anew, `schema.name`, and why.
    package var refreshed: [RefreshedQuery] = []
    /// How long each phase took, in their order.
    package var phases: [(phase: SnapshotPhase, duration: Duration)] = []
}

/// The phases of a run.
package enum SnapshotPhase: String, Sendable, CaseIterable {
    case plan, connect, analyse, write
}
