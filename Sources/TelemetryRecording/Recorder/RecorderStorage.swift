#if Telemetry
internal import Synchronization

/// What a recorder that is on writes into.
///
/// One lock around one value: the critical sections are short, call nothing outside this module and, once a name is
/// known, allocate nothing but the growth of arrays that have an upper limit.
@usableFromInline
final class RecorderStorage: Sendable {
    /// The token of a span that is not there: dropped, or no parent.
    @usableFromInline static var noSpan: Int { -1 }
    /// What ``endOperation(_:start:rows:failed:)`` answers where the operation need not be kept by itself.
    @usableFromInline static var notAmongSlowest: UInt64 { .max }

    @usableFromInline let clock: RecorderClock
    private let limits: RecorderLimits
    private let start: UInt64
    private let state: Mutex<RecorderState>

    init(clock: RecorderClock, limits: RecorderLimits, start: UInt64?) {
        self.clock = clock
        self.limits = limits
        self.start = start ?? clock.nanoseconds()
        state = Mutex(RecorderState())
    }

    /// The span's token, or ``noSpan`` where it was dropped.
    @usableFromInline
    @inline(never)
    func beginSpan(_ name: StaticString, parent: Int) -> Int {
        let now = clock.nanoseconds() &- start
        return state.withLock { state in
            guard state.spans.count < limits.spans else {
                state.droppedSpans += 1
                return Self.noSpan
            }
            state.spans.append(.init(name: name, start: now, parent: parent))
            return state.spans.count - 1
        }
    }

    @usableFromInline
    @inline(never)
    func endSpan(_ token: Int) {
        guard token >= 0 else { return }
        let now = clock.nanoseconds() &- start
        state.withLock { $0.spans[token].end(at: now) }
    }

    /// The operation's duration where it is slow enough to be kept by itself, else ``notAmongSlowest``.
    @usableFromInline
    @inline(never)
    func endOperation(_ name: StaticString, start: UInt64, rows: Int, failed: Bool) -> UInt64 {
        let duration = clock.nanoseconds() &- start
        let bucket = duration == 0 ? nil : Histogram.index(of: Double(duration) / 1_000_000)
        return state.withLock { state in
            guard let place = state.operations.place(of: name, atMost: limits.names) else {
                state.droppedOperations += 1
                return Self.notAmongSlowest
            }
            state.operations.values[place].add(duration, bucket: bucket, rows: rows, failed: failed)
            let keeps = state.operations.values[place].slowest.wouldKeep(duration, atMost: limits.items)
            return keeps ? duration : Self.notAmongSlowest
        }
    }

    @usableFromInline
    @inline(never)
    func keepSlow(_ name: StaticString, nanoseconds: UInt64, rows: Int, _ subject: Subject) {
        state.withLock { state in
            guard let place = state.operations.place(of: name, atMost: limits.names) else { return }
            state.operations.values[place].slowest.keep((rows, subject), nanoseconds, atMost: limits.items)
        }
    }

    @usableFromInline
    @inline(never)
    func add(_ amount: Int, to name: StaticString) {
        cell(of: name)?.value.wrappingAdd(amount, ordering: .relaxed)
    }

    /// Where the counter of that name is kept; `nil` where there are too many names.
    @usableFromInline
    @inline(never)
    func cell(of name: StaticString) -> CounterCell? {
        state.withLock { state in
            guard let place = state.counters.place(of: name, atMost: limits.names) else {
                state.droppedCounts += 1
                return nil
            }
            return state.counters.values[place].cell
        }
    }

    @usableFromInline
    @inline(never)
    func observe(_ value: Double, in name: StaticString) {
        state.withLock { state in
            guard let place = state.histograms.place(of: name, atMost: limits.names) else {
                state.droppedObservations += 1
                return
            }
            state.histograms.values[place].add(value)
        }
    }

    @usableFromInline
    @inline(never)
    func wouldKeep(_ size: Int, in list: StaticString) -> Bool {
        state.withLock { state in
            guard let place = state.lists.place(of: list, atMost: limits.names) else {
                state.droppedItems += 1
                return false
            }
            state.lists.values[place].offered += 1
            return state.lists.values[place].largest.wouldKeep(size, atMost: limits.items)
        }
    }

    @usableFromInline
    @inline(never)
    func keep(_ size: Int, in list: StaticString, _ subject: Subject) {
        state.withLock { state in
            guard let place = state.lists.place(of: list, atMost: limits.names) else { return }
            state.lists.values[place].largest.keep(subject, size, atMost: limits.items)
        }
    }

    func recording() -> Recording {
        let elapsed = clock.nanoseconds() &- start
        // The copy is made under the lock, its translation outside of it.
        let copy = state.withLock { $0 }
        return copy.recording(elapsed: elapsed)
    }
}
#endif
