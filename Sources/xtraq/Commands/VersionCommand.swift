import ArgumentParser
import JSONBytes
import Project

/// `xtraq version`: which version this is.
struct VersionCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Print the version.",
        discussion: """
            EXAMPLES
              xtraq version                 the version, for people
              xtraq version --json          the same for scripts
            """)

    @OptionGroup(visibility: .hidden) var shared: SharedOptions

    func execute(_ context: RunContext) {
        guard shared.isJSON else {
            context.console.result("xtraq \(ToolVersion.current)")
            return
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("name")
            writer.string("xtraq")
            writer.key("version")
            writer.string(ToolVersion.current)
        }
        writer.newline()
        context.console.write(String(decoding: writer.bytes, as: UTF8.self))
    }
}
