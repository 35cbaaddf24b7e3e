import Diagnostics
import TelemetryRecording
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@testable import LocalTelemetry

/// A run that a test plays to the recorder, and the documents that come of it, read again and held against the schema.
struct RecordedRun {
    static let catalogue = XtraqCatalogue(
        version: Version(1, 4, 2), commands: Vocabulary(["run", "init", "snapshot", "build"]))

    let clock = ManualClock()
    let recorder: Recorder
    var facts = XtraqFacts()

    init() {
        recorder = Recorder(clock: .manual(clock))
    }

    /// A phase that takes some time.
    func phase(_ name: StaticString, _ milliseconds: Int, _ body: () -> Void = {}) {
        recorder.span(name) {
            body()
            clock.advance(by: .milliseconds(milliseconds))
        }
    }

    /// An operation that takes some time.
    func operation(
        _ name: StaticString, microseconds: Int, rows: Int = 0, failed: Bool = false, _ subject: Subject = Subject()
    ) {
        let operation = recorder.operation(name)
        clock.advance(by: .microseconds(microseconds))
        operation.end(rows: rows, failed: failed, subject)
    }

    /// The documents by kind.
    func documents(outcome: Outcome = .success, exitCode: Int? = 0) throws -> [String: TelemetryDocument] {
        let run = try moment(outcome: outcome, exitCode: exitCode)
        var documents: [String: TelemetryDocument] = [:]
        let made = Self.catalogue.documents
        for encoded in made.others(run, facts) + [made.command(run, facts)] {
            documents[encoded.kind] = try Self.read(encoded)
        }
        return documents
    }

    static func read(_ encoded: EncodedDocument) throws -> TelemetryDocument {
        let descriptions = catalogue.kinds.descriptions
        let description = try #require(descriptions.first { $0.kind == encoded.kind })
        let violations = try SchemaValidator.shared.violations(of: encoded.bytes, schema: description.schema())
        #expect(violations == [], "\(encoded.kind)")
        let document = try DocumentReader(descriptions).read(encoded.bytes)
        #expect(document.notes.isWhole)
        return document
    }

    /// What is known of the run at its end, or at its start.
    func moment(outcome: Outcome = .success, exitCode: Int? = 0) throws -> RunMoment {
        RunMoment(
            runId: RunIdentifier(high: 1, low: 2), start: Timestamp(millisecondsSince1970: 1_772_439_342_307),
            command: Self.catalogue.tool.vocabularies.commands.term(named: "run"), platform: .current(),
            outcome: outcome, exitCode: exitCode, signal: nil,
            duration: outcome == .unfinished ? nil : .milliseconds(500),
            recording: outcome == .unfinished ? nil : recorder.recording(),
            hasher: PseudonymHasher(key: try #require(TelemetryKey(Array(0..<32)))),
            projectRoot: Array("/project".utf8),
            documents: ["snapshot", "build", "summary"], directory: nil)
    }
}
