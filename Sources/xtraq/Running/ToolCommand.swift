import ArgumentParser
import Project

/// A command of the tool: what it does, given a console.
protocol ToolCommand: ParsableCommand {
    /// The options that every command takes.
    var shared: SharedOptions { get }
    /// Does what the command is for.
    func execute(_ context: RunContext) throws
}

/// What a command works with.
struct RunContext {
    /// Where it speaks.
    let console: Console
    /// The options that every command takes.
    let shared: SharedOptions
}
