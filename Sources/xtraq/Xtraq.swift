import ArgumentParser
import Project

/// The command line.
@main
struct Xtraq: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "xtraq",
        abstract: "Typed Swift for the SQL you write.",
        version: "xtraq \(ToolVersion.current)",
        subcommands: [InitCommand.self, VersionCommand.self])

    @OptionGroup var shared: SharedOptions

    func execute(_ context: RunContext) throws {
        throw CleanExit.helpRequest(self)
    }

    static func main() {
        CommandLineRun(Xtraq.self, arguments: Array(CommandLine.arguments.dropFirst())).main()
    }
}
