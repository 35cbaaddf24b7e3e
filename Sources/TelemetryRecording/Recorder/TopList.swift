/// The highest-ranking of what was offered, highest first; of equals the first ones.
struct TopList<Rank: Comparable & Sendable, Value: Sendable>: Sendable {
    /// An item and what it is ranked by.
    struct Item: Sendable {
        var rank: Rank
        var value: Value
    }

    private(set) var items: [Item] = []

    /// Whether an item of that rank would be kept: asked first, so that what describes it is made only where it is.
    func wouldKeep(_ rank: Rank, atMost limit: Int) -> Bool {
        guard items.count >= limit else { return true }
        guard let lowest = items.last else { return false }
        return lowest.rank < rank
    }

    /// Keeps an item if it still ranks high enough.
    mutating func keep(_ value: Value, _ rank: Rank, atMost limit: Int) {
        guard wouldKeep(rank, atMost: limit) else { return }
        if items.count >= limit { items.removeLast() }
        let place = items.firstIndex { $0.rank < rank } ?? items.count
        items.insert(Item(rank: rank, value: value), at: place)
    }
}
