#if Tool || TelemetryCommands
public import ArgumentParser
public import LocalTelemetry
internal import TelemetryReport

/// `telemetry purge`: deletes recorded documents, or the key.
public struct TelemetryPurgeCommand<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "purge",
            abstract: "Delete recorded documents, or the key.",
            discussion: """
                What is named together must all be true of a document that goes. Nothing else ever deletes what was \
                recorded.

                EXAMPLES
                  \(name) telemetry purge --older-than 30d        what began more than thirty days ago
                  \(name) telemetry purge --keep 100 --dry-run    what all but the newest 100 runs left
                  \(name) telemetry purge --all --key             everything, and what could test guesses
                """)
    }

    /// Before when.
    @Option(
        help: .init(
            "Only runs that began before then: 2026-11-24, 2026-11-24T10:00:00Z, or 30m, 12h, 7d, 4w ago.",
            valueName: "time"))
    public var olderThan: String?

    /// How many of the newest runs stay.
    @Option(help: .init("Keep so many of the newest runs.", valueName: "runs"))
    public var keep: Int?

    /// Which kinds of documents.
    @Option(help: .init("Only documents of this kind; may be repeated.", valueName: "kind"))
    public var kind: [String] = []

    /// Which runs.
    @Option(help: .init("Only documents of this run (the first digits will do); may be repeated.", valueName: "run"))
    public var run: [String] = []

    /// Whether all documents go.
    @Flag(help: "Delete all documents.")
    public var all = false

    /// Whether the key goes.
    @Flag(help: "Delete the key: what was recorded can be matched with nothing any more.")
    public var key = false

    /// Whether nothing is deleted.
    @Flag(help: "Say what would go, and delete nothing.")
    public var dryRun = false

    /// What every command of the tool takes.
    @OptionGroup public var shared: Root.Shared
    /// The switches.
    @OptionGroup(visibility: .hidden) public var telemetry: TelemetryOptions

    /// The project's folder as the command line names it.
    public var projectPath: String? { shared.projectPath }

    /// Makes the command.
    public init() {}

    /// Refuses a line that names nothing to delete, or more than one thing could mean.
    public func validate() throws {
        let selection = try selection()
        if all, olderThan != nil || keep != nil || !kind.isEmpty || !run.isEmpty {
            throw ValidationError("--all leaves no document: leave out what restricts it.")
        }
        if selection == nil, !key {
            throw ValidationError(
                "Say what to delete: --older-than, --keep, --kind, --run, --all or --key; --dry-run shows what would go."
            )
        }
    }

    /// Deletes, and says what went.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let tool = Root.telemetryTool
        let place = try tool.place(shared)
        let selection = try selection()
        var outcome = TelemetryPurge.Outcome()
        if let place {
            let purge = TelemetryPurge(place, tool: tool.catalogue.descriptions.first?.tool ?? tool.name, isDry: dryRun)
            outcome = purge.run(selection, key: key, excluding: run.runId)
        }
        if let digits = outcome.missingRuns.first { throw CommandFailure.noRun(digits, tool.name) }
        let text = PurgeText(outcome, isDry: dryRun, asksForDocuments: selection != nil, asksForKey: key)
        print(shared.isJSON ? text.json : text.text, terminator: "")
        for line in text.warnings { StandardError.write("warning: \(line)\n") }
        for failure in outcome.failures { StandardError.write("error: \(Escaping.visible(failure)).\n") }
        if !outcome.failures.isEmpty { throw ExitCode(1) }
    }

    /// Which documents; `nil` where none are spoken of.
    private func selection() throws -> PurgeSelection? {
        guard all || olderThan != nil || keep != nil || !kind.isEmpty || !run.isEmpty else { return nil }
        var selection = PurgeSelection()
        selection.kinds = try kind.map {
            try Choice.one($0, of: Root.telemetryTool.catalogue.kinds.map(\.name), "--kind")
        }
        selection.runs = try run.map { digits in
            guard (4...32).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit) else {
                throw ValidationError(
                    "--run takes the first digits of a run, at least four of them, not '\(Escaping.visible(digits))'.")
            }
            return digits.lowercased()
        }
        if let keep {
            guard keep >= 0 else { throw ValidationError("--keep takes a number of runs, 0 or more.") }
            selection.keep = keep
        }
        selection.before = try olderThan.map { try TimeArgument.parse($0, of: "--older-than") }
        return selection
    }
}

extension TelemetryPurgeCommand: Sendable where Root.Shared: Sendable {}
#endif
