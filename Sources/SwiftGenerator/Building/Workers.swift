#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
import Synchronization

/// Work on independent items, on as many threads as there are processors.
///
/// Threads and not tasks: the callers are synchronous, and starting the concurrency runtime costs more than a thread.
enum Workers {
    /// Calls the closure for each of `0..<count`, in any order.
    ///
    /// - Parameters:
    ///   - count: The number of items.
    ///   - least: Below this number of items no thread is started.
    ///   - body: The work; called from several threads at once.
    /// - Returns: The results in the order of the items.
    static func map<Result: Sendable>(
        _ count: Int, unlessFewerThan least: Int = 4, _ body: @escaping @Sendable (Int) -> Result
    ) -> [Result] {
        let processors = processorCount
        guard count >= least, processors > 1 else { return (0..<count).map(body) }
        let work = Work(count: count, body)
        let helpers = (1..<min(processors, count)).compactMap { _ in Helper(work.run) }
        work.run()
        for helper in helpers { helper.join() }
        return work.results()
    }

    /// The processors that this process may run on, at most 8.
    private static var processorCount: Int {
        min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}

/// Items that threads take one by one.
private final class Work<Result: Sendable>: Sendable {
    private let count: Int
    private let body: @Sendable (Int) -> Result
    private let next = Atomic<Int>(0)
    private let done: Mutex<[(Int, Result)]>

    init(count: Int, _ body: @escaping @Sendable (Int) -> Result) {
        self.count = count
        self.body = body
        done = Mutex([])
    }

    /// Takes items until there are none left.
    @Sendable
    func run() {
        var own: [(Int, Result)] = []
        while true {
            let item = next.add(1, ordering: .relaxed).oldValue
            guard item < count else { break }
            own.append((item, body(item)))
        }
        let finished = own
        done.withLock { $0.append(contentsOf: finished) }
    }

    /// All results in the order of the items, once every thread has come back.
    func results() -> [Result] {
        done.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// A thread that does one thing.
private struct Helper {
    private let thread: pthread_t

    /// Starts a thread; `nil` where the system has none to give, and then the others do its work.
    init?(_ body: @escaping @Sendable () -> Void) {
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread = pthread_t()
        #endif
        let box = unsafe Unmanaged.passRetained(Body(run: body))
        let code = unsafe pthread_create(&thread, nil, runBody, box.toOpaque())
        guard code == 0 else {
            unsafe box.release()
            return nil
        }
        #if canImport(Darwin)
        guard let thread else { return nil }
        #endif
        self.thread = thread
    }

    func join() {
        _ = pthread_join(thread, nil)
    }
}

/// What a thread does, in a form that can be handed over as a pointer.
private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}

#if canImport(Darwin)
private func runBody(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
    return nil
}
#else
private func runBody(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    // The box that was handed over: never missing.
    if let argument = unsafe argument { unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
    return nil
}
#endif
