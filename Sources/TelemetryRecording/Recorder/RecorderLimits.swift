/// How much a recorder keeps at most, however long the run.
public struct RecorderLimits: Sendable {
    /// Spans kept one by one; later ones are counted as dropped.
    public var spans: Int
    /// Slowest operations of each name, and largest items of each list.
    public var items: Int
    /// Names of operations, of counters and of lists, each.
    public var names: Int

    /// 1,024 spans, 25 items, 512 names.
    public static let standard = RecorderLimits(spans: 1024, items: 25, names: 512)

    /// Makes limits.
    public init(spans: Int, items: Int, names: Int = 512) {
        self.spans = spans
        self.items = items
        self.names = names
    }
}
