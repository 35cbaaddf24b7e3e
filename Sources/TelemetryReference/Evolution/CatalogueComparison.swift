package import LocalTelemetry

/// A catalogue held against the one before: what changed, and what of that breaks the rules.
package struct CatalogueComparison: Sendable {
    /// What changed.
    package private(set) var changes: [CatalogueChange] = []
    /// What breaks the rules, each with its place and what to do.
    package private(set) var objections: [String] = []
    private let notes: [CatalogueNote]

    /// Compares two catalogues.
    ///
    /// - Parameters:
    ///   - old: The catalogue as it was released.
    ///   - new: The catalogue now.
    ///   - notes: The reasons that the tool gives.
    package init(from old: CatalogueRecord, to new: CatalogueRecord, notes: [CatalogueNote]) {
        self.notes = notes
        for kind in new.kinds {
            if let before = old.kinds.first(where: { $0.name == kind.name }) {
                compare(before, kind)
            } else {
                changes.append(.init(kind: .added, documents: [kind.name], path: nil, differences: []))
                for field in kind.fields { add(field, to: kind) }
            }
        }
        for kind in old.kinds where !new.kinds.contains(where: { $0.name == kind.name }) {
            let note = notes.last { $0.kind == kind.name && $0.path == nil && $0.version > kind.schemaVersion }
            if note == nil {
                object("the kind is gone: give the reason, with the version \(kind.schemaVersion + 1)", kind.name)
            }
            changes.append(
                .init(kind: .removed, documents: [kind.name], path: nil, differences: [], reason: note?.reason))
        }
        gather()
    }

    private mutating func object(_ text: String, _ place: String) {
        objections.append("\(place): \(text)")
    }

    private mutating func compare(_ old: CatalogueRecord.Kind, _ new: CatalogueRecord.Kind) {
        if new.schemaVersion < old.schemaVersion {
            object("the version of the schema went from \(old.schemaVersion) back to \(new.schemaVersion)", new.name)
        }
        for field in new.fields {
            if let before = old.fields.first(where: { $0.path == field.path }) {
                compare(before, field, old, new)
            } else {
                add(field, to: new)
                demandStep(for: "is new", field.path, old, new)
                if field.since != new.schemaVersion {
                    object(
                        "is new and says since \(field.since): write .since(\(new.schemaVersion))",
                        "\(new.name).\(field.path)")
                }
            }
        }
        for field in old.fields where !new.fields.contains(where: { $0.path == field.path }) {
            demandStep(for: "is gone", field.path, old, new)
            demandReaders(for: "is gone", field.path, old, new)
            let note = note(field.path, new)
            if note == nil { object("is gone: give the reason in a note", "\(new.name).\(field.path)") }
            changes.append(
                .init(
                    kind: .removed, documents: [new.name], path: field.path, differences: [], reason: note?.reason))
        }
    }

    private mutating func compare(
        _ before: CatalogueRecord.Field, _ field: CatalogueRecord.Field, _ old: CatalogueRecord.Kind,
        _ new: CatalogueRecord.Kind
    ) {
        let differences = field.differences(from: before)
        guard !differences.isEmpty else { return }
        let note = note(field.path, new)
        let isRewording = note?.isRewording == true && differences.allSatisfy { $0.aspect == .purpose }
        let what = "has another \(differences.map(\.aspect.rawValue).joined(separator: ", "))"
        if !isRewording { demandStep(for: what, field.path, old, new) }
        if differences.contains(where: \.breaksReaders) { demandReaders(for: what, field.path, old, new) }
        if note == nil {
            let way = differences.allSatisfy { $0.aspect == .purpose } ? ", or say that it is a rewording" : ""
            object("\(what): give the reason in a note\(way)", "\(new.name).\(field.path)")
        }
        changes.append(
            .init(
                kind: .changed, documents: [new.name], path: field.path, differences: differences,
                reason: note?.reason, field: field))
    }

    private mutating func add(_ field: CatalogueRecord.Field, to kind: CatalogueRecord.Kind) {
        changes.append(
            .init(
                kind: .added, documents: [kind.name], path: field.path, differences: [], reason: field.purpose,
                field: field))
    }

    private mutating func demandStep(
        for what: String, _ path: String, _ old: CatalogueRecord.Kind, _ new: CatalogueRecord.Kind
    ) {
        guard new.schemaVersion <= old.schemaVersion else { return }
        object(
            "\(what), but the version of the schema is still \(new.schemaVersion): raise it to \(old.schemaVersion + 1)",
            "\(new.name).\(path)")
    }

    private mutating func demandReaders(
        for what: String, _ path: String, _ old: CatalogueRecord.Kind, _ new: CatalogueRecord.Kind
    ) {
        guard new.minimumReader <= old.schemaVersion else { return }
        object(
            "\(what), which readers of version \(old.schemaVersion) would misread: raise minimumReader to "
                + "\(max(new.schemaVersion, old.schemaVersion + 1))", "\(new.name).\(path)")
    }

    /// The reason for a change in the version of the schema that has it.
    private func note(_ path: String, _ kind: CatalogueRecord.Kind) -> CatalogueNote? {
        notes.last { $0.path == path && ($0.kind ?? kind.name) == kind.name && $0.version == kind.schemaVersion }
    }

    /// Says once what is the same in several kinds: the envelope is in all.
    private mutating func gather() {
        var gathered: [CatalogueChange] = []
        for change in changes {
            let same = gathered.firstIndex { other in
                other.kind == change.kind && other.path == change.path && change.path != nil
                    && other.differences == change.differences && other.reason == change.reason
                    && other.field == change.field
            }
            if let same { gathered[same].documents += change.documents } else { gathered.append(change) }
        }
        changes = gathered
    }
}
