#if Tool || TelemetryCommands
internal import ArgumentParser
internal import Dispatch
internal import LocalTelemetry

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One invocation of a tool: arguments in, documents and exit code out.
struct Invocation<Root: TelemetryRoot> {
    private let arguments: [String]
    private let clock: RunClock

    init(_ arguments: [String], clock: RunClock = .now()) {
        self.arguments = arguments
        self.clock = clock
    }

    /// Runs it on this thread, which is the main one; a command that waits runs in a task beside it.
    func main() -> Never {
        let (decoded, run) = begin()
        switch decoded {
        case .refused(let error): leave(run, report(error))
        case .command(let command) where runsInTask(command):
            let pending = Pending(command: command)
            Task { leave(run, await performAsync(pending.command, run)) }
            dispatchMain()
        case .command(let command): leave(run, perform(command, run))
        }
    }

    /// Runs it in the caller's task.
    func asyncMain() async -> Never {
        let (decoded, run) = begin()
        switch decoded {
        case .refused(let error): leave(run, report(error))
        case .command(let command): leave(run, await performAsync(command, run))
        }
    }

    // MARK: The beginning

    /// Decodes the arguments and, where they ask for it, begins to record.
    private func begin() -> (Decoded, TelemetryRun<Root.Facts>) {
        let line = RawLine(arguments)
        let decoded = decode()
        guard !line.asksForCompletion else { return (decoded, .off) }
        do {
            guard let (settings, name) = try wish(decoded, line) else { return (decoded, .off) }
            let tool = Root.telemetryTool
            let run = try TelemetryRun.begin(tool, settings, command: tool.commands.term(named: name), clock: clock)
            return (decoded, run)
        } catch let refusal as RunRefusal {
            return (.refused(ValidationError(refusal.description)), .off)
        } catch {
            return (.refused(error), .off)
        }
    }

    private func decode() -> Decoded {
        do { return .command(try Root.parseAsRoot(arguments)) } catch { return .refused(error) }
    }

    /// What is to be recorded, and under which name; `nil` where nothing is.
    ///
    /// What was decoded is the truth. The raw line speaks only where nothing was, or where a command left the switches
    /// out.
    private func wish(
        _ decoded: Decoded, _ line: RawLine
    ) throws -> (settings: RunSettings, name: String)? {
        guard case .command(let command) = decoded else {
            return undecoded(line).map { ($0, line.command) }
        }
        let name = CommandTree(Root.self)
        let own = DecodedCommand<Root.Shared>(command)
        guard let options = own.telemetry else {
            return undecoded(line).map { ($0, name.name(of: type(of: command)) ?? line.command) }
        }
        guard options.isOn else {
            if options.keyFile != nil, !own.usesTelemetryKey {
                throw ValidationError("--telemetry-key needs --telemetry.")
            }
            return nil
        }
        let settings = options.settings(projectPath: own.projectPath, makesProject: own.makesProject)
        return (settings, name.name(of: type(of: command)) ?? "other")
    }

    private func undecoded(_ line: RawLine) -> RunSettings? {
        #if Telemetry
        line.settings(projectPathNames: Root.projectPathNames)
        #else
        nil
        #endif
    }

    // MARK: The command

    private func runsInTask(_ command: any ParsableCommand) -> Bool {
        if let own = command as? any TelemetryCommand { return type(of: own).runsInTask }
        return command is any AsyncParsableCommand
    }

    private func perform(_ command: any ParsableCommand, _ run: TelemetryRun<Root.Facts>) -> Int32 {
        do {
            if var own = command as? any TelemetryCommand {
                try own.perform(RunHandle(run, of: Root.self))
            } else {
                var command = command
                if run.isOn {
                    try CurrentRun.$recorder.withValue(run.recorder) { try command.run() }
                } else {
                    try command.run()
                }
            }
            return 0
        } catch {
            return report(error)
        }
    }

    private func performAsync(_ command: any ParsableCommand, _ run: TelemetryRun<Root.Facts>) async -> Int32 {
        do {
            if let own = command as? any TelemetryCommand {
                // Nobody else has it while it runs.
                nonisolated(unsafe) var own = own
                try unsafe await own.performInTask(RunHandle(run, of: Root.self))
            } else if let command = command as? any AsyncParsableCommand {
                // Nobody else has it while it runs.
                nonisolated(unsafe) var command = command
                if run.isOn {
                    try await CurrentRun.$recorder.withValue(run.recorder) { try unsafe await command.run() }
                } else {
                    try unsafe await command.run()
                }
            } else {
                return perform(command, run)
            }
            return 0
        } catch {
            return report(error)
        }
    }

    // MARK: The end

    /// Says what went wrong, or what was asked for by an error (help, version).
    private func report(_ error: any Error) -> Int32 {
        if let code = Root.report(error) { return code }
        let code = Root.exitCode(for: error)
        let text = Root.fullMessage(for: error)
        if code.isSuccess {
            if !text.isEmpty { print(text) }
        } else if !text.isEmpty {
            StandardError.write(text + "\n")
        }
        return code.rawValue
    }

    /// Writes the documents and leaves.
    ///
    /// Not through `exit(withError:)`, which would leave before they are written.
    private func leave(_ run: TelemetryRun<Root.Facts>, _ code: Int32) -> Never {
        var code = code
        // What the command has said comes before what is said of its recording, and a reader that went away or a full
        // disk is found out while that can still be recorded.
        do {
            try Output.flush()
        } catch {
            if code == 0 { code = report(error) }
        }
        if let text = run.end(exitCode: Int(code)) { StandardError.write(text) }
        exit(code)
    }

    /// What became of the arguments. A `Result` would look for the conformance of its failure at run time.
    private enum Decoded {
        case command(any ParsableCommand)
        case refused(any Error)
    }

    /// A command on its way to the task that runs it: nobody else has it.
    private struct Pending: @unchecked Sendable {
        let command: any ParsableCommand
    }
}
#endif
