public import TelemetryRecording

/// What is known of a run at one moment, its beginning or its end: what its documents are made from.
public struct RunMoment: Sendable {
    /// Ties the run's documents together.
    public let runId: RunIdentifier
    /// The start of the run.
    public let start: Timestamp
    /// The command that runs.
    public let command: Term
    /// Where it runs.
    public let platform: Platform
    /// How it ended; ``Outcome/unfinished`` at the beginning.
    public let outcome: Outcome
    /// The process's exit code; `nil` while unfinished.
    public let exitCode: Int?
    /// The signal that ended it.
    public let signal: SignalName?
    /// How long it took, by a monotonic clock; `nil` while unfinished.
    public let duration: Duration?
    /// How much of that recording itself took before the command began; `nil` while unfinished.
    public internal(set) var setup: Duration?
    /// What was recorded; `nil` while unfinished.
    public let recording: Recording?
    /// Makes the pseudonyms of this run.
    public let hasher: PseudonymHasher
    /// The resolved folder of the project, as the bytes to hash; `nil` outside a project.
    public let projectRoot: [UInt8]?
    /// The kinds of documents that this run has written so far, but for the `cli-command` document.
    public let documents: [String]
    /// An open directory on the file system that the run works on; `nil` where nothing is written.
    public let directory: CInt?
}

/// How a tool makes documents from what is known of a run and from its own facts.
public struct RunDocuments<Facts: Sendable>: Sendable {
    /// Makes the document that every run has: at its start, and once more, last of all, at its end.
    public let command: @Sendable (RunMoment, Facts) -> EncodedDocument
    /// Makes the others, once, at the end, in the order in which they are written.
    public let others: @Sendable (RunMoment, Facts) -> [EncodedDocument]

    /// Takes both.
    public init(
        command: @escaping @Sendable (RunMoment, Facts) -> EncodedDocument,
        others: @escaping @Sendable (RunMoment, Facts) -> [EncodedDocument] = { _, _ in [] }
    ) {
        self.command = command
        self.others = others
    }
}
