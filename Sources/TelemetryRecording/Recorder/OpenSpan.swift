#if Telemetry
/// A span that has begun and not yet ended.
///
/// It ends with ``end()`` or when it goes out of scope, whichever comes first.
public struct OpenSpan: ~Copyable, Sendable {
    @usableFromInline let storage: RecorderStorage?
    @usableFromInline let token: Int

    @inlinable
    init(storage: RecorderStorage?, token: Int) {
        self.storage = storage
        self.token = token
    }

    /// Begins a span within this one, which carries this one as its parent.
    @inlinable
    public borrowing func span(_ name: StaticString) -> OpenSpan {
        guard let storage else { return OpenSpan(storage: nil, token: RecorderStorage.noSpan) }
        return OpenSpan(storage: storage, token: storage.beginSpan(name, parent: token))
    }

    /// The inside of the span, for closures, tasks and threads that begin others within it.
    @inlinable public var scope: SpanScope { SpanScope(storage: storage, token: token) }

    /// Ends the span now.
    @inlinable
    public consuming func end() {
        // The end of its life is its end: see `deinit`.
    }

    @inlinable
    deinit {
        storage?.endSpan(token)
    }
}
#endif
