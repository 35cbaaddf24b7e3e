/// The order of a list's items in a document.
public struct ListOrder<Item>: Sendable {
    private let rank: (@Sendable (Item) -> Int)?

    /// As given: for lists whose items hold no pseudonym.
    public static var given: Self { Self(rank: nil) }

    /// The longest first; ties by the items' pseudonyms.
    public static func slowest(_ duration: any KeyPath<Item, Duration> & Sendable) -> Self {
        // By the microsecond, as a reader sees it: finer figures would put items that look alike in the order of work.
        Self { DurationRange.microseconds($0[keyPath: duration]).0 }
    }

    /// The largest first; ties by the items' pseudonyms.
    public static func largest(_ size: any KeyPath<Item, Int> & Sendable) -> Self {
        Self { $0[keyPath: size] }
    }

    private init(rank: (@Sendable (Item) -> Int)?) {
        self.rank = rank
    }

    var isRanked: Bool { rank != nil }

    func sorted(_ items: [Item], _ pseudonyms: [@Sendable (Item) -> Pseudonym?]) -> [Item] {
        guard let rank else { return items }
        return items.sorted { left, right in
            let (leftRank, rightRank) = (rank(left), rank(right))
            if leftRank != rightRank { return leftRank > rightRank }
            for pseudonym in pseudonyms {
                switch (pseudonym(left), pseudonym(right)) {
                case (let left?, let right?) where left != right: return left < right
                case (_?, nil): return true
                case (nil, _?): return false
                default: continue
                }
            }
            return false
        }
    }
}
