/// Which files of a migration folder build the schema up, and in which order.
package enum MigrationOrder {
    /// A name that Flyway gives (https://documentation.red-gate.com/fd/migrations-184127470.html).
    private enum FlywayName {
        case versioned([String])
        case baseline([String])
        case undo
        case repeatable(String)
    }

    /// The files that are applied, of those that were found.
    ///
    /// Files that undo (`*.down.sql` of sqlx and golang-migrate, `U1__x.sql` of Flyway) are left out. Flyway's come by their
    /// versions, whatever folders they lie in, from the last baseline on; then its repeatable ones by their names. All others
    /// stay in the order given.
    ///
    /// - Parameter paths: In natural order.
    /// - Returns: The paths to apply, in their order.
    package static func applied(_ paths: [String]) -> [String] {
        var versions: [(version: [String], path: String)] = []
        var baselines: [(version: [String], path: String)] = []
        var repeatable: [(name: String, path: String)] = []
        var others: [String] = []
        var place: Int?
        for path in paths where !path.hasSuffix(".down.sql") {
            guard let name = flywayName(path) else {
                others.append(path)
                continue
            }
            place = place ?? others.count
            switch name {
            case .versioned(let version): versions.append((version, path))
            case .baseline(let version): baselines.append((version, path))
            case .repeatable(let name): repeatable.append((name, path))
            case .undo: break
            }
        }
        guard let place else { return others }
        if let baseline = baselines.max(by: { precedes($0.version, $1.version) }) {
            versions.removeAll { !precedes(baseline.version, $0.version) }
            versions.insert(baseline, at: 0)
        }
        versions.sort { precedes($0.version, $1.version) }
        repeatable.sort { $0.name < $1.name }
        others.insert(contentsOf: versions.map(\.path) + repeatable.map(\.path), at: place)
        return others
    }

    private static func flywayName(_ path: String) -> FlywayName? {
        let file = path.split(separator: "/").last ?? ""
        guard file.hasSuffix(".sql"), let separator = file.firstRange(of: "__"), let kind = file.first else {
            return nil
        }
        let version = file[..<separator.lowerBound].dropFirst()
        let name = String(file[separator.upperBound...].dropLast(4))
        guard !name.isEmpty else { return nil }
        if kind == "R", version.isEmpty { return .repeatable(name) }
        let parts = version.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "_" }
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        // Without leading zeros, so that a longer number is a greater one.
        let numbers = parts.map { String($0.drop { $0 == "0" }) }
        switch kind {
        case "V": return .versioned(numbers)
        case "B": return .baseline(numbers)
        case "U": return .undo
        default: return nil
        }
    }

    /// Version by version; a part that is missing counts as 0.
    private static func precedes(_ left: [String], _ right: [String]) -> Bool {
        for index in 0..<max(left.count, right.count) {
            let (first, second) = (index < left.count ? left[index] : "", index < right.count ? right[index] : "")
            if first != second { return first.count != second.count ? first.count < second.count : first < second }
        }
        return false
    }
}
