import ArgumentParser
import LocalTelemetry
import TelemetryCommands

/// Statistics of web servers' access logs in the common or combined format.
@main
struct Logstat: TelemetryRoot, AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logstat",
        abstract: "Statistics of web servers' access logs.",
        version: "logstat 1.2.0",
        subcommands: [Summary.self, Top.self, Check.self, TelemetryParent<Logstat>.self])
    static let telemetryTool = TelemetryTool(
        name: "logstat", version: Version(1, 2, 0), folder: ".logstat", commands: commandVocabulary,
        phases: Vocabulary(Phase.self), facts: LogFacts(), errors: ToolErrors(\.problem), checkFailedCode: 4,
        documents: [ReadingBody.document])
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions
}
