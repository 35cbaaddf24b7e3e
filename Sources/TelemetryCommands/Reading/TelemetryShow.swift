#if Tool || TelemetryCommands
public import ArgumentParser
public import LocalTelemetry
internal import TelemetryReport
internal import TelemetrySharing

/// `telemetry show`: one run, whole.
public struct TelemetryShow<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "show",
            abstract: "Show one recorded run, whole: the latest unless one is named.",
            discussion: """
                EXAMPLES
                  \(name) telemetry show                          the latest run
                  \(name) telemetry show 3f9a1c2e --reveal        with names in the place of pseudonyms
                  \(name) telemetry show 3f9a1c2e --json          its documents, for scripts
                  \(name) telemetry show 3 bundle.zip             the third run of a bundle
                """)
    }

    /// Whether names are shown in the place of pseudonyms.
    @Flag(help: "Show names in the place of pseudonyms: the owner has the key and the names.")
    public var reveal = false

    /// What to show, and where to look.
    @Argument(
        help: .init(
            "A run (the first digits will do; in a bundle its number), a document, or directories and bundles to look in; the project's unless given.",
            valueName: "run|path"), completion: .file())
    public var what: [String] = []

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

    /// Prints the run.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let tool = Root.telemetryTool
        let target = ShowTarget(what)
        let source = try DocumentSource(tool, shared, paths: target.paths, excluding: run.runId)
        guard let collection = try source.load() else {
            if let digits = target.run { throw CommandFailure.noRun(digits, tool.name) }
            return shared.isJSON ? print("[]") : print(source.nothing)
        }
        source.warn(of: collection)
        guard let chosen = try target.choose(from: collection, tool: tool.name) else {
            return shared.isJSON ? print("[]") : print(source.nothing)
        }
        let record = try source.whole(chosen)
        let descriptions = record.main.bundled.map { bundled in
            tool.catalogue.descriptions.map { $0.redacted(at: bundled.level) }
        }
        let revealer = reveal ? try source.revealer(keyFile: telemetry.keyFile) : .digits
        if shared.isJSON {
            Output.write(DocumentJSON(revealer: revealer).documents(of: record))
        } else {
            let renderer = RunRenderer(
                descriptions ?? tool.catalogue.descriptions, style: .standardOutput(isPlain: shared.isPlain),
                revealer: revealer)
            print(renderer.render(record), terminator: "")
        }
    }
}

extension TelemetryShow: Sendable where Root.Shared: Sendable {}

/// What `show` was asked for: a run, a document, or the latest of some places.
struct ShowTarget {
    /// The first digits of a run.
    private(set) var run: String?
    /// Where to look.
    private(set) var paths: [String]
    /// The document that was named.
    private var document: String?

    /// What is not there as a path, and looks like the beginning of a run's identifier, is one.
    init(_ arguments: [String]) {
        paths = arguments
        // In a bundle runs are numbered: `show 3 BUNDLE`.
        let isNumbered = arguments.count > 1 && arguments.dropFirst().allSatisfy(BundleReader.isBundle)
        if let first = arguments.first, DocumentFiles.place(first) == .missing,
            ((isNumbered ? 1 : 4)...32).contains(first.utf8.count), first.allSatisfy(\.isHexDigit)
        {
            run = first
            paths.removeFirst()
        } else if arguments.count == 1, DocumentFiles.place(arguments[0]) == .file,
            !BundleReader.isBundle(arguments[0])
        {
            document = arguments[0]
            let folder = arguments[0].lastIndex(of: "/").map { String(arguments[0][..<$0]) }
            // The run's other documents lie beside it.
            paths = [arguments[0], folder.map { $0.isEmpty ? "/" : $0 } ?? "."]
        }
    }

    func choose(from collection: RunCollection, tool: String) throws -> RunRecord? {
        if let document {
            if let damage = collection.damaged.first(where: { $0.path == document }) {
                throw CommandFailure.damaged(document, damage.damage)
            }
            return collection.runs.first { $0.entries.contains { $0.path == document } }
        }
        guard let run else { return collection.runs.first }
        let matches = collection.runs(named: run)
        if matches.count > 1 { throw CommandFailure.ambiguous(run, matches.map(\.main.runName)) }
        guard let match = matches.first else { throw CommandFailure.noRun(run, tool) }
        return match
    }
}
#endif
