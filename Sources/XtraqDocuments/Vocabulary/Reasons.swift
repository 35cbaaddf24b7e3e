/// Why something was taken or generated anew.
package enum WorkReason: String, Sendable, CaseIterable {
    /// It was not there before.
    case new
    /// The text of the query changed.
    case sqlChanged
    /// Its own table or the schema as a whole changed.
    case schemaChanged
    /// Something that it depends on changed.
    case dependencyChanged
    /// What was remembered of it is gone.
    case cacheMissing
    /// Another version of tool or engine.
    case toolChanged
    /// `--no-cache`, or no way to tell.
    case forced
    /// `--procedure` named it.
    case selected
    /// What the snapshot says of it changed.
    case snapshotChanged
    /// The configuration changed.
    case configurationChanged
    /// The generated file was gone.
    case outputMissing
    /// The generated file was not as it had been written.
    case outputEdited
    /// Something else.
    case other
}

/// Why a routine was left out of a snapshot.
package enum SkipReason: String, Sendable, CaseIterable {
    /// Include, exclude or filter leave it out.
    case filtered
    /// An annotation says so.
    case annotation
    /// A kind that cannot be called from a client.
    case unsupportedKind
    /// The shape of its result is not known.
    case unknownShape
    /// The role may not call it.
    case privilege
    /// It belongs to an extension.
    case `extension`
}
