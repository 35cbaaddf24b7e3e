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
    /// Where it stands in the bundle that it comes from; `nil` on disk.
    package var bundled: Bundled?

    /// How the run ended, as this document knows it.
    package var outcome: Closed<Outcome> { values["outcome"]?.text.map { Closed(named: $0) } ?? .other }
    /// The command that ran.
    package var command: String { values["command"]?.text ?? "other" }
    /// How long the run took, in milliseconds.
    package var durationMs: Double? { values["durationMs"]?.number }

    /// How people name its run: by the first digits, or in a bundle by its ordinal.
    package var runName: String { bundled.map { String($0.ordinal) } ?? runId.shortText }

    /// What a bundle tells of run and time.
    package struct Bundled: Sendable, Equatable {
        /// The bundle's identifier, 32 hex digits.
        package let bundle: String
        /// The bundle's level.
        package let level: RedactionLevel
        /// Which of the bundle's runs.
        package let ordinal: Int
        /// Minutes (`standard`) or days (`strict`) from the bundle's first run.
        package let elapsed: Int

        init?(_ bundle: String, _ values: DocumentValue, _ level: RedactionLevel?) {
            guard let level, let ordinal = values["runId"]?.integer, let elapsed = values["timestampUtc"]?.integer
            else {
                return nil
            }
            self.bundle = bundle
            self.level = level
            self.ordinal = ordinal
            self.elapsed = elapsed
        }

        /// An identifier and a time that put runs of one bundle apart and in order; neither was ever anywhere else.
        var start: (RunIdentifier, Timestamp)? {
            guard let high = UInt64(bundle.prefix(16), radix: 16) else { return nil }
            let unit = level == .standard ? 60_000 : 86_400_000
            return (
                RunIdentifier(high: high, low: UInt64(ordinal)),
                Timestamp(millisecondsSince1970: max(0, elapsed) * unit + min(ordinal, unit - 1))
            )
        }
    }
}
