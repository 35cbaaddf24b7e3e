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

    /// The values that it was made from: envelope, the tool's part of it, and body; for tests.
    package let values: [any Sendable]

    init(kind: String, runId: RunIdentifier, timestamp: Timestamp, bytes: [UInt8], values: [any Sendable] = []) {
        self.values = values
        self.kind = kind
        self.runId = runId
        self.timestamp = timestamp
        self.bytes = bytes
    }
}
