/// What every document of a run says of the run itself, whatever the tool.
public struct Envelope: Sendable {
    /// Ties the run's documents together.
    public var runId: RunIdentifier
    /// The start of the run.
    public var timestamp: Timestamp
    /// The command that ran, of the tool's command vocabulary.
    public var command: Term
    /// How it ended.
    public var outcome: Outcome
    /// The process's exit code; `nil` while unfinished.
    public var exitCode: Int?
    /// The signal that ended it.
    public var signal: SignalName?
    /// How long it took, by a monotonic clock; `nil` while unfinished.
    public var duration: Duration?
    /// How much of that recording itself took before the command began; `nil` while unfinished.
    public var recording: Duration?
    /// Where it ran.
    public var platform: Platform
    /// What it failed with, where the tool can say.
    public var error: RunError?
    /// What was lost before a document was written; what its writing changes is added in the document.
    public var counts: EncodingCounts

    /// Makes the envelope of a run that has begun.
    public init(
        runId: RunIdentifier, timestamp: Timestamp, command: Term, platform: Platform, outcome: Outcome = .unfinished,
        exitCode: Int? = nil, signal: SignalName? = nil, duration: Duration? = nil, recording: Duration? = nil,
        error: RunError? = nil, counts: EncodingCounts = EncodingCounts()
    ) {
        self.runId = runId
        self.timestamp = timestamp
        self.command = command
        self.outcome = outcome
        self.exitCode = exitCode
        self.signal = signal
        self.duration = duration
        self.recording = recording
        self.platform = platform
        self.error = error
        self.counts = counts
    }

    /// Whether it succeeded; `nil` while unfinished.
    var success: Bool? { outcome == .unfinished ? nil : outcome == .success }
}

/// What a run failed with: closed codes, no text.
public struct RunError: Sendable {
    /// The diagnostic, of the tool's code vocabulary.
    public var code: Term
    /// The phase it arose in, of the tool's phase vocabulary.
    public var phase: Term?
    /// The database's SQLSTATE, of the tool's vocabulary of states.
    public var sqlState: Term?

    /// Makes an error.
    public init(code: Term, phase: Term? = nil, sqlState: Term? = nil) {
        self.code = code
        self.phase = phase
        self.sqlState = sqlState
    }
}
