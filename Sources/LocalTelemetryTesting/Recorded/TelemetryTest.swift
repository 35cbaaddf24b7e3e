#if DEBUG && Telemetry
public import LocalTelemetry
public import TelemetryRecording

/// A recorded run of a tool within a test: in memory, by a clock that stands still, with a key that is the same in every
/// test.
///
/// ```swift
/// let test = try TelemetryTest(Logstat.telemetryTool, command: "summary")
/// try Summary.parse(["access.log"]).run(test.run)
/// test.end()
/// #expect(test.recorded(\ReadingBody.requests) == [3])
/// #expect(test.errors(\.code).isEmpty)
/// ```
public struct TelemetryTest<Facts: Sendable>: Sendable {
    /// The clock of the run; it moves when the test moves it.
    public let clock = ManualClock()
    /// What a command is given.
    public let run: TelemetryRun<Facts>
    private let store = MemoryStore()

    /// Begins a run.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - command: The command's name in documents: `build`, `telemetry-show`, `run` for the root.
    ///   - start: When it begins, by the wall clock.
    /// - Throws: Nothing that is known: a run in memory cannot be refused.
    public init(
        _ tool: TelemetryTool<Facts>, command: String = "run",
        start: Timestamp = Timestamp(millisecondsSince1970: 1_772_439_342_307)
    ) throws {
        var settings = RunSettings()
        settings.watchesSignals = false
        settings.memory = store
        run = try TelemetryRun.begin(
            tool, settings, command: tool.commands.term(named: command),
            clock: RunClock(start: start, monotonic: .manual(clock)))
    }

    /// Ends the run.
    public func end(exitCode: Int = 0) {
        _ = run.end(exitCode: exitCode)
    }

    /// The kinds of the run's documents: `cli-command` alone until it has ended.
    public var kinds: [String] { store.documents.map(\.kind) }

    /// The values of one field in the run's documents, as the tool gave them: of a document's body, of what the tool adds
    /// to the envelope, or of the envelope itself.
    ///
    /// Part of every document is the envelope, so one of its fields comes once for each.
    public func recorded<Part, Value>(_ path: any KeyPath<Part, Value> & Sendable) -> [Value] {
        store.documents.flatMap(\.values).compactMap { ($0 as? Part)?[keyPath: path] }
    }

    /// The values of one field of what the run failed with; empty where it did not fail.
    public func errors<Value>(_ path: any KeyPath<RunError, Value> & Sendable) -> [Value] {
        recorded(\Envelope.error).prefix(1).compactMap { $0?[keyPath: path] }
    }

    /// The pseudonym that the run makes of a text.
    public func pseudonym(_ pseudonymClass: PseudonymClass, of text: String) -> Pseudonym {
        store.hasher.pseudonym(pseudonymClass, of: text)
    }

    /// A document as it would stand on disk; `nil` where the run has none of that kind.
    public func text(of kind: String) -> String? {
        store.documents.first { $0.kind == kind }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
#endif
