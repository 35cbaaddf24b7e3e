import Foundation

/// A process begins with the signal mask of the thread that makes it, and threads of the test runner block all.
public func withoutBlockedSignals<Result>(_ body: () throws -> Result) rethrows -> Result {
    var (none, previous) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &previous)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
    return try body()
}
