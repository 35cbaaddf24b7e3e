#if Tool || TelemetryCommands
internal import ArgumentParser
internal import LocalTelemetry

/// The names that documents give the commands of a tool.
struct CommandTree {
    private let root: any ParsableCommand.Type

    init(_ root: any ParsableCommand.Type) {
        self.root = root
    }

    /// All names in the order of the tree.
    var vocabulary: Vocabulary {
        var names: [String] = []
        visit(root, path: "") { names.append($1) }
        return Vocabulary(registering: names)
    }

    /// The name of a command; `nil` where it is not in the tree.
    func name(of command: any ParsableCommand.Type) -> String? {
        var found: String?
        visit(root, path: "") { type, name in
            if found == nil, ObjectIdentifier(type) == ObjectIdentifier(command) { found = name }
        }
        return found
    }

    private func visit(
        _ command: any ParsableCommand.Type, path: String, _ body: (any ParsableCommand.Type, String) -> Void
    ) {
        body(command, path.isEmpty ? "run" : path)
        let configuration = command.configuration
        func visit(_ children: [any ParsableCommand.Type]) {
            for child in children {
                self.visit(child, path: path.isEmpty ? child._commandName : "\(path)-\(child._commandName)", body)
            }
        }
        visit(configuration.subcommands)
        for group in configuration.groupedSubcommands { visit(group.subcommands) }
    }
}
#endif
