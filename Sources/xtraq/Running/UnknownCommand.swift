import ArgumentParser
import Diagnostics
import Project

/// Finds out whether a command line that did not parse names a command that does not exist.
///
/// The parser itself says only “unexpected argument” there, because the root is a command that takes none.
struct UnknownCommand {
    /// What was written.
    let name: String
    /// The commands that exist at that place.
    let known: [String]

    /// Looks for it.
    ///
    /// - Parameters:
    ///   - arguments: The command line without the tool's name.
    ///   - message: What the parser says about it.
    ///   - root: The root of the command tree.
    init?(in arguments: [String], message: String, root: any ParsableCommand.Type) {
        guard let unexpected = message.firstMatch(of: /[Uu]nexpected arguments?:? '([^']*)'/) else { return nil }
        let name = String(unexpected.1)
        var command = root
        for argument in arguments {
            let children = command.configuration.subcommands
            if argument == name {
                guard !children.isEmpty else { return nil }
                self.name = name
                known = children.filter { $0.configuration.shouldDisplay }.map { $0._commandName } + ["help"]
                return
            }
            if argument == "--" { return nil }
            if let child = children.first(where: { $0._commandName == argument }) { command = child }
        }
        return nil
    }

    /// What to say in place of the parser's words; `nil` where they serve.
    static func message(for error: any Error, root: any ParsableCommand.Type) -> String? {
        let full = root.fullMessage(for: error)
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let unknown = UnknownCommand(in: arguments, message: full, root: root) else { return nil }
        let usage = full.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        return ([unknown.message] + usage.map(String.init)).joined(separator: "\n")
    }

    /// What to say.
    var message: String {
        if let near = NearName.best(for: name, among: known) {
            return "Error: There is no command “\(name)”. Did you mean “\(near)”?"
        }
        return "Error: There is no command “\(name)”. The commands are \(known.joined(separator: ", "))."
    }
}
