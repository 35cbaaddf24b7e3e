#if Tool || TelemetryCommands
public import ArgumentParser
public import LocalTelemetry

/// `telemetry status`, which `telemetry` alone is too.
public struct TelemetryStatus<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "status",
            abstract: "What is recorded, where it lies, and how to look, share and delete.",
            discussion: """
                EXAMPLES
                  \(name) telemetry            for people
                  \(name) telemetry --json     for scripts
                """)
    }

    /// What every command of the tool takes.
    @OptionGroup public var shared: Root.Shared
    /// The switches.
    @OptionGroup(visibility: .hidden) public var telemetry: TelemetryOptions

    /// The project's folder as the command line names it.
    public var projectPath: String? { shared.projectPath }

    /// Makes the command.
    public init() {}

    /// Prints the status; reads names and modes, writes nothing.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let tool = Root.telemetryTool
        let place = try tool.place(shared)
        let status = StatusText(
            tool: tool.name, folder: tool.folder, projectFile: tool.projectMark, place: place,
            inventory: place.map { TelemetryInventory($0) }, commands: Set(Root.commandVocabulary.texts))
        if shared.isJSON {
            print(status.json, terminator: "")
        } else {
            print(status.text, terminator: "")
            for warning in status.inventory?.warnings ?? [] { StandardError.write("warning: \(warning.message)\n") }
        }
    }
}

extension TelemetryStatus: Sendable where Root.Shared: Sendable {}
#endif
