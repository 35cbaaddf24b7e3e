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
        /// The place in ``Recording/spans`` of the span it was begun within.
        public var parent: Int?

        /// Makes a span.
        public init(name: String, startNanoseconds: UInt64, durationNanoseconds: UInt64?, parent: Int? = nil) {
            self.name = name
            self.startNanoseconds = startNanoseconds
            self.durationNanoseconds = durationNanoseconds
            self.parent = parent
        }
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

        /// Makes the aggregate of no operation.
        public init() {}

        /// Takes in the aggregate of other operations.
        public mutating func merge(_ other: Operations) {
            count += other.count
            failures += other.failures
            rows &+= other.rows
            totalNanoseconds &+= other.totalNanoseconds
            maxNanoseconds = max(maxNanoseconds, other.maxNanoseconds)
            histogram.merge(other.histogram)
        }
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

        /// Makes one.
        public init(operation: String, nanoseconds: UInt64, rows: Int = 0, subject: Subject = Subject()) {
            self.operation = operation
            self.nanoseconds = nanoseconds
            self.rows = rows
            self.subject = subject
        }
    }

    /// One of the largest items of a list.
    public struct Item: Sendable {
        /// Its size, in the list's unit.
        public var size: Int
        /// What it is.
        public var subject: Subject

        /// Makes one.
        public init(size: Int, subject: Subject) {
            self.size = size
            self.subject = subject
        }
    }

    /// The spans in the order of their beginning.
    public var spans: [Span] = []
    /// Operations by name.
    public var operations: [String: Operations] = [:]
    /// The slowest operations, slowest first; at most ``RecorderLimits/items`` of each name, so that many slow ones of
    /// one name do not hide the slowest of another.
    public var slowest: [SlowOperation] = []
    /// Counters by name.
    public var counters: [String: Int] = [:]
    /// Distributions of observed values by name.
    public var histograms: [String: Histogram] = [:]
    /// The largest items by list, largest first; at most ``RecorderLimits/items`` each.
    public var largest: [String: [Item]] = [:]
    /// How many items were offered to each list, kept or not.
    public var offeredItems: [String: Int] = [:]
    /// How many spans were offered beyond what the limits keep.
    public var droppedSpans = 0
    /// How many operations ended whose name came after ``RecorderLimits/names`` others.
    public var droppedOperations = 0
    /// How many additions were made, or counters asked for, under names beyond ``RecorderLimits/names``.
    public var droppedCounts = 0
    /// How many values were observed under names beyond ``RecorderLimits/names``.
    public var droppedObservations = 0
    /// How many items were offered to lists beyond ``RecorderLimits/names``.
    public var droppedItems = 0
    /// Nanoseconds from the making of the recorder to this recording.
    public var elapsedNanoseconds: UInt64 = 0

    /// Makes an empty recording.
    public init() {}
}
