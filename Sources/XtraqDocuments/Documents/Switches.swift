package import LocalTelemetry

/// What Xtraq adds to the envelope of each of its documents: the switches as given, and what the run was about.
package struct Switches: Sendable {
    /// `--ci`.
    package var ciMode = false
    /// `--verbose`.
    package var verbose = false
    /// `--no-cache`.
    package var noCache = false
    /// `--refresh-snapshot`.
    package var refreshSnapshot = false
    /// `--check`.
    package var check = false
    /// The project's root.
    package var projectRoot: Pseudonym?
    /// The `--procedure` filter.
    package var procedureFilter: Pseudonym?

    /// Makes switches that are all off.
    package init() {}

    static let fields: [Field<Switches>] = [
        .flag("ciMode", \.ciMode, "Whether --ci was given."),
        .flag("verbose", \.verbose, "Whether --verbose was given."),
        .flag("noCache", \.noCache, "Whether --no-cache was given."),
        .flag("refreshSnapshot", \.refreshSnapshot, "Whether --refresh-snapshot was given."),
        .flag("check", \.check, "Whether --check was given."),
        .pseudonym(
            "projectRootHash", \.projectRoot, class: .path,
            "The resolved path of the project: ties the runs of one project together."
        ).present("where the run was in a project"),
        .pseudonym(
            "procedureFilterHash", \.procedureFilter, class: .filter,
            "The --procedure filter, sorted and without duplicates: tells equal selections from different ones."
        ).present("where --procedure was given"),
    ]
}
