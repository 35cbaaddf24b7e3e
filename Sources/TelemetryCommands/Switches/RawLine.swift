#if Tool || TelemetryCommands
internal import LocalTelemetry

/// The arguments as they were typed, for invocations of which nothing was decoded: help, version, wrong usage.
struct RawLine {
    /// The arguments up to `--`: what follows belongs to somebody else.
    private let arguments: ArraySlice<String>

    init(_ arguments: [String]) {
        self.arguments = arguments.prefix { $0 != "--" }
    }

    /// Whether a shell asks for completions: such a call is not a person's, and never recorded.
    var asksForCompletion: Bool { arguments.first?.hasPrefix("---") ?? false }

    /// What the line asks for where it was not decoded.
    var command: String {
        if arguments.contains(where: { $0.hasPrefix("--generate-completion-script") }) { return "completion" }
        if arguments.contains("--version") { return "version" }
        if arguments.contains(where: { ["-h", "--help", "-help", "--help-hidden", "help"].contains($0) }) {
            return "help"
        }
        return "unparsed"
    }

    /// What it says of recording; `nil` where it does not ask for it.
    func settings(projectPathNames: [String]) -> RunSettings? {
        guard arguments.contains("--telemetry") else { return nil }
        var settings = RunSettings()
        settings.isPreview = arguments.contains("--telemetry-preview")
        settings.directory = value(of: ["--telemetry-directory"])
        settings.keyFile = value(of: ["--telemetry-key"])
        settings.projectPath = value(of: projectPathNames)
        return settings
    }

    /// The value of the last option of one of the names.
    private func value(of names: [String]) -> String? {
        var found: String?
        var previous: String?
        for argument in arguments {
            if let previous, names.contains(previous), !argument.hasPrefix("-") { found = argument }
            for name in names where argument.hasPrefix(name + "=") {
                found = String(argument.dropFirst(name.count + 1))
            }
            previous = argument
        }
        return found
    }
}
#endif
