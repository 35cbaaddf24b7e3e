import Diagnostics
import Foundation
import LocalTelemetry
import TelemetryRecording
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

/// The `cli-command` document, and what every document says of the run.
@Suite struct CommandDocumentTests {
    @Test func saysNothingOfItsEndAtTheStart() throws {
        var run = RecordedRun()
        run.facts.switches.verbose = true
        let documents = try run.documents(outcome: .unfinished, exitCode: nil)
        #expect(documents.count == 1)
        let values = try #require(documents["cli-command"]).values
        #expect(values["outcome"]?.text == "unfinished")
        #expect(values["resources"] == nil)
        #expect(values["durationMs"] == nil)
        #expect(values["verbose"]?.isTrue == true)
    }

    @Test func tellsPhasesSwitchesAndWhatWasFound() throws {
        var run = RecordedRun()
        run.facts.switches.noCache = true
        run.facts.filter = ["b.*", "a.*", "b.*"]
        run.facts.given = InitGiven(module: true, connection: false, schemas: false, force: true)
        run.facts.count([
            Finding(.configurationPassword, "secret text"), Finding(.filterNoMatch, "secret text"),
            Finding(.filterNoMatch, "other text"),
        ])
        run.phase("run.configuration", 3)
        run.phase("run.configuration", 4)
        run.phase("run.snapshot", 20)
        let documents = try run.documents(outcome: .failure, exitCode: 1)
        let values = try #require(documents["cli-command"]).values
        #expect(values["phases"]?.items.compactMap { $0["durationMs"]?.number } == [7, 20])
        #expect(values["error"]?["code"]?.text == "XQ0502")
        #expect(values["error"]?["phase"]?.text == "snapshot")
        #expect(values["success"]?.isTrue == false)
        let diagnostics = values["diagnostics"]?.items ?? []
        #expect(diagnostics.compactMap { $0["code"]?.text } == ["XQ0007", "XQ0502"])
        #expect(diagnostics.compactMap { $0["count"]?.integer } == [1, 2])
        #expect(values["given"]?["force"]?.isTrue == true)
        #expect(values["noCache"]?.isTrue == true)
        #expect((values["resources"]?["peakMemoryBytes"]?.integer ?? 0) > 1_000_000)
        #expect((values["resources"]?["availableParallelism"]?.integer ?? 0) >= 1)
        #expect(values["documents"]?.items.compactMap(\.text) == ["snapshot", "build", "summary"])
        guard case .pseudonym("filter", _) = values["procedureFilterHash"],
            case .pseudonym("path", _) = values["projectRootHash"]
        else {
            Issue.record("no pseudonyms")
            return
        }
    }

    @Test func writesOnlyPublishedStates() throws {
        var run = RecordedRun()
        run.facts.error = .filterNoMatch
        run.facts.sqlState = "23505"
        let known = try #require(try run.documents(outcome: .failure, exitCode: 3)["cli-command"]).values
        #expect(known["error"]?["sqlState"]?.text == "23505")
        run.facts.sqlState = "ZZZZ9"
        let unknown = try #require(try run.documents(outcome: .failure, exitCode: 3)["cli-command"]).values
        #expect(unknown["error"]?["sqlState"]?.text == "other")
        #expect(unknown["recorder"]?["otherValues"]?.integer == 1)
    }

    @Test func aRunThatSucceededHasNoError() throws {
        var run = RecordedRun()
        run.facts.error = .filterNoMatch
        #expect(try run.documents()["cli-command"]?.values["error"] == nil)
    }

    /// However much a run does, its documents stay small: aggregates, and the 25 slowest or largest.
    @Test func documentsStaySmallHoweverLongTheRun() throws {
        let seed: UInt64 = 0x51AE
        var generator = SeededGenerator(seed: seed)
        let run = RecordedRun()
        run.phase("snapshot.analyse", 0) {
            for index in 0..<20_000 {
                // From microseconds to seconds: as wide as the durations of real statements.
                let microseconds = Int(exp(Double.random(in: 3...8, using: &generator)))
                run.operation(
                    "prepare", microseconds: microseconds, Subject(name: "main.q\(index)", text: "SELECT \(index)"))
                run.operation("columnMetadata", microseconds: microseconds / 10 + 1)
            }
        }
        run.phase("build.render", 1)
        for index in 0..<5000 {
            run.recorder.item(
                "build.largest", size: index, Subject(name: "Queries/q\(index).swift", category: "procedures"))
        }
        let made = RecordedRun.catalogue.documents
        let documents = made.others(try run.moment(), run.facts)
        for encoded in documents {
            let document = try RecordedRun.read(encoded)
            #expect((document.values["slowest"]?.items.count ?? 25) == 25)
            #expect((document.values["largest"]?.items.count ?? 25) == 25)
            #expect(encoded.bytes.count < 16_000, "\(encoded.kind), seed \(seed)")
        }
    }

    /// Every name that the tool's sources record is one that a document is made from.
    @Test func knowsEveryNameThatTheSourcesRecord() throws {
        let known = RecordedNames.spans.union(RecordedNames.operations).union(RecordedNames.counters)
            .union(RecordedNames.lists)
        let prefixed = try Regex("\"((?:run|snapshot|build)\\.[A-Za-z.]+)\"", as: (Substring, Substring).self)
        let operation = try Regex("operation\\(\"([A-Za-z.]+)\"\\)", as: (Substring, Substring).self)
        var found = 0
        for target in ["SnapshotModel", "SQLiteEngine", "SwiftGenerator", "Project", "xtraq"] {
            let folder = URL(fileURLWithPath: Repository.path("Sources/\(target)"))
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard file.pathExtension == "swift" else { continue }
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: prefixed) + text.matches(of: operation) {
                    let name = String(match.output.1)
                    guard !name.hasSuffix(".json") else { continue }
                    found += 1
                    let isKnown = known.contains(name)
                    #expect(isKnown, "\(name) in \(file.lastPathComponent)")
                }
            }
        }
        #expect(found > 20)
    }
}
