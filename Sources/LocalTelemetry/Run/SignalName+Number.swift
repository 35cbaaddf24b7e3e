#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SignalName {
    /// The system's number of the signal.
    var number: CInt {
        switch self {
        case .hangUp: SIGHUP
        case .interrupt: SIGINT
        case .brokenPipe: SIGPIPE
        case .terminate: SIGTERM
        }
    }

    /// The signal of that number.
    init?(number: CInt) {
        guard let signal = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = signal
    }
}
