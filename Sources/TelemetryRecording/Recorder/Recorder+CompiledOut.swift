#if !Telemetry
// The same surface without the trait `Telemetry`: values without size, calls without code. A program that is built so
// is what a program with the recorder turned off is measured against.

/// Where instrumented code would report what it does; in a build without the trait `Telemetry` nothing is recorded.
public struct Recorder: Sendable {
    /// The recorder that records nothing: the only one.
    public static var off: Recorder { Recorder() }

    /// Makes a recorder that records nothing.
    @inlinable
    public init(clock: RecorderClock = .monotonic, limits: RecorderLimits = .standard, start: UInt64? = nil) {}

    /// Whether anything is recorded: never.
    @inlinable public var isOn: Bool { false }

    /// A span of which nothing is recorded.
    @inlinable
    public func span(_ name: StaticString) -> OpenSpan { OpenSpan() }

    /// Runs `body`.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body()
    }

    /// Runs `body`, which may wait.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await body()
    }

    /// Runs `body`.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: (SpanScope) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(SpanScope())
    }

    /// Runs `body`, which may wait.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: (SpanScope) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await body(SpanScope())
    }

    /// An operation of which nothing is recorded.
    @inlinable
    public func operation(_ name: StaticString) -> OpenOperation { OpenOperation() }

    /// Counts nothing.
    @inlinable
    public func add(_ amount: Int = 1, to counter: StaticString) {}

    /// A counter that counts nothing.
    @inlinable
    public func counter(_ name: StaticString) -> Counter { Counter() }

    /// Observes nothing.
    @inlinable
    public func observe(_ value: Double, in distribution: StaticString) {}

    /// Keeps nothing.
    @inlinable
    public func item(_ list: StaticString, size: Int, _ subject: @autoclosure () -> Subject) {}

    /// What has been recorded: nothing.
    @inlinable
    public func recording() -> Recording? { nil }
}

/// A span of which nothing is recorded.
public struct OpenSpan: ~Copyable, Sendable {
    @inlinable
    init() {}

    /// A span within this one, of which nothing is recorded.
    @inlinable
    public borrowing func span(_ name: StaticString) -> OpenSpan { OpenSpan() }

    /// The inside of a span of which nothing is recorded.
    @inlinable public var scope: SpanScope { SpanScope() }

    /// Ends the span.
    @inlinable
    public consuming func end() {}

    @inlinable
    deinit {}
}

/// The inside of a span of which nothing is recorded.
public struct SpanScope: Sendable {
    @inlinable
    init() {}

    /// A span of which nothing is recorded.
    @inlinable
    public func span(_ name: StaticString) -> OpenSpan { OpenSpan() }

    /// Runs `body`.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body()
    }

    /// Runs `body`.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: (SpanScope) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(self)
    }

    /// Runs `body`, which may wait.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await body()
    }

    /// Runs `body`, which may wait.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: (SpanScope) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await body(self)
    }
}

/// An operation of which nothing is recorded.
public struct OpenOperation: ~Copyable, Sendable {
    @inlinable
    init() {}

    /// Ends the operation.
    @inlinable
    public consuming func end(
        rows: Int = 0, failed: Bool = false, _ subject: @autoclosure () -> Subject = Subject()
    ) {}
}

/// A counter that counts nothing.
public struct Counter: Sendable {
    @inlinable
    init() {}

    /// Counts nothing.
    @inlinable
    public func add(_ amount: Int = 1) {}
}
#endif
