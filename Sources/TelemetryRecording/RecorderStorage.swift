internal import Synchronization

/// What a recorder that is on writes into.
@usableFromInline
final class RecorderStorage: Sendable {
    @usableFromInline let clock: RecorderClock
    private let limits: RecorderLimits
    private let start: UInt64
    private let state: Mutex<State>

    private struct State {
        var recording = Recording()
    }

    init(clock: RecorderClock, limits: RecorderLimits) {
        self.clock = clock
        self.limits = limits
        start = clock.nanoseconds()
        state = Mutex(State())
    }

    /// The span's token, or -1 where it was dropped.
    @usableFromInline
    func beginSpan(_ name: StaticString) -> Int {
        let now = clock.nanoseconds() &- start
        return state.withLock { state in
            guard state.recording.spans.count < limits.spans else {
                state.recording.droppedSpans += 1
                return -1
            }
            state.recording.spans.append(.init(name: "\(name)", startNanoseconds: now, durationNanoseconds: nil))
            return state.recording.spans.count - 1
        }
    }

    @usableFromInline
    func endSpan(_ token: Int) {
        guard token >= 0 else { return }
        let now = clock.nanoseconds() &- start
        state.withLock { state in
            guard state.recording.spans[token].durationNanoseconds == nil else { return }
            state.recording.spans[token].durationNanoseconds = now &- state.recording.spans[token].startNanoseconds
        }
    }

    /// Whether the operation is slow enough to be kept by itself.
    @usableFromInline
    func endOperation(_ name: StaticString, nanoseconds: UInt64, rows: Int, failed: Bool) -> Bool {
        state.withLock { state in
            var own = state.recording.operations["\(name)"] ?? .init()
            own.count += 1
            own.failures += failed ? 1 : 0
            own.rows += rows
            own.totalNanoseconds &+= nanoseconds
            own.maxNanoseconds = max(own.maxNanoseconds, nanoseconds)
            own.histogram.add(Double(nanoseconds) / 1_000_000)
            state.recording.operations["\(name)"] = own
            let slowest = state.recording.slowest
            return slowest.count < limits.items || slowest[slowest.count - 1].nanoseconds < nanoseconds
        }
    }

    @usableFromInline
    func keepSlow(_ name: StaticString, nanoseconds: UInt64, rows: Int, _ subject: Subject) {
        state.withLock { state in
            let place = state.recording.slowest.firstIndex { $0.nanoseconds < nanoseconds }
            let item = Recording.SlowOperation(
                operation: "\(name)", nanoseconds: nanoseconds, rows: rows, subject: subject)
            state.recording.slowest.insert(item, at: place ?? state.recording.slowest.count)
            if state.recording.slowest.count > limits.items { state.recording.slowest.removeLast() }
        }
    }

    @usableFromInline
    func add(_ amount: Int, to counter: StaticString) {
        state.withLock { $0.recording.counters["\(counter)", default: 0] += amount }
    }

    @usableFromInline
    func wouldKeep(_ size: Int, in list: StaticString) -> Bool {
        state.withLock { state in
            guard let items = state.recording.largest["\(list)"], items.count >= limits.items else { return true }
            return items[items.count - 1].size < size
        }
    }

    @usableFromInline
    func keep(_ size: Int, in list: StaticString, _ subject: Subject) {
        state.withLock { state in
            var items = state.recording.largest["\(list)"] ?? []
            items.insert(.init(size: size, subject: subject), at: items.firstIndex { $0.size < size } ?? items.count)
            if items.count > limits.items { items.removeLast() }
            state.recording.largest["\(list)"] = items
        }
    }

    func recording() -> Recording {
        var recording = state.withLock { $0.recording }
        recording.elapsedNanoseconds = clock.nanoseconds() &- start
        return recording
    }
}
