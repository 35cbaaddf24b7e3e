import Synchronization

/// Who is told of each call of a generated query: a logger, metrics, a tracer. Without one, a call costs a branch more.
///
/// ```swift
/// QueryObserver.install { event in
///     logger.debug("\(event.query): \(event.rowCount) rows in \(event.duration)")
/// }
/// ```
///
/// The observer is called after each call, on the thread that executed it, within the database access: it should be quick,
/// and must not use the database.
public enum QueryObserver: Sendable {
    private static let isInstalled = Atomic<Bool>(false)
    private static let observer = Mutex<(@Sendable (QueryEvent) -> Void)?>(nil)

    /// Installs the observer of this process in place of the one before; `nil` removes it. Calls under way may be told of
    /// to either.
    public static func install(_ observer: (@Sendable (QueryEvent) -> Void)?) {
        self.observer.withLock { $0 = observer }
        isInstalled.store(observer != nil, ordering: .releasing)
    }

    /// The observer, if there is one.
    package static var current: (@Sendable (QueryEvent) -> Void)? {
        guard isInstalled.load(ordering: .acquiring) else { return nil }
        return observer.withLock(\.self)
    }
}
