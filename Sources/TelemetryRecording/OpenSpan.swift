/// A span that has begun and not yet ended.
public struct OpenSpan: ~Copyable, Sendable {
    @usableFromInline let storage: RecorderStorage?
    @usableFromInline let token: Int

    @inlinable
    init(storage: RecorderStorage?, token: Int) {
        self.storage = storage
        self.token = token
    }

    /// Ends the span now; ending it again changes nothing.
    @inlinable
    public func end() {
        storage?.endSpan(token)
    }

    @inlinable
    deinit {
        storage?.endSpan(token)
    }
}
