/// What a reader could not take of a document, counted.
package struct ReadingNotes: Sendable, Equatable {
    /// Members that the catalogue does not know: skipped.
    package var unknownMembers = 0
    /// Closed values that the catalogue does not know: taken as `other`.
    package var unknownValues = 0
    /// Members of another type or out of their range: skipped.
    package var unusableMembers = 0
    /// Whether a newer version of the tool wrote it.
    package var isNewer = false
    /// Whether its kind is none that the catalogue has: only the envelope was taken.
    package var isUnknownKind = false

    /// Makes notes of a document that was understood whole.
    package init() {}

    /// Whether everything was taken.
    package var isWhole: Bool { self == ReadingNotes() }

    /// Adds what another document left.
    package mutating func add(_ other: ReadingNotes) {
        unknownMembers += other.unknownMembers
        unknownValues += other.unknownValues
        unusableMembers += other.unusableMembers
        isNewer = isNewer || other.isNewer
        isUnknownKind = isUnknownKind || other.isUnknownKind
    }
}

/// Why something is not a document.
package enum DocumentDamage: Error, Sendable, Equatable {
    /// The file could not be opened or read.
    case unreadable
    /// Not a regular file.
    case notAFile
    /// Larger than any document.
    case tooLarge
    /// Not JSON, from this byte on.
    case notJSON(offset: Int)
    /// It ends too early: cut off.
    case cutOff
    /// JSON, but without the members that every document has.
    case notADocument

    /// One clause for a person.
    package var reason: String {
        switch self {
        case .unreadable: "it cannot be read"
        case .notAFile: "it is not a regular file"
        case .tooLarge: "it is larger than any telemetry document"
        case .notJSON(let offset): "it is not JSON (byte \(offset))"
        case .cutOff: "it ends too early"
        case .notADocument: "it is not a telemetry document"
        }
    }
}
