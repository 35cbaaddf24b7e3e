#if TelemetryCommands
import ArgumentParser
import LocalTelemetry
import TelemetryCommands

/// The smallest tool whose root is an `AsyncParsableCommand`: a test sees that its `main()` is the one that records.
@main
struct AsyncRecordedTool: TelemetryRoot, AsyncParsableCommand {
    typealias Facts = NoFields
    typealias Shared = ProjectOptions

    static let configuration = CommandConfiguration(
        commandName: "async-recorded-tool", subcommands: [Sync.self, Wait.self, Tell.self])

    static let telemetryTool: TelemetryTool<NoFields> = {
        let none = Vocabulary([StaticString]())
        let vocabularies = ToolVocabularies(commands: commandVocabulary, phases: none, kinds: none, codes: none)
        let catalogue = ToolCatalogue(
            tool: "async-recorded-tool", version: Version(1), vocabularies: vocabularies, exampleExtras: [NoFields()],
            [Field<NoFields>]())
        let type = DocumentType.command(vocabularies, version: 1, examples: [CommandBody()], [Field<NoFields>]())
        return TelemetryTool(
            name: "async-recorded-tool", folder: ".tool", projectFile: ".toolconfig",
            catalogue: DocumentCatalogue([catalogue.kind(type)]),
            commands: vocabularies.commands, facts: NoFields(),
            documents: RunDocuments { moment, _ in
                let envelope = Envelope(
                    runId: moment.runId, timestamp: moment.start, command: moment.command, platform: moment.platform,
                    outcome: moment.outcome, exitCode: moment.exitCode, signal: moment.signal,
                    duration: moment.duration)
                return catalogue.encode(CommandBody(), as: type, envelope: envelope, extras: NoFields())
            })
    }()

    @OptionGroup var telemetry: TelemetryOptions

    func run() async { print("root") }

    struct Sync: TelemetryCommand {
        @OptionGroup var telemetry: TelemetryOptions
        func run() { print("sync") }
    }

    struct Wait: TelemetryCommand, AsyncParsableCommand {
        @OptionGroup var telemetry: TelemetryOptions
        func run() async {
            await Task.yield()
            print("wait")
        }
    }

    struct Tell: AsyncRecordedCommand {
        @OptionGroup var telemetry: TelemetryOptions
        func run(_ run: TelemetryRun<NoFields>) async { print("tell", run.isOn) }
    }
}
#else
/// Without the trait `TelemetryCommands` there is nothing to record with.
@main
enum AsyncRecordedTool {
    static func main() {}
}
#endif
