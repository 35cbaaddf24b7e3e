#if Tool || TelemetryCommands
public import ArgumentParser
public import LocalTelemetry

/// The root command of a tool whose invocations can be recorded.
///
/// It brings `main()`: a synchronous command runs on the main thread, where signals act as they always do; one that
/// waits runs in a task. The first test of a tool should see a document, since a `main()` of its own would replace
/// this one in silence.
///
/// ```swift
/// @main struct Tool: TelemetryRoot {
///     static let configuration = CommandConfiguration(subcommands: [Build.self, TelemetryParent<Tool>.self])
///     static let telemetryTool = TelemetryTool(
///         name: "tool", version: Version(1, 0), folder: ".tool", commands: commandVocabulary)
///     @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions
/// }
/// ```
public protocol TelemetryRoot: TelemetryCommand {
    /// What the tool's commands tell of themselves.
    associatedtype Facts: Sendable
    /// What every command takes.
    associatedtype Shared: ToolOptions = ProjectOptions
    /// The tool; asked for only where something is recorded or shown.
    static var telemetryTool: TelemetryTool<Facts> { get }
    /// The names of the option for the project's folder, read from the raw line where nothing was decoded.
    static var projectPathNames: [String] { get }
    /// Says on the streams what went wrong, in the tool's own way.
    ///
    /// - Returns: The exit code; `nil` for what swift-argument-parser should say.
    static func report(_ error: any Error) -> Int32?
}

extension TelemetryRoot {
    /// `-p` and `--project-path`, unless the tool says otherwise.
    public static var projectPathNames: [String] { ["-p", "--project-path"] }

    /// Leaves everything to swift-argument-parser.
    public static func report(_ error: any Error) -> Int32? { nil }

    /// The names of all commands, from the command tree: `build`, `telemetry-show`, `run` for the root itself.
    public static var commandVocabulary: Vocabulary { CommandTree(Self.self).vocabulary }

    /// Runs the command that the arguments name, and leaves with its exit code.
    public static func main() {
        main(nil)
    }

    /// Runs the command that the arguments name, and leaves with its exit code.
    public static func main(_ arguments: [String]?) {
        Invocation<Self>(arguments ?? Array(CommandLine.arguments.dropFirst())).main()
    }
}

extension TelemetryRoot where Self: AsyncParsableCommand {
    /// Runs the command that the arguments name, and leaves with its exit code.
    ///
    /// It is `@concurrent`, as `AsyncParsableCommand.main()` is not under `NonisolatedNonsendingByDefault`; without it
    /// that one would be taken, and nothing recorded.
    @concurrent
    public static func main() async {
        await Invocation<Self>(Array(CommandLine.arguments.dropFirst())).asyncMain()
    }
}
#endif
