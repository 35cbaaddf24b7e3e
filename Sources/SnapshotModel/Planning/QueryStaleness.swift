/// Which of the queries that were described before must be described anew, by what each depends on.
struct QueryStaleness {
    /// A reason, and what changed.
    struct Verdict {
        var reason: RefreshReason
        var cause: String?
    }

    private let notes: QueryNotes
    /// Of everything; `nil` where the objects decide.
    private let general: Verdict?
    /// Names of objects that are new, gone, or others than before.
    private let changed: Set<String>

    /// Compares what was with what is.
    ///
    /// - Parameters:
    ///   - notes: What was remembered.
    ///   - objects: What the schema holds now; `nil` where it is known to be the same.
    ///   - hasNewSettings: Whether the configuration says something else of all queries.
    init(notes: QueryNotes, objects: SchemaObjects?, hasNewSettings: Bool) {
        self.notes = notes
        guard let objects else {
            general = hasNewSettings ? Self.newSettings : nil
            changed = []
            return
        }
        if hasNewSettings {
            general = Self.newSettings
        } else if objects.common != notes.objects.common {
            general = Verdict(reason: .schemaChanged, cause: "how the schema sets up its connection")
        } else {
            general = nil
        }
        var changed: Set<String> = []
        for (name, fingerprint) in objects.fingerprints where notes.objects.fingerprints[name] != fingerprint {
            changed.insert(name)
        }
        for name in notes.objects.fingerprints.keys where objects.fingerprints[name] == nil { changed.insert(name) }
        self.changed = changed
    }

    private static let newSettings = Verdict(reason: .other, cause: "the configuration's types or collations changed")

    /// What is remembered of a query.
    func entry(_ name: String) -> QueryNotes.Entry? {
        notes[name]
    }

    /// Why a query must be described anew; `nil` where what was remembered of it still holds.
    func verdict(on name: String, fingerprint: Fingerprint) -> Verdict? {
        guard let entry = notes[name] else { return Verdict(reason: .new) }
        guard let known = entry.fingerprint else {
            return Verdict(reason: .other, cause: "it was described by itself, against a schema that had changed")
        }
        guard known == fingerprint else { return Verdict(reason: .sqlChanged) }
        if let general { return general }
        return changed.isEmpty ? nil : verdict(on: entry.note.dependencies)
    }

    private func verdict(on dependencies: [QueryDependency]) -> Verdict? {
        for dependency in dependencies where dependency.route == nil {
            if dependency.name == QueryDependency.everything { return Verdict(reason: .schemaChanged) }
            if changed.contains(dependency.name) {
                return Verdict(reason: .schemaChanged, cause: dependency.name)
            }
        }
        for dependency in dependencies where changed.contains(dependency.name) {
            return Verdict(
                reason: .dependencyChanged, cause: "\(dependency.name), through \(dependency.route ?? "the schema"),")
        }
        return nil
    }
}
