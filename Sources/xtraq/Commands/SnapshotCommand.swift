import ArgumentParser
import TelemetryCommands
import XtraqDocuments

/// `xtraq snapshot`: asks the database what tables and queries are, and keeps the answer.
struct SnapshotCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Ask the database what your queries are, and keep the answer in .xtraq/snapshots.",
        usage: "xtraq snapshot [<options>]",
        discussion: """
            Applies the DDL files to a private database in memory, or opens the database read-only, and prepares every \
            named query. An error in any query leaves the snapshot as it was.

            EXAMPLES
              xtraq snapshot                          refresh what has changed
              xtraq snapshot --check                  exit 4 where it is not current
              xtraq snapshot --database sqlite:app.db describe a database
              xtraq snapshot --procedure 'orders.*'   only what matches
            """)

    @OptionGroup var shared: SharedOptions
    @OptionGroup var settings: SettingOptions
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions

    @Flag(help: "Change nothing; exit 4 where the snapshot is not current.")
    var check = false

    func describe(_ facts: inout XtraqFacts) {
        facts.switches.check = check
    }

    func execute(_ context: RunContext) throws {
        try ProjectSession(context, settings: settings).snapshot(isCheck: check)
    }
}
