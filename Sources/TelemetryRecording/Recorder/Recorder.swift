#if Telemetry
/// Where instrumented code reports what it does: a value handed down, eight bytes, whose off state costs a branch.
///
/// A recorder holds what it is told in memory, bounded however long the run, and does nothing else with it: this module
/// can open no file and knows no key. What becomes of the recording is its owner's decision (see ``Recording``).
///
/// Thread-safe: any number of threads and tasks may report at once.
public struct Recorder: Sendable {
    @usableFromInline let storage: RecorderStorage?

    /// The recorder that records nothing.
    public static let off = Recorder(storage: nil)

    @usableFromInline
    init(storage: RecorderStorage?) {
        self.storage = storage
    }

    /// Makes a recorder that records.
    ///
    /// - Parameters:
    ///   - clock: The source of time; the system's monotonic clock unless a test says otherwise.
    ///   - limits: How much is kept at most.
    ///   - start: When what is recorded began, in the clock's nanoseconds; now unless said otherwise.
    public init(clock: RecorderClock = .monotonic, limits: RecorderLimits = .standard, start: UInt64? = nil) {
        storage = RecorderStorage(clock: clock, limits: limits, start: start)
    }

    /// Whether anything is recorded.
    @inlinable public var isOn: Bool { storage != nil }

    // MARK: Spans

    /// Begins a span that is kept by itself, with its start and duration: a phase of the run.
    ///
    /// The span ends with ``OpenSpan/end()`` or when it goes out of scope, whichever comes first, so that an early
    /// `return` or a `throw` ends it too.
    @inlinable
    public func span(_ name: StaticString) -> OpenSpan {
        guard let storage else { return OpenSpan(storage: nil, token: RecorderStorage.noSpan) }
        return OpenSpan(storage: storage, token: storage.beginSpan(name, parent: RecorderStorage.noSpan))
    }

    /// Runs `body` within a span.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let storage else { return try body() }
        let token = storage.beginSpan(name, parent: RecorderStorage.noSpan)
        defer { storage.endSpan(token) }
        return try body()
    }

    /// Runs `body`, which may wait, within a span.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        guard let storage else { return try await body() }
        let token = storage.beginSpan(name, parent: RecorderStorage.noSpan)
        defer { storage.endSpan(token) }
        return try await body()
    }

    /// Runs `body` within a span, whose inside it is given: see ``SpanScope``.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: (SpanScope) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try SpanScope(storage: storage, token: RecorderStorage.noSpan).span(name, body)
    }

    /// Runs `body`, which may wait, within a span, whose inside it is given: see ``SpanScope``.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: (SpanScope) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await SpanScope(storage: storage, token: RecorderStorage.noSpan).span(name, body)
    }

    // MARK: Operations

    /// Begins one of possibly many operations of a kind, of which only the aggregate (count, failures, rows, total,
    /// longest, distribution) and the slowest are kept.
    @inlinable
    public func operation(_ name: StaticString) -> OpenOperation {
        guard let storage else { return OpenOperation(storage: nil, name: name, start: 0) }
        return OpenOperation(storage: storage, name: name, start: storage.clock.nanoseconds())
    }

    // MARK: Counters, distributions and items

    /// Adds to the counter of that name.
    @inlinable
    public func add(_ amount: Int = 1, to counter: StaticString) {
        storage?.add(amount, to: counter)
    }

    /// The counter of that name, for places that count often.
    @inlinable
    public func counter(_ name: StaticString) -> Counter {
        guard let storage else { return Counter(cell: nil) }
        return Counter(cell: storage.cell(of: name))
    }

    /// Adds a value to the distribution of that name: a ``Histogram``, bounded whatever is added.
    ///
    /// The unit is the field's that the distribution ends in: milliseconds unless that says otherwise.
    @inlinable
    public func observe(_ value: Double, in distribution: StaticString) {
        storage?.observe(value, in: distribution)
    }

    /// Offers an item to a list of the largest; the list keeps the 25 largest.
    ///
    /// `subject` is evaluated only where the item is large enough to be kept.
    @inlinable
    public func item(_ list: StaticString, size: Int, _ subject: @autoclosure () -> Subject) {
        guard let storage, storage.wouldKeep(size, in: list) else { return }
        storage.keep(size, in: list, subject())
    }

    /// What has been recorded so far; `nil` when the recorder is off. May be called while others report.
    public func recording() -> Recording? {
        storage?.recording()
    }
}
#endif
