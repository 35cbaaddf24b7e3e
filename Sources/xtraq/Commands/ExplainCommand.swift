import ArgumentParser
import TelemetryCommands
import XtraqDocuments

/// `xtraq explain`: says why parameters and columns have their types and are optional or not.
struct ExplainCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a query's parameters and columns are typed so, and optional or not.",
        usage: "xtraq explain [<name>] [<options>]",
        discussion: """
            Reads .xtraq/snapshots, and .xtraq/cache for the instruction of SQLite that says so. Changes nothing.

            EXAMPLES
              xtraq explain orderSummary        one query
              xtraq explain 'orders.*'          all of a schema
              xtraq explain --verbose           everything, with SQL and how to change each answer
              xtraq explain --json              the same for programs
            """)

    @OptionGroup var shared: SharedOptions
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions

    @Argument(
        help: .init("A query: name or schema.name, with * and ?, several separated by commas.", valueName: "name"))
    var name: String?

    func execute(_ context: RunContext) throws {
        try ProjectSession(context, asked: name).explain()
    }
}
