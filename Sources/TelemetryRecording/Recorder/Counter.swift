#if Telemetry
public import Synchronization

/// A counter that was looked up once, for places that count often: an addition costs one atomic instruction.
public struct Counter: Sendable {
    @usableFromInline let cell: CounterCell?

    @usableFromInline
    init(cell: CounterCell?) {
        self.cell = cell
    }

    /// Adds to the counter.
    @inlinable
    public func add(_ amount: Int = 1) {
        cell?.value.wrappingAdd(amount, ordering: .relaxed)
    }
}

/// Where a counter is kept.
@usableFromInline
final class CounterCell: Sendable {
    @usableFromInline let value = Atomic<Int>(0)

    init() {}
}
#endif
