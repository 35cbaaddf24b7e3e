package import LocalTelemetry

/// One document that has been read.
package struct TelemetryDocument: Sendable {
    /// Its kind.
    package var kind: String
    /// The version of its schema.
    package var schemaVersion: Int
    /// The run it is about.
    package var runId: RunIdentifier
    /// The start of that run.
    package var timestamp: Timestamp
    /// All its members that the catalogue knows, in the order of the document.
    package var values: DocumentValue
    /// What could not be taken.
    package var notes: ReadingNotes

    /// How the run ended, as this document knows it.
    package var outcome: Closed<Outcome> { values["outcome"]?.text.map { Closed(named: $0) } ?? .other }
    /// The command that ran.
    package var command: String { values["command"]?.text ?? "other" }
    /// How long the run took, in milliseconds.
    package var durationMs: Double? { values["durationMs"]?.number }
}
