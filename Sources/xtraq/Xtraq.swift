import ArgumentParser
import LocalTelemetry
import Project
import TelemetryCommands
import XtraqDocuments

/// The command line: `xtraq` alone takes a snapshot and builds.
@main
struct Xtraq: TelemetryRoot, ToolCommand {
    typealias Facts = XtraqFacts
    typealias Shared = SharedOptions

    static let configuration = CommandConfiguration(
        commandName: "xtraq",
        abstract: "Typed Swift for the SQL you write.",
        usage: "xtraq [<options>] [<command>]",
        discussion: """
            Without a command: takes a snapshot of the database and the queries, then builds the Swift code.

            EXAMPLES
              xtraq init                    make this folder a project
              xtraq                         snapshot, then build
              xtraq build --check           fail where the code is not current
              xtraq --procedure 'orders.*'  only what matches
              xtraq --telemetry             record what this run did, on this disk
            """,
        version: "xtraq \(ToolVersion.current)",
        subcommands: subcommands)

    @OptionGroup var shared: SharedOptions
    @OptionGroup var settings: SettingOptions
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions

    private static var subcommands: [any ParsableCommand.Type] {
        var commands: [any ParsableCommand.Type] = [
            InitCommand.self, SnapshotCommand.self, BuildCommand.self, ExplainCommand.self, VersionCommand.self,
        ]
        #if TelemetryCommands
        commands.append(TelemetryParent<Xtraq>.self)
        #endif
        return commands
    }

    static let telemetryTool = XtraqTelemetry.tool(commands: commandVocabulary)

    static func report(_ error: any Error) -> Int32? {
        guard let text = UnknownCommand.message(for: error, root: Xtraq.self) else { return nil }
        Console.standard(isCI: true).message(text)
        return ExitStatus.usage.rawValue
    }

    func execute(_ context: RunContext) throws {
        let session = try ProjectSession(context, settings: settings)
        try session.snapshot(isCheck: false)
        try session.build(isCheck: false)
    }
}
