import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Work spread over the processors, without a run loop or a pool.
package enum Parallel {
    /// How many threads work at most.
    package static let threadLimit = max(1, min(4, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

    /// How many threads are worth it for that many pieces of work.
    package static func threadCount(for count: Int, minimumPerThread: Int) -> Int {
        max(1, min(threadLimit, count / max(1, minimumPerThread)))
    }

    /// Transforms every element; the results stand in the order of the elements.
    package static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], minimumPerThread: Int, _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        let threads = threadCount(for: elements.count, minimumPerThread: minimumPerThread)
        guard threads > 1 else { return elements.map(transform) }
        let next = Atomic<Int>(0)
        let results = Mutex<[Result?]>(Array(repeating: nil, count: elements.count))
        run(threads: threads) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < elements.count else { return }
                let result = transform(elements[index])
                results.withLock { $0[index] = result }
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Runs `body` once on each of several threads, the calling one among them, and waits for all.
    ///
    /// Where a thread cannot be started, its share is run on the calling one afterwards.
    package static func run(threads: Int, _ body: @Sendable (_ thread: Int) -> Void) {
        withoutActuallyEscaping(body) { body in
            var started: [pthread_t] = []
            var left: [Int] = []
            for thread in 1..<max(1, threads) {
                if let handle = start({ body(thread) }) { started.append(handle) } else { left.append(thread) }
            }
            body(0)
            for thread in left { body(thread) }
            for handle in started { pthread_join(handle, nil) }
        }
    }

    /// Starts a thread, which is to be joined or detached; `nil` where none can be had.
    static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
        let job = unsafe Unmanaged.passRetained(Job(body))
        var handle = pthread_t()
        let status = unsafe pthread_create(&handle, nil, { unsafe runJob($0) }, job.toOpaque())
        if status != 0 { unsafe job.release() }
        return status == 0 ? handle : nil
    }
}

/// What a thread is started with.
private final class Job: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}

private func runJob(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument = unsafe argument { unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body() }
    return nil
}
