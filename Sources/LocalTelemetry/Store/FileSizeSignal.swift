#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A limit of file sizes (`ulimit -f`) ends a process that writes beyond it by SIGXFSZ; a run must not end because it is
/// recorded.
enum FileSizeSignal {
    /// Does something during which writing beyond the limit is an error (`EFBIG`) like any other.
    static func held(_ body: () throws(SystemError) -> Void) throws(SystemError) {
        var signals = sigset_t()
        var previous = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGXFSZ)
        guard unsafe pthread_sigmask(SIG_BLOCK, &signals, &previous) == 0 else { return try body() }
        defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
        do {
            try body()
        } catch {
            if error.code == EFBIG, unsafe sigismember(&previous, SIGXFSZ) == 0 { takeBack(&signals) }
            throw error
        }
    }

    /// The signal waits for this thread: it is taken before it can be delivered.
    private static func takeBack(_ signals: inout sigset_t) {
        #if os(Linux)
        var now = timespec()
        _ = unsafe sigtimedwait(&signals, nil, &now)
        #else
        var pending = sigset_t()
        var number: CInt = 0
        if unsafe sigpending(&pending) == 0, unsafe sigismember(&pending, SIGXFSZ) == 1 {
            unsafe sigwait(&signals, &number)
        }
        #endif
    }
}
