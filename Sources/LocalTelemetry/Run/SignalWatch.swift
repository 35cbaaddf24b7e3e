#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
internal import Synchronization

/// Waits in a thread of its own for a signal that would end the process, so that the run can be recorded before it does.
///
/// Threads of the concurrency run time block signals or do not, as they please, so that blocking them everywhere cannot
/// be relied on. Therefore a handler, wherever it runs, passes the signal on to the one thread that blocks it and waits
/// for it; that covers calls that block in a library, and SIGPIPE, which is sent to the thread that writes.
/// A signal that was ignored or handled before stays so.
final class SignalWatch: Sendable {
    /// What is called, on the watching thread, for the first signal.
    ///
    /// - Returns: Whether the signal is to end the process now.
    typealias Action = @Sendable (SignalName) -> Bool

    private struct State {
        var thread: pthread_t?
        var previous: [(signal: CInt, action: sigaction)] = []
        var isStopping = false
    }

    /// The watching thread, for the handler; 0 while there is none.
    private static let watcher = Atomic<UInt>(0)
    /// The signal that the handler has seen; 0 while none.
    private static let seen = Atomic<CInt>(0)

    private let state = Mutex(State())
    private let action: Action

    /// Whether a signal came that is going to end the process.
    static var hasSeenSignal: Bool { seen.load(ordering: .sequentiallyConsistent) != 0 }

    private init(_ action: @escaping Action) {
        self.action = action
    }

    /// Begins to watch; `nil` where somebody in this process watches already, or no thread can be had.
    static func start(_ action: @escaping Action) -> SignalWatch? {
        guard watcher.compareExchange(expected: 0, desired: .max, ordering: .sequentiallyConsistent).exchanged else {
            return nil
        }
        seen.store(0, ordering: .sequentiallyConsistent)
        let watch = SignalWatch(action)
        guard watch.makeThread() else {
            watcher.store(0, ordering: .sequentiallyConsistent)
            return nil
        }
        watch.installHandlers()
        return watch
    }

    /// Ends watching: signals do again what they did before.
    func stop() {
        restoreHandlers()
        let thread: pthread_t? = state.withLock { state in
            state.isStopping = true
            defer { state.thread = nil }
            return state.thread
        }
        guard let thread, pthread_equal(thread, pthread_self()) == 0 else { return }
        // Any of the signals wakes it; it sees that it is to stop.
        pthread_kill(thread, SIGHUP)
        pthread_join(thread, nil)
        Self.watcher.store(0, ordering: .sequentiallyConsistent)
    }

    // MARK: The watching thread

    private func makeThread() -> Bool {
        var signals = Self.signals
        var previous = sigset_t()
        // A thread begins with the mask of the one that makes it.
        unsafe pthread_sigmask(SIG_BLOCK, &signals, &previous)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
        let context = unsafe Unmanaged.passRetained(self)
        let opaque = unsafe context.toOpaque()
        var thread = pthread_t()
        let result = unsafe pthread_create(
            &thread, nil,
            { context in
                guard let context = unsafe context else { return nil }
                unsafe Unmanaged<SignalWatch>.fromOpaque(context).takeRetainedValue().watch()
                return nil
            }, opaque)
        guard result == 0 else {
            unsafe context.release()
            return false
        }
        state.withLock { $0.thread = thread }
        Self.watcher.store(UInt(thread), ordering: .sequentiallyConsistent)
        return true
    }

    private func watch() {
        var signals = Self.signals
        var number: CInt = 0
        while unsafe sigwait(&signals, &number) == 0 {
            if state.withLock({ $0.isStopping }) { return }
            guard let signal = SignalName(number: number) else { continue }
            // From here on a second signal ends the process at once, should recording take long; but for SIGPIPE,
            // which a command that goes on writing brings about again and again.
            restoreHandlers(but: SIGPIPE)
            guard action(signal) else { continue }
            Self.end(by: number)
        }
    }

    /// Ends the process as the signal would have.
    private static func end(by number: CInt) -> Never {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, number)
        var action = sigaction()
        unsafe sigaction(number, &action, nil)
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
        _exit(128 + number)
    }

    // MARK: Handlers

    private func installHandlers() {
        for signal in SignalName.allCases {
            var previous = sigaction()
            guard unsafe sigaction(signal.number, nil, &previous) == 0, Self.isDefault(previous) else { continue }
            var new = sigaction()
            unsafe new.__sigaction_handler.sa_handler = { number in
                // Only what is safe in a handler: two atomics and pthread_kill.
                let code = errno
                SignalWatch.seen.store(number, ordering: .sequentiallyConsistent)
                let watcher = SignalWatch.watcher.load(ordering: .sequentiallyConsistent)
                if watcher != 0, watcher != .max { pthread_kill(pthread_t(watcher), number) }
                errno = code
            }
            new.sa_flags = SA_RESTART
            unsafe sigemptyset(&new.sa_mask)
            guard unsafe sigaction(signal.number, &new, nil) == 0 else { continue }
            state.withLock { $0.previous.append((signal.number, previous)) }
        }
    }

    private func restoreHandlers(but kept: CInt? = nil) {
        let previous = state.withLock { state in
            let previous = state.previous.filter { $0.signal != kept }
            state.previous.removeAll { $0.signal != kept }
            return previous
        }
        for (signal, action) in previous {
            var action = action
            unsafe sigaction(signal, &action, nil)
        }
    }

    private static func isDefault(_ action: sigaction) -> Bool {
        unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 0
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in SignalName.allCases { unsafe sigaddset(&signals, signal.number) }
        return signals
    }
}
