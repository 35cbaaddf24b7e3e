#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
public import TelemetryRecording

/// When a run began, by both clocks: taken as early as possible, used only where the run is recorded.
public struct RunClock: Sendable {
    /// By the wall clock; it may be set while the run lasts, so nothing is measured with it.
    public let start: Timestamp
    /// The clock that durations are measured with.
    public let monotonic: RecorderClock
    /// By the monotonic clock.
    public let startNanoseconds: UInt64

    /// The present moment.
    public static func now() -> RunClock {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return RunClock(
            start: Timestamp(millisecondsSince1970: Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000))
    }

    /// A moment that a test chooses.
    public init(start: Timestamp, monotonic: RecorderClock = .monotonic) {
        self.start = start
        self.monotonic = monotonic
        startNanoseconds = monotonic.nanoseconds()
    }

    /// How long ago the run began.
    var elapsed: Duration { .nanoseconds(Int64(clamping: monotonic.nanoseconds() &- startNanoseconds)) }
}
