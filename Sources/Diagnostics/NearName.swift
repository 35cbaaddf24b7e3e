/// Finds the name that was probably meant.
package enum NearName {
    /// The candidate that is nearest to `name`, where one is near enough to be a slip; ties go to the first.
    ///
    /// Near enough is a third of the longer name's length, at least one change, at most three; of names of one or two
    /// letters, to which every other one would be near, none. Letter case does not count. Swapped neighbours count as one change (optimal string alignment).
    package static func best(for name: String, among candidates: some Sequence<String>) -> String? {
        matches(for: name, among: candidates).first
    }

    /// All candidates that are near enough, nearest first, at most `limit`.
    package static func matches(
        for name: String, among candidates: some Sequence<String>, limit: Int = 3
    ) -> [String] {
        let wanted = Array(name.lowercased())
        guard wanted.count > 2 else { return [] }
        var found: [(name: String, distance: Int)] = []
        for candidate in candidates {
            let own = Array(candidate.lowercased())
            let allowed = min(3, max(1, max(wanted.count, own.count) / 3))
            guard abs(wanted.count - own.count) <= allowed else { continue }
            let distance = distance(wanted, own)
            if distance <= allowed { found.append((candidate, distance)) }
        }
        let order = found.indices.sorted { (found[$0].distance, $0) < (found[$1].distance, $1) }
        return order.prefix(limit).map { found[$0].name }
    }

    /// How many letters must be inserted, removed, replaced or swapped with their neighbour.
    package static func distance(_ first: [Character], _ second: [Character]) -> Int {
        if first.isEmpty { return second.count }
        if second.isEmpty { return first.count }
        var beforePrevious = [Int](repeating: 0, count: second.count + 1)
        var previous = Array(0...second.count)
        for row in 1...first.count {
            var current = [row] + [Int](repeating: 0, count: second.count)
            for column in 1...second.count {
                let isSame = first[row - 1] == second[column - 1]
                current[column] = min(
                    previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    current[column] = min(current[column], beforePrevious[column - 2] + 1)
                }
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[second.count]
    }
}
