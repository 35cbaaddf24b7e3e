import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A piece of work that goes on beside its caller until its result is asked for.
///
/// Where there is one processor, or no thread can be started, it is done when it is asked for.
final class BackgroundWork<Value: Sendable>: Sendable {
    private let work: @Sendable () -> Value
    private let value = Mutex<Value?>(nil)
    private let thread = Mutex<pthread_t?>(nil)

    /// Begins it.
    ///
    /// - Parameters:
    ///   - isWorthwhile: Whether it takes longer than starting a thread for it.
    ///   - work: What is to be done.
    init(isWorthwhile: Bool = true, _ work: @escaping @Sendable () -> Value) {
        self.work = work
        guard isWorthwhile, Parallel.threadLimit > 1 else { return }
        let handle = Parallel.start { [self] in
            let result = work()
            value.withLock { $0 = result }
        }
        thread.withLock { $0 = handle }
    }

    deinit {
        if let thread = thread.withLock({ $0 }) { pthread_detach(thread) }
    }

    /// Waits for it; asked for once.
    func result() -> Value {
        if let thread = thread.withLock({ $0.take() }) { pthread_join(thread, nil) }
        return value.withLock { $0.take() } ?? work()
    }
}
