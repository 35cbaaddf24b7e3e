#if Tool || TelemetryCommands
internal import ArgumentParser

/// What a decoded command says of recording, whatever it conforms to.
///
/// A command whose author only added the option group is as good as a ``TelemetryCommand``: the group is found where
/// swift-argument-parser itself finds it, among the stored properties.
struct DecodedCommand<Shared: ToolOptions> {
    /// The switches; `nil` where the command left them out.
    let telemetry: TelemetryOptions?
    /// The project's folder as the command line names it.
    let projectPath: String?
    let makesProject: Bool
    let usesTelemetryKey: Bool

    init(_ command: any ParsableCommand) {
        if let own = command as? any TelemetryCommand {
            telemetry = own.telemetry
            projectPath =
                own.projectPath ?? (own.telemetry.isOn ? Self.group(of: Shared.self, in: command)?.projectPath : nil)
            makesProject = own.makesProject
            usesTelemetryKey = own.usesTelemetryKey
        } else {
            telemetry = Self.group(of: TelemetryOptions.self, in: command)
            projectPath = Self.group(of: Shared.self, in: command)?.projectPath
            makesProject = false
            usesTelemetryKey = false
        }
    }

    private static func group<Options: ParsableArguments>(
        of type: Options.Type, in command: any ParsableCommand
    ) -> Options? {
        for child in Mirror(reflecting: command).children {
            if let group = child.value as? OptionGroup<Options> { return group.wrappedValue }
        }
        return nil
    }
}
#endif
