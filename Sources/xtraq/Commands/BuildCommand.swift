import ArgumentParser
import TelemetryCommands
import XtraqDocuments

/// `xtraq build`: writes the Swift code that the snapshot says.
struct BuildCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Write the Swift code for the snapshot. Needs no database.",
        usage: "xtraq build [<options>]",
        discussion: """
            Reads the configuration and .xtraq/snapshots, and writes only files whose bytes differ.

            EXAMPLES
              xtraq build                             write what has changed
              xtraq build --check                     exit 4 where the code is not current
              xtraq build --refresh-snapshot          take a snapshot first
              xtraq build --output Sources/Shop/DB    into another folder
            """)

    @OptionGroup var shared: SharedOptions
    @OptionGroup var settings: SettingOptions
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions

    @Flag(help: "Change nothing; exit 4 where the code is not current.")
    var check = false

    @Flag(help: "Take a snapshot first.")
    var refreshSnapshot = false

    func validate() throws {
        if check, refreshSnapshot {
            throw ValidationError("--check changes nothing: leave out --refresh-snapshot.")
        }
    }

    func describe(_ facts: inout XtraqFacts) {
        facts.switches.check = check
        facts.switches.refreshSnapshot = refreshSnapshot
    }

    func execute(_ context: RunContext) throws {
        let session = try ProjectSession(context, settings: settings)
        if refreshSnapshot { try session.snapshot(isCheck: false) }
        try session.build(isCheck: check)
    }
}
