#if Tool || TelemetryCommands
public import ArgumentParser
public import LocalTelemetry
internal import TelemetryReport

/// `telemetry list`: the recorded runs, newest first.
public struct TelemetryList<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "list",
            abstract: "List recorded runs, newest first.",
            discussion: """
                EXAMPLES
                  \(name) telemetry list                          the project's runs
                  \(name) telemetry list --outcome failure --since 7d
                  \(name) telemetry list artefacts/ --json        documents from elsewhere, for scripts
                """)
    }

    /// Which kinds of documents a run must have.
    @Option(help: .init("Only runs that have a document of this kind; may be repeated.", valueName: "kind"))
    public var kind: [String] = []

    /// Which commands.
    @Option(help: .init("Only runs of this command, such as telemetry-show; may be repeated.", valueName: "command"))
    public var command: [String] = []

    /// Which outcomes.
    @Option(
        help: .init(
            "Only runs that ended so: success, failure, checkFailed, interrupted, unfinished; may be repeated.",
            valueName: "outcome"))
    public var outcome: [String] = []

    /// From when.
    @Option(
        help: .init(
            "Only runs since then: 2026-11-24, 2026-11-24T10:00:00Z, or 30m, 12h, 7d, 4w ago.", valueName: "time"))
    public var since: String?

    /// Whether names are shown in the place of pseudonyms.
    @Flag(help: "Add the project and what else has a pseudonym, by name: the owner has the key and the names.")
    public var reveal = false

    /// Where to look.
    @Argument(
        help: .init("Directories, documents and bundles; the project's unless given.", valueName: "path"),
        completion: .file())
    public var paths: [String] = []

    /// What every command of the tool takes.
    @OptionGroup public var shared: Root.Shared
    /// The switches.
    @OptionGroup(visibility: .hidden) public var telemetry: TelemetryOptions

    /// The project's folder as the command line names it.
    public var projectPath: String? { shared.projectPath }

    /// `--telemetry-key` names the key to reveal with, too.
    public var usesTelemetryKey: Bool { reveal }

    /// Makes the command.
    public init() {}

    /// Refuses filters that nothing can match.
    public func validate() throws {
        _ = try filter()
    }

    /// Prints the list.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let source = try DocumentSource(Root.telemetryTool, shared, paths: paths, excluding: run.runId)
        let filter = try filter()
        guard let collection = try source.load() else {
            return shared.isJSON ? print("[]") : print(source.nothing)
        }
        source.warn(of: collection)
        let runs = collection.runs.filter(filter.includes)
        let revealer = reveal ? try source.revealer(keyFile: telemetry.keyFile) : .digits
        let pseudonyms = source.envelopePseudonyms
        if shared.isJSON {
            Output.write(
                DocumentJSON(revealer: revealer).list(
                    runs, pseudonyms: pseudonyms.map(\.name), showingPath: source.shown))
        } else if runs.isEmpty {
            print(collection.runs.isEmpty ? source.nothing : "No recorded run matches.")
        } else {
            let renderer = RunListRenderer(
                style: .standardOutput(isPlain: shared.isPlain), pseudonyms: reveal ? pseudonyms : [],
                revealer: revealer)
            print(renderer.render(runs), terminator: "")
        }
    }

    private func filter() throws -> RunFilter {
        var filter = RunFilter()
        let tool = Root.telemetryTool
        filter.kinds = try kind.map { try Choice.one($0, of: tool.catalogue.kinds.map(\.name), "--kind") }
        filter.commands = try command.map { try Choice.one($0, of: tool.commands.texts, "--command") }
        filter.outcomes = try outcome.map { text in
            let name = try Choice.one(
                text == "check-failed" ? Outcome.checkFailed.rawValue : text, of: Outcome.allCases.map(\.rawValue),
                "--outcome")
            return Outcome(rawValue: name) ?? .success
        }
        filter.since = try since.map { try TimeArgument.parse($0, of: "--since") }
        return filter
    }
}

extension TelemetryList: Sendable where Root.Shared: Sendable {}
#endif
