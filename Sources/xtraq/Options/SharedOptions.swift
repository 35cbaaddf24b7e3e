import ArgumentParser
import Project
import TelemetryCommands

/// The options that every command takes.
struct SharedOptions: ToolOptions {
    @Option(
        name: [.customShort("p"), .long],
        help: .init("The project's folder; else the nearest one above that holds .xtraqconfig.", valueName: "dir"),
        completion: .directory)
    var projectPath: String?

    @Flag(name: [.customShort("v"), .long], help: "Say why each thing was refreshed, reused, typed so.")
    var verbose = false

    @Flag(name: .customLong("ci"), help: "Plain lines: no colour, no redrawing.")
    var isCI = false

    @Flag(help: "Work as if nothing were known from earlier runs.")
    var noCache = false

    @Option(help: .init("Only what matches: schema.name with * and ?, separated by commas.", valueName: "filter"))
    var procedure: String?

    @Option(
        help: .init("The database to read in place of the DDL files.", valueName: "url"),
        completion: .file())
    var database: String?

    @Flag(name: .customLong("json"), help: "One JSON value on standard output.")
    var isJSON = false

    var isPlain: Bool { isCI }
}

/// The options that set a value of the configuration for one invocation.
struct SettingOptions: ParsableArguments {
    @Option(help: .init("The folder of the generated code.", valueName: "dir"), completion: .directory)
    var output: String?

    @Option(help: .init("Schemas to take, separated by commas (PostgreSQL).", valueName: "patterns"))
    var schemas: String?
}
