#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
internal import Synchronization

/// The source of a recorder's time.
public struct RecorderClock: Sendable {
    @usableFromInline let source: ManualClock?

    /// The system's monotonic clock (`CLOCK_MONOTONIC`).
    public static let monotonic = RecorderClock(source: nil)

    /// A clock that a test moves.
    public static func manual(_ clock: ManualClock) -> RecorderClock {
        RecorderClock(source: clock)
    }

    init(source: ManualClock?) {
        self.source = source
    }

    /// Nanoseconds since an arbitrary point of the past; never goes back.
    public func nanoseconds() -> UInt64 {
        if let source { return source.nanoseconds }
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}

/// A clock for tests, which stands still until it is moved.
public final class ManualClock: Sendable {
    private let time = Atomic<UInt64>(0)

    /// Makes a clock that stands at zero.
    public init() {}

    /// The time in nanoseconds.
    public var nanoseconds: UInt64 { time.load(ordering: .relaxed) }

    /// Moves the clock forward; a negative duration moves nothing.
    public func advance(by duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        if nanoseconds > 0 { time.add(UInt64(nanoseconds), ordering: .relaxed) }
    }
}
