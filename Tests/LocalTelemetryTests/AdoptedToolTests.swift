import LocalTelemetry
import LocalTelemetryTesting
import TelemetryRecording
import Testing

/// Tools that are described by what is their own.
@Suite struct AdoptedToolTests {
    private enum Step: String, CaseIterable, Sendable { case load, save }
    private enum Trouble: String, CaseIterable, Sendable { case notFound }

    private struct Facts: Sendable {
        var trouble: Trouble?
        var isDry = false
    }

    private struct Extras: Sendable { var isDry: Bool }
    private struct Body: Sendable { var steps: Int }

    private static let minimal = TelemetryTool(
        name: "mytool", version: Version(1, 0), folder: ".mytool", commands: Vocabulary(["run"]))

    private static let whole = TelemetryTool(
        name: "mytool", version: Version(2, 1), schemaVersion: 4, folder: ".mytool",
        commands: Vocabulary(["run", "load"]),
        phases: Vocabulary(Step.self), facts: Facts(), errors: ToolErrors(\.trouble), checkFailedCode: 9,
        extras: ToolExtras(examples: [Extras(isDry: true)], [.flag("dryRun", \.isDry, "Whether --dry-run was given.")])
        {
            _, facts in Extras(isDry: facts.isDry)
        },
        documents: [
            ToolDocument(
                DocumentType<Body>(
                    kind: "steps", version: 7, purpose: "The steps of a run.", examples: [Body(steps: 2)],
                    [.count("steps", \.steps, "How many.")])
            ) { moment, _ in moment.recording.map { Body(steps: $0.spans.count) } }
        ])

    @Test func haveCataloguesThatAreInOrder() {
        #expect(Self.minimal.catalogue.objections == [])
        #expect(Self.whole.catalogue.objections == [])
    }

    @Test func writeTheirOwnNameVersionAndSchemas() throws {
        let test = try TelemetryTest(Self.whole, command: "load")
        test.run.note { $0.isDry = true }
        test.run.recorder.span("load") { load in load.span("inner") { test.clock.advance(by: .milliseconds(3)) } }
        test.run.recorder.span("unheard") {}
        test.end(exitCode: 9)
        #expect(test.kinds == ["cli-command", "steps"])
        let command = try #require(test.text(of: "cli-command"))
        for line in ["\"schemaVersion\": 4,", "\"tool\": \"mytool\",", "\"version\": \"2.1\",", "\"dryRun\": true,"] {
            #expect(command.contains(line), "\(line)")
        }
        #expect(try #require(test.text(of: "steps")).contains("\"schemaVersion\": 7,"))
        #expect(test.recorded(\Body.steps) == [3])
        #expect(test.recorded(\Extras.isDry) == [true, true])
        #expect(test.recorded(\Envelope.outcome) == [.checkFailed, .checkFailed])
        // Only spans that lie in no other are phases; a name that nobody declared is `other`.
        let phases = try #require(test.recorded(\CommandBody<NoFields>.phases).first)
        #expect(phases.map(\.name.text) == ["load", "other"])
        #expect(phases.first?.duration == .milliseconds(3))
    }

    @Test func sayWhatTheyFailedWith() throws {
        let test = try TelemetryTest(Self.whole)
        test.run.recorder.span("save") {}
        test.run.note { $0.trouble = .notFound }
        #expect(test.kinds == ["cli-command"], "the start is on record")
        #expect(test.recorded(\Envelope.outcome) == [.unfinished])
        test.end(exitCode: 1)
        #expect(test.errors(\.code.text) == ["notFound"])
        #expect(test.errors(\.phase?.text) == ["save"])
    }

    @Test func countWhatTheyHaveNoWordsFor() throws {
        let test = try TelemetryTest(Self.minimal)
        test.run.recorder.span("load") {}
        test.end()
        #expect(test.recorded(\Envelope.counts.droppedAttributes) == [1])
        #expect(test.errors(\.code).isEmpty)
    }
}
