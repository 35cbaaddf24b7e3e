import ArgumentParser
import JSONBytes
import Project
import TelemetryCommands

/// `xtraq version`: which version this is.
struct VersionCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Print the version.",
        discussion: """
            EXAMPLES
              xtraq version                 the version, for people
              xtraq version --json          the same for scripts
            """)

    @OptionGroup(visibility: .hidden) var shared: SharedOptions
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions

    func execute(_ context: RunContext) {
        guard shared.isJSON else {
            context.console.result("xtraq \(ToolVersion.current)")
            return
        }
        context.console.result { writer in
            writer.member("name", "xtraq")
            writer.member("version", ToolVersion.current)
        }
    }
}
