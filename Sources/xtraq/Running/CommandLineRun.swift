import ArgumentParser
import Project
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One invocation: arguments in, exit code out.
struct CommandLineRun {
    private let root: any ToolCommand.Type
    private let arguments: [String]

    init(_ root: any ToolCommand.Type, arguments: [String]) {
        self.root = root
        self.arguments = arguments
    }

    /// Does it, and leaves with its exit code.
    func main() -> Never {
        let isCI = arguments.contains("--ci")
        let style = ConsoleStyle.detect(2, isCI: isCI, environment: .current)
        let console = Console(style: style)
        exit(run(console).rawValue)
    }

    private func run(_ console: Console) -> ExitStatus {
        do {
            var command = try root.parseAsRoot(arguments)
            if let own = command as? any ToolCommand {
                try own.execute(RunContext(console: console, shared: own.shared))
            } else {
                try command.run()
            }
            return .success
        } catch let failure as RunFailure {
            console.show(failure.findings)
            return ExitStatus(for: failure)
        } catch {
            let text = root.fullMessage(for: error)
            let isSuccess = root.exitCode(for: error).isSuccess
            if isSuccess { console.result(text) } else { console.message(text) }
            return isSuccess ? .success : .usage
        }
    }
}
