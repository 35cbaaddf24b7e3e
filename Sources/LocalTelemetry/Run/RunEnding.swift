/// How a run ends.
enum RunEnding: Sendable {
    /// The command returned or threw, and the process ends with that exit code.
    case exit(Int)
    /// A signal ends the process.
    case signal(SignalName)

    /// How the run ended.
    ///
    /// - Parameter checkFailedCode: The exit code by which the tool says that a check said no.
    /// - Returns: The outcome.
    func outcome(checkFailedCode: Int?) -> Outcome {
        switch self {
        case .exit(0): .success
        case .exit(let code): code == checkFailedCode ? .checkFailed : .failure
        case .signal: .interrupted
        }
    }

    /// As a shell reports it: that of a signal is 128 and the signal's number.
    var exitCode: Int {
        switch self {
        case .exit(let code): code & 0xFF
        case .signal(let signal): 128 + Int(signal.number)
        }
    }

    var signal: SignalName? {
        if case .signal(let signal) = self { signal } else { nil }
    }
}
