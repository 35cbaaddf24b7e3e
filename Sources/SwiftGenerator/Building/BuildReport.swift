package import Diagnostics
package import SnapshotModel

/// What a build did, and what it has to say.
package struct BuildReport: Sendable {
    /// Why a build failed, for the exit code.
    package enum Failure: Sendable, Equatable {
        /// There is no snapshot, or it cannot be read.
        case snapshot
        /// What the snapshot holds cannot become Swift.
        case queries
        /// Something on disk could not be read or written.
        case fileSystem
        /// The filter matched nothing.
        case noMatch
    }

    /// What became of the queries' code, in numbers.
    package struct Counts: Sendable, Equatable {
        /// Queries whose code is new or another than before.
        package var refreshed = 0
        /// Queries whose code is as it was.
        package var reused = 0
        /// Queries that the filter left out.
        package var skipped = 0
    }

    /// Errors in the order of their places.
    package var findings: [Finding] = []
    /// `nil` where the build succeeded.
    package var failure: Failure?
    /// Whether nothing had changed since the last build.
    package var isWarm = false
    package var counts = Counts()
    package var files = TreeCounts()
    /// The queries whose code is new or another than before, as `Namespace.function`, and why.
    package var refreshed: [(name: String, reason: GenerationReason)] = []
    /// The files that are new or other than before, by their paths below the output's folder, and why.
    package var changedFiles: [(path: String, reason: GenerationReason)] = []
    /// The files that nothing in the snapshot makes any more.
    package var removedFiles: [String] = []
    /// Queries whose code is gone.
    package var removedQueries = 0
    /// With `isCheck`: what a build would change, in terms of the interface.
    package var differences: [InterfaceDifference] = []

    /// Makes a report of nothing.
    package init() {}
}

/// Why code was made anew.
package enum GenerationReason: String, Sendable, CaseIterable {
    /// The query was not in the output.
    case new
    /// The snapshot holds another form of it, or of what it shares.
    case snapshotChanged
    /// The configuration is another.
    case configurationChanged
    /// The form of generated code is another.
    case toolChanged
    /// Its file was gone.
    case outputMissing
    /// Its file was edited.
    case outputEdited
    /// Everything was asked for anew.
    case forced
    /// It was asked for by name.
    case selected
}

extension GenerationReason {
    /// The reason in words, about a file or a query.
    package var text: String {
        switch self {
        case .new: "it is new"
        case .snapshotChanged: "what the snapshot says of it changed"
        case .configurationChanged: "the configuration changed"
        case .toolChanged: "this version of xtraq writes it in another form"
        case .outputMissing: "its file was gone"
        case .outputEdited: "its file was not as it had been written"
        case .forced: "nothing was to be reused"
        case .selected: "it was asked for by name"
        }
    }
}
