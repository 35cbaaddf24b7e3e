#if TelemetryCommands
import ArgumentParser
import LocalTelemetry
import TelemetryCommands
import TelemetryRecording

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A small tool on the telemetry libraries, with a command for each thing that a test wants to see recorded.
@main
struct RecordedTool: TelemetryRoot {
    typealias Facts = ToolFacts
    typealias Shared = ProjectOptions

    static let configuration = CommandConfiguration(
        commandName: "recorded-tool", version: "recorded-tool 1.2.3",
        subcommands: [
            Work.self, Make.self, Later.self, Group.self, Exec.self, Forgot.self, Plain.self, Leave.self,
            Pause.self, TelemetryParent<RecordedTool>.self,
        ])
    static let telemetryTool = ToolDocuments.tool(commands: commandVocabulary)

    @OptionGroup var shared: ProjectOptions
    @OptionGroup var telemetry: TelemetryOptions
    var projectPath: String? { shared.projectPath }

    func run() { print("root ran") }

    struct Trouble: Error {}

    static func report(_ error: any Error) -> Int32? {
        guard error is Trouble else { return nil }
        unsafe perror("trouble")
        return 3
    }
}

/// `work`: does something in two phases.
struct Work: RecordedCommand {
    @OptionGroup var shared: ProjectOptions
    @OptionGroup var telemetry: TelemetryOptions
    @Option var exitCode: Int32 = 0
    @Option var filter: String?
    @Option var bigItems = 0
    @Flag var thorough = false
    @Flag var troubled = false
    @Flag(help: "Say `ready` and wait for the end of standard input, in the second phase.") var waits = false
    @Flag(help: "Write lines until nobody reads them.") var talks = false
    @Argument var file: String?
    var projectPath: String? { shared.projectPath }

    func validate() throws {
        if file == "unfit" { throw ValidationError("unfit is not fit to work on.") }
    }

    func run(_ run: TelemetryRun<ToolFacts>) throws {
        run.note { facts in
            facts.isThorough = thorough
            facts.worksOn = file
            facts.filter = filter.map { $0.split(separator: ",").map(String.init) } ?? []
            facts.bigItems = bigItems
        }
        run.recorder.span("read") {}
        try run.recorder.span("write") {
            print("worked on \(file ?? "nothing")")
            fflush(nil)
            if waits { while readLine() != nil {} }
            while talks {
                print("talking to whoever listens")
                fflush(nil)
            }
            if troubled { throw RecordedTool.Trouble() }
        }
        if exitCode != 0 { throw ExitCode(exitCode) }
    }
}

/// `make`: makes a project.
struct Make: RecordedCommand {
    @OptionGroup var shared: ProjectOptions
    @OptionGroup var telemetry: TelemetryOptions
    @Flag var nothing = false
    var projectPath: String? { shared.projectPath }
    var makesProject: Bool { true }

    func run(_ run: TelemetryRun<ToolFacts>) {
        guard !nothing else { return }
        let file = unsafe open((shared.projectPath ?? ".") + "/.toolconfig", O_CREAT | O_WRONLY, 0o644)
        close(file)
    }
}

/// `later`: waits in a task.
struct Later: AsyncRecordedCommand {
    @OptionGroup var shared: ProjectOptions
    @OptionGroup var telemetry: TelemetryOptions
    var projectPath: String? { shared.projectPath }

    func run(_ run: TelemetryRun<ToolFacts>) async {
        await run.recorder.span("read") {
            await Task.yield()
            await Self.greet()
        }
    }

    @MainActor static func greet() { print("later, on the main thread: \(pthread_self() == mainThread)") }
    @MainActor static let mainThread = pthread_self()
}

/// `group`, with `group leaf` below it.
struct Group: TelemetryCommand {
    static let configuration = CommandConfiguration(subcommands: [Leaf.self])
    @OptionGroup var telemetry: TelemetryOptions

    struct Leaf: TelemetryCommand {
        @OptionGroup var telemetry: TelemetryOptions
        func run() { print("leaf") }
    }
}

/// `exec`: passes everything on.
struct Exec: TelemetryCommand {
    @OptionGroup var telemetry: TelemetryOptions
    @Argument(parsing: .captureForPassthrough) var rest: [String] = []
    func run() { print("exec", rest.joined(separator: " ")) }
}

/// `plain`: has the switches and nothing else of telemetry.
struct Plain: ParsableCommand {
    @OptionGroup var shared: ProjectOptions
    @OptionGroup var telemetry: TelemetryOptions
    @Argument(parsing: .postTerminator) var rest: [String] = []
    func run() {
        telemetry.recorder.span("write") { print("plain") }
    }
}

/// `pause`: the same, and waits.
struct Pause: AsyncParsableCommand {
    @OptionGroup var telemetry: TelemetryOptions
    func run() async {
        await telemetry.recorder.span("read") {
            await Task.yield()
            await withTaskGroup(of: Void.self) { group in
                group.addTask { [telemetry] in telemetry.recorder.span("write") {} }
            }
        }
        print("paused")
    }
}

/// Ends the process, beside all that would record it.
private func leaveAtOnce(_ code: Int32) -> Never { exit(code) }

/// `leave`: ends in a way of its own.
struct Leave: ParsableCommand {
    enum Way: String, CaseIterable, ExpressibleByArgument { case exit, trap, code, validation, clean, refusal }

    @OptionGroup var telemetry: TelemetryOptions
    @Argument var way: Way
    func run() throws {
        switch way {
        case .exit: leaveAtOnce(3)
        case .trap: fatalError("trapped")
        case .code: throw ExitCode(3)
        case .validation: throw ValidationError("This cannot be done.")
        case .clean: throw CleanExit.message("Enough.")
        case .refusal: throw AnyError()
        }
    }

    struct AnyError: Error {}
}

/// `forgot`: a command whose author forgot the switches.
struct Forgot: ParsableCommand {
    func run() { print("forgot") }
}
#else
/// Without the trait `TelemetryCommands` there is nothing to record with.
@main
enum RecordedTool {
    static func main() {}
}
#endif
