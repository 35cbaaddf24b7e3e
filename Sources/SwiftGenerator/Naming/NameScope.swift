import SnapshotModel

/// Finds for each of a set of source names a Swift name that no other has.
///
/// What a name becomes depends on the set, never on an order. A name whose Swift name another one would have too keeps its
/// own spelling (`get_user` and `getUser` stay as they are); what is still not unique (`a b` and one that spells the
/// escape out) gets digits made of the source name.
struct NameScope {
    private let names: [String: String]
    /// The sources whose Swift name is not the one that follows from each alone.
    let renamed: [String]

    /// Makes the scope.
    ///
    /// - Parameters:
    ///   - sources: The source names; a name given twice is one name.
    ///   - taken: Swift names that are in use already.
    ///   - suffix: What is put behind a name that is in use already.
    ///   - style: How a source name becomes a Swift name.
    init(_ sources: some Sequence<String>, taken: Set<String> = [], suffix: String = "_", style: (String) -> String) {
        var names: [String: String] = [:]
        names.reserveCapacity(sources.underestimatedCount)
        var owners: [String: String] = [:]
        owners.reserveCapacity(sources.underestimatedCount)
        var hasDoubles = false
        for source in sources where names[source] == nil {
            var name = style(source)
            if taken.contains(name) {
                name += suffix
                if taken.contains(name) { hasDoubles = true }
            }
            names[source] = name
            // Strings are compared by canonical equivalence, as a reader would: `é` in two spellings is one name.
            if owners.updateValue(source, forKey: name) != nil { hasDoubles = true }
        }
        var renamed: [String] = []
        if hasDoubles {
            renamed = Self.doubles(in: names, taken: taken)
            for source in renamed {
                let name = Identifier.verbatim(source)
                names[source] = taken.contains(name) ? name + suffix : name
            }
            for source in Self.doubles(in: names, taken: taken) {
                names[source]? += "_" + Fingerprint(of: source).text.prefix(8)
            }
        }
        self.names = names
        self.renamed = renamed.sorted()
    }

    /// The Swift name of one of the sources.
    subscript(source source: String) -> String { names[source] ?? Identifier.verbatim(source) }

    private static func doubles(in names: [String: String], taken: Set<String>) -> [String] {
        var counts: [String: Int] = [:]
        for name in names.values { counts[name, default: 0] += 1 }
        return names.filter { (counts[$0.value] ?? 0) > 1 || taken.contains($0.value) }.map(\.key)
    }
}
