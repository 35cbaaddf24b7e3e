/// What a snapshot does many times. Those on files are recorded as `snapshot.<operation>`, the others by their name
/// alone.
package enum SnapshotOperation: String, Sendable, CaseIterable {
    case prepare, explain, columnMetadata, tableInfo, catalogueRead, describe, queryTree, fingerprint, schemaStatement
    case readFile, parseFile, writeFile

    /// Whether the database does it.
    var isOnDatabase: Bool {
        switch self {
        case .readFile, .parseFile, .writeFile: false
        default: true
        }
    }

    /// The name that it is recorded under.
    var recordedName: String { isOnDatabase ? rawValue : "snapshot.\(rawValue)" }
}

/// What a build does many times, recorded as `build.<operation>`.
package enum BuildOperation: String, Sendable, CaseIterable {
    case readFile, renderFile, writeFile

    /// The name that it is recorded under.
    var recordedName: String { "build.\(rawValue)" }
}
