package import LocalTelemetry

/// All documents of one run.
package struct RunRecord: Sendable {
    /// A document with the file it stands in.
    package struct Entry: Sendable {
        /// The document.
        package var document: TelemetryDocument
        /// Its file.
        package var path: String

        /// Makes an entry.
        package init(document: TelemetryDocument, path: String) {
            self.document = document
            self.path = path
        }
    }

    /// The run.
    package let runId: RunIdentifier
    /// Its documents, in the order in which the catalogue lists their kinds.
    package internal(set) var entries: [Entry]

    /// Makes a run of its documents, of which there is at least one.
    package init(runId: RunIdentifier, entries: [Entry]) {
        precondition(!entries.isEmpty, "a run without documents")
        self.runId = runId
        self.entries = entries
    }

    /// The document that says most of the run itself: that of the invocation where there is one.
    package var main: TelemetryDocument { entries[0].document }

    /// The start of the run.
    package var timestamp: Timestamp { main.timestamp }

    /// The command that ran.
    package var command: String { main.command }

    /// How it ended.
    package var outcome: Closed<Outcome> { main.outcome }

    /// The document of a kind.
    package func document(_ kind: String) -> TelemetryDocument? {
        entries.first { $0.document.kind == kind }?.document
    }
}
