import Diagnostics
import LocalTelemetry
import TelemetryRecording
import TelemetryReport
import TestSupport
import XtraqDocuments

/// The catalogue that the tests speak of: Xtraq's own, with a fixed list of commands.
let xtraq = XtraqCatalogue(
    version: Version(1, 4, 2), commands: Vocabulary(["run", "init", "snapshot", "build", "version", "telemetry-list"]))

let reader = DocumentReader(xtraq.kinds.descriptions)

/// Documents that tests lay into folders.
enum Samples {
    /// The documents of the catalogue's examples: one run with all four kinds.
    static var examples: [EncodedDocument] {
        xtraq.kinds.kinds.compactMap { $0.example() }
    }

    /// A `cli-command` document of a run of one's own.
    static func command(
        run: UInt64, minute: Int, command: String = "build", outcome: Outcome = .success, exitCode: Int? = 0,
        signal: SignalName? = nil, duration: Duration? = .milliseconds(12), error: RunError? = nil
    ) -> EncodedDocument {
        let vocabularies = xtraq.tool.vocabularies
        let envelope = Envelope(
            runId: RunIdentifier(high: run << 32, low: run),
            timestamp: Timestamp(millisecondsSince1970: 1_772_439_342_307 + minute * 60_000),
            command: vocabularies.commands.term(named: command),
            platform: Platform(
                runtimeIdentifier: Closed(.linuxX64), operatingSystem: Closed(.debian),
                operatingSystemVersion: Version(12)),
            outcome: outcome, exitCode: exitCode, signal: signal, duration: duration, error: error)
        let phase = Phase(
            name: vocabularies.phases.term(RunPhase.configuration), start: .milliseconds(1), duration: .milliseconds(3))
        return xtraq.tool.encode(
            CommandBody(phases: outcome == .unfinished ? [] : [phase], given: XtraqCommand()), as: xtraq.command,
            envelope: envelope, extras: Switches())
    }

    /// Lays documents into a folder, under the names that a run gives them.
    @discardableResult
    static func write(_ documents: [EncodedDocument], to folder: TemporaryFolder, suffix: String = "") throws
        -> [String]
    {
        try documents.map { document in
            let name =
                "\(document.kind)-\(document.timestamp.fileNameText)-\(document.runId.shortText).json\(suffix)"
            return try folder.write(name, String(decoding: document.bytes, as: UTF8.self))
        }
    }
}
