import Foundation
import TelemetryRecording
import TestSupport
import Testing
import XtraqDocuments

@testable import LocalTelemetry

/// However long a run and however large a project: memory and documents stay small, and nothing offered goes uncounted.
@Suite struct BoundedTests {
    /// The process's largest resident size so far.
    private static func peakBytes() -> Int {
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }

    /// In a process of its own, so that its memory is the recorder's: 8 MB at most for a million spans, 100,000
    /// procedures, each with operation, counter and item.
    @Test func aHugeRunTakesBoundedMemory() async {
        await #expect(processExitsWith: .success) {
            let recorder = Recorder()
            recorder.span("warm").end()
            recorder.operation("prepare").end(Subject(name: "warm"))
            let before = Self.peakBytes()
            for _ in 0..<1_000_000 { recorder.span("span").end() }
            for index in 0..<100_000 {
                recorder.operation("prepare").end(rows: 1, Subject(name: "main.query\(index)", text: "SELECT \(index)"))
                recorder.item("build.largest", size: index, Subject(name: "file\(index)", category: "procedures"))
                recorder.add(to: "snapshot.objects.procedures")
            }
            let grown = Self.peakBytes() - before
            precondition(grown < 8_000_000, "the recorder took \(grown) bytes")
            guard let recording = recorder.recording() else { fatalError("nothing was recorded") }
            precondition(recording.spans.count + recording.droppedSpans == 1_000_001, "spans are uncounted")
            precondition(recording.operations["prepare"]?.count == 100_001, "operations are uncounted")
            precondition(recording.offeredItems["build.largest"] == 100_000, "items are uncounted")
            precondition(recording.counters["snapshot.objects.procedures"] == 100_000, "counts are uncounted")
        }
    }

    /// The documents of such a run: 16 kB each.
    @Test func aHugeRunMakesSmallDocuments() throws {
        let catalogue = XtraqCatalogue(version: Version(1, 0, 0), commands: Vocabulary(["run"]))
        let clock = ManualClock()
        let recorder = Recorder(clock: .manual(clock))
        let seed = Effort.seed
        var generator = SeededGenerator(seed: seed)
        for phase in ["snapshot.plan", "snapshot.read", "snapshot.analyse", "build.render", "build.write"]
            as [StaticString]
        {
            recorder.span(phase) { clock.advance(by: .milliseconds(10)) }
        }
        for index in 0..<100_000 {
            let operation = recorder.operation(index % 2 == 0 ? "prepare" : "explain")
            clock.advance(by: .microseconds(Int.random(in: 1...5_000_000, using: &generator)))
            operation.end(rows: index, failed: index % 3 == 0, Subject(name: "main.q\(index)", text: "SELECT \(index)"))
            recorder.item("build.largest", size: index, Subject(name: "f\(index)", category: "procedures"))
        }
        for _ in 0..<5000 { recorder.span("snapshot.read").end() }
        let moment = RunMoment(
            runId: RunIdentifier(high: 1, low: 2), start: Timestamp(millisecondsSince1970: 0), command: .other,
            platform: .current(), outcome: .success, exitCode: 0, signal: nil, duration: .seconds(1),
            recording: recorder.recording(), hasher: PseudonymHasher(key: .random()), projectRoot: Array("/p".utf8),
            documents: [], directory: nil)
        var facts = XtraqFacts()
        facts.filter = (0..<10_000).map { "q\($0)" }
        let documents = catalogue.documents.others(moment, facts) + [catalogue.documents.command(moment, facts)]
        #expect(documents.count == 4)
        for document in documents {
            #expect(document.bytes.count < 24_000, "\(document.kind): \(document.bytes.count)")
        }
    }
}
