/// What a ``Recorder`` has recorded, as a value.
public struct Recording: Sendable {
    /// A span with its place in time.
    public struct Span: Sendable {
        /// The static name it was begun with.
        public var name: String
        /// Nanoseconds from the making of the recorder to the span's beginning.
        public var startNanoseconds: UInt64
        /// How long it took; `nil` while it is open.
        public var durationNanoseconds: UInt64?
    }

    /// All operations of one name together.
    public struct Operations: Sendable {
        /// How many ended, failures included.
        public var count = 0
        /// How many of them failed.
        public var failures = 0
        /// The sum of their rows.
        public var rows = 0
        /// The sum of their durations.
        public var totalNanoseconds: UInt64 = 0
        /// The longest.
        public var maxNanoseconds: UInt64 = 0
        /// The distribution of their durations, in milliseconds.
        public var histogram = Histogram()
    }

    /// One of the slowest operations.
    public struct SlowOperation: Sendable {
        /// The name of the operation.
        public var operation: String
        /// How long it took.
        public var nanoseconds: UInt64
        /// How many rows it read or returned.
        public var rows: Int
        /// What it was about.
        public var subject: Subject
    }

    /// One of the largest items of a list.
    public struct Item: Sendable {
        /// Its size, in the list's unit.
        public var size: Int
        /// What it is.
        public var subject: Subject
    }

    /// The spans in the order of their beginning.
    public var spans: [Span] = []
    /// Operations by name.
    public var operations: [String: Operations] = [:]
    /// The slowest operations, slowest first; at most ``RecorderLimits/items``.
    public var slowest: [SlowOperation] = []
    /// Counters by name.
    public var counters: [String: Int] = [:]
    /// The largest items by list, largest first; at most ``RecorderLimits/items`` each.
    public var largest: [String: [Item]] = [:]
    /// How many spans were offered beyond what the limits keep.
    public var droppedSpans = 0
    /// Nanoseconds from the making of the recorder to this recording.
    public var elapsedNanoseconds: UInt64 = 0

    /// Makes an empty recording.
    public init() {}
}

/// How much a recorder keeps at most, however long the run.
public struct RecorderLimits: Sendable {
    /// Spans kept one by one; later ones are counted as dropped.
    public var spans: Int
    /// Slowest operations, and largest items of each list.
    public var items: Int

    /// 1,024 spans, 25 items.
    public static let standard = RecorderLimits(spans: 1024, items: 25)

    /// Makes limits.
    public init(spans: Int, items: Int) {
        self.spans = spans
        self.items = items
    }
}
