package import SnapshotModel

/// What a build is asked to do.
package struct BuildRequest: Sendable {
    /// The project's root, absolute.
    package var projectRoot: String
    /// The folder for the generated files, absolute.
    package var output: String
    /// What the project's configuration says.
    package var configuration: GeneratorConfiguration
    /// Which queries to add or update; everything else stays as it is. `nil` for all.
    package var filter: ProcedureFilter?
    /// Whether everything is made anew, whatever was made before.
    package var isForced: Bool
    /// Whether nothing is written and only what is stale is said.
    package var isCheck: Bool

    /// Makes a request.
    package init(
        projectRoot: String, output: String, configuration: GeneratorConfiguration, filter: ProcedureFilter? = nil,
        isForced: Bool = false, isCheck: Bool = false
    ) {
        self.projectRoot = projectRoot
        self.output = output
        self.configuration = configuration
        self.filter = filter
        self.isForced = isForced
        self.isCheck = isCheck
    }

    /// Whether there may be nothing to do for it.
    var canBeWarm: Bool { !isForced && filter == nil }
}
