/// How an invocation ended.
public enum Outcome: String, Sendable, CaseIterable {
    /// It has not ended, or had no chance to say so: killed, out of memory, power lost.
    case unfinished
    /// Exit code 0.
    case success
    /// A check said no (exit code 4).
    case checkFailed
    /// Any other exit code.
    case failure
    /// Ended by a signal.
    case interrupted
}

/// The signals that end an invocation as ``Outcome/interrupted``.
public enum SignalName: String, Sendable, CaseIterable {
    case hangUp = "SIGHUP"
    case interrupt = "SIGINT"
    case brokenPipe = "SIGPIPE"
    case terminate = "SIGTERM"
}

/// How bad a diagnostic is.
public enum DiagnosticSeverity: String, Sendable, CaseIterable {
    case error, warning, note
}
