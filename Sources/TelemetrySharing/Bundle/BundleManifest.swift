package import LocalTelemetry

/// What a bundle says of itself.
package struct BundleManifest: Sendable, Equatable {
    /// The version of the layout.
    package var formatVersion = BundleLayout.formatVersion
    /// The tool.
    package var tool: String
    /// The version of the tool that made the bundle.
    package var toolVersion: String
    /// How much was taken away.
    package var level: RedactionLevel
    /// The bundle, 32 hex digits drawn at random.
    package var bundle: String
    /// Whether the sender can turn tokens back into names.
    package var isRevealable: Bool
    /// How many runs.
    package var runs: Int
    /// Minutes (`standard`) or days (`strict`) from the first run to the last.
    package var span: Int
    /// What was left out.
    package var dropped = BundleLosses()
    /// Everything in the bundle but the manifest.
    package var entries: [Entry] = []

    /// One file of the bundle.
    package struct Entry: Sendable, Equatable {
        package var name: String
        package var bytes: Int
        package var sha256: String
    }
}

/// What a bundle leaves out of what was there.
package struct BundleLosses: Sendable, Equatable {
    /// Fields that the level does not let leave, as `kind.field`.
    package var fields: [String] = []
    /// Documents of kinds that the catalogue does not know.
    package var unknownDocuments = 0
    /// Files that are no documents, or lack what every document of their kind has.
    package var damagedDocuments = 0
    /// Members that the catalogue does not know.
    package var unknownMembers = 0
    /// Values of another type or out of their range.
    package var unusableMembers = 0
    /// Closed values that the catalogue does not know: they leave as `other`.
    package var unknownValues = 0

    mutating func add(_ other: BundleLosses) {
        unknownDocuments += other.unknownDocuments
        damagedDocuments += other.damagedDocuments
        unknownMembers += other.unknownMembers
        unusableMembers += other.unusableMembers
        unknownValues += other.unknownValues
    }

    /// The counts with their names, as the manifest has them.
    package var counts: [(name: String, count: Int)] {
        [
            ("unknownDocuments", unknownDocuments), ("damagedDocuments", damagedDocuments),
            ("unknownMembers", unknownMembers), ("unusableMembers", unusableMembers), ("unknownValues", unknownValues),
        ]
    }
}
