#if Tool || TelemetryCommands
public import ArgumentParser

/// `telemetry`: what is recorded and where, and the commands that show it.
public struct TelemetryParent<Root: TelemetryRoot>: TelemetryCommand {
    /// How it is called, and what is below it.
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "telemetry",
            abstract: "Say what is recorded and where, and show it. Nothing is ever sent.",
            subcommands: subcommands,
            defaultSubcommand: TelemetryStatus<Root>.self)
    }

    private static var subcommands: [any ParsableCommand.Type] {
        let reading: [any ParsableCommand.Type] = [
            TelemetryStatus<Root>.self, TelemetryList<Root>.self, TelemetryShow<Root>.self, TelemetrySchema<Root>.self,
        ]
        #if Telemetry
        let sharing: [any ParsableCommand.Type] = [
            TelemetryExport<Root>.self, TelemetryReveal<Root>.self, TelemetryVerify<Root>.self,
        ]
        #else
        let sharing: [any ParsableCommand.Type] = []
        #endif
        return reading + sharing + [TelemetryPurgeCommand<Root>.self]
    }

    /// What every command of the tool takes.
    @OptionGroup(visibility: .hidden) public var shared: Root.Shared
    /// The switches.
    @OptionGroup(visibility: .hidden) public var telemetry: TelemetryOptions

    /// The project's folder as the command line names it.
    public var projectPath: String? { shared.projectPath }

    /// Makes the command.
    public init() {}
}

extension TelemetryParent: Sendable where Root.Shared: Sendable {}
#endif
