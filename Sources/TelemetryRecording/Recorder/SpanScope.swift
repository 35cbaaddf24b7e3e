#if Telemetry
/// The inside of a span: where the spans within it are begun.
///
/// It is a plain value, and nesting is what it says, never what happens to run on the same thread: hand it to child
/// tasks, unstructured tasks and threads, and what they begin with it has this span as its parent.
///
/// ```swift
/// await recorder.span("read") { read in
///     await withTaskGroup(of: Void.self) { group in
///         for file in files { group.addTask { read.span("parse") { parse(file) } } }
///     }
/// }
/// ```
public struct SpanScope: Sendable {
    @usableFromInline let storage: RecorderStorage?
    @usableFromInline let token: Int

    @inlinable
    init(storage: RecorderStorage?, token: Int) {
        self.storage = storage
        self.token = token
    }

    /// Begins a span within this one; it ends with ``OpenSpan/end()`` or when it goes out of scope.
    @inlinable
    public func span(_ name: StaticString) -> OpenSpan {
        guard let storage else { return OpenSpan(storage: nil, token: RecorderStorage.noSpan) }
        return OpenSpan(storage: storage, token: storage.beginSpan(name, parent: token))
    }

    /// Runs `body` in a span within this one.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let storage else { return try body() }
        let token = storage.beginSpan(name, parent: token)
        defer { storage.endSpan(token) }
        return try body()
    }

    /// Runs `body` in a span within this one; `body` is given the scope of the new span.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: (SpanScope) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let storage else { return try body(self) }
        let token = storage.beginSpan(name, parent: token)
        defer { storage.endSpan(token) }
        return try body(SpanScope(storage: storage, token: token))
    }

    /// Runs `body`, which may wait, in a span within this one.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        guard let storage else { return try await body() }
        let token = storage.beginSpan(name, parent: token)
        defer { storage.endSpan(token) }
        return try await body()
    }

    /// Runs `body`, which may wait, in a span within this one; `body` is given the scope of the new span.
    @inlinable
    public func span<Result, Failure: Error>(
        _ name: StaticString, _ body: (SpanScope) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        guard let storage else { return try await body(self) }
        let token = storage.beginSpan(name, parent: token)
        defer { storage.endSpan(token) }
        return try await body(SpanScope(storage: storage, token: token))
    }
}
#endif
