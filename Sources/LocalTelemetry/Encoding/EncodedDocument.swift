/// A document as it will stand on disk. Only a catalogue makes one, so nothing that is in no catalogue can be written.
public struct EncodedDocument: Sendable {
    /// Its kind: the first part of the file's name.
    public let kind: String
    /// The run it is about.
    public let runId: RunIdentifier
    /// The start of that run.
    public let timestamp: Timestamp
    /// UTF-8, ends in a newline.
    public let bytes: [UInt8]

    init(kind: String, runId: RunIdentifier, timestamp: Timestamp, bytes: [UInt8]) {
        self.kind = kind
        self.runId = runId
        self.timestamp = timestamp
        self.bytes = bytes
    }
}
