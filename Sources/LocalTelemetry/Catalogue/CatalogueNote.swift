/// Why a field or kind was changed or taken away: no catalogue shows it, and its history must say it.
///
/// A field that is new needs none: its purpose says why it is recorded.
///
/// ```swift
/// DocumentCatalogue(kinds, notes: [
///     .change("sizeBytes", of: "statistics", in: 4, "The size on disk in place of the size of the text."),
///     .rewording("rows", of: "statistics", in: 4),
/// ])
/// ```
public struct CatalogueNote: Sendable {
    /// The path of the field, `slowest[].rows`; `nil` for the kind as a whole.
    package let path: String?
    /// The kind; `nil` for a field of every document.
    package let kind: String?
    /// The version of the schema that has the change.
    package let version: Int
    /// The reason.
    package let reason: String
    /// Whether only the words of its purpose changed, not what is recorded.
    package let isRewording: Bool

    /// A field that was changed or taken away, or (without a path) a kind that was taken away.
    ///
    /// - Parameters:
    ///   - path: The field's path, such as `slowest[].rows`.
    ///   - kind: The kind; `nil` for a field of every document.
    ///   - version: The version of the schema that has the change.
    ///   - reason: Why, in a sentence.
    /// - Returns: The note.
    public static func change(
        _ path: String?, of kind: String?, in version: Int, _ reason: String
    ) -> CatalogueNote {
        CatalogueNote(path: path, kind: kind, version: version, reason: reason, isRewording: false)
    }

    /// A field of which only the words changed: this needs no new version of the schema.
    ///
    /// - Parameters:
    ///   - path: The field's path.
    ///   - kind: The kind; `nil` for a field of every document.
    ///   - version: The version of the schema that has the new words.
    /// - Returns: The note.
    public static func rewording(_ path: String, of kind: String?, in version: Int) -> CatalogueNote {
        CatalogueNote(path: path, kind: kind, version: version, reason: "Said in other words.", isRewording: true)
    }
}
