#if Tool || TelemetryCommands
public import ArgumentParser
internal import JSONBytes
public import LocalTelemetry
internal import TelemetryReport

/// `telemetry schema`: what can be recorded, without recording anything.
public struct TelemetrySchema<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "schema",
            abstract: "Print the JSON Schema of a kind of document, or an example of one.",
            discussion: """
                EXAMPLES
                  \(name) telemetry schema                        the kinds there are
                  \(name) telemetry schema cli-command            its JSON Schema (2020-12)
                  \(name) telemetry schema cli-command --example  a document, without running anything
                """)
    }

    /// Whether an example is printed.
    @Flag(help: "Print an example in the place of the schema.")
    public var example = false

    /// The kind.
    @Argument(help: .init("The kind of document.", valueName: "kind"))
    public var kind: String?

    /// What every command of the tool takes.
    @OptionGroup public var shared: Root.Shared
    /// The switches.
    @OptionGroup(visibility: .hidden) public var telemetry: TelemetryOptions

    /// The project's folder as the command line names it.
    public var projectPath: String? { shared.projectPath }

    /// Makes the command.
    public init() {}

    /// Refuses kinds that do not exist.
    public func validate() throws {
        if let kind { _ = try Choice.one(kind, of: Root.telemetryTool.catalogue.kinds.map(\.name), "kind") }
    }

    /// Prints what was asked for.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let kinds = Root.telemetryTool.catalogue.kinds
        if let kind {
            guard let chosen = kinds.first(where: { $0.name == kind }) else { return }
            Output.write(text(of: chosen))
        } else if shared.isJSON || example {
            var writer = JSONWriter()
            writer.array { writer in
                for kind in kinds {
                    writer.element()
                    let lines = String(decoding: text(of: kind), as: UTF8.self).split(separator: "\n")
                    writer.raw(lines.joined(separator: "\n  "))
                }
            }
            writer.newline()
            Output.write(writer.bytes)
        } else {
            let width = kinds.map(\.name.count).max() ?? 0
            for kind in kinds {
                let space = String(repeating: " ", count: width - kind.name.count + 2)
                print(kind.name + space + kind.describe().purpose)
            }
        }
    }

    private func text(of kind: DocumentCatalogue.Kind) -> [UInt8] {
        example ? kind.example()?.bytes ?? [] : kind.describe().schema()
    }
}

extension TelemetrySchema: Sendable where Root.Shared: Sendable {}
#endif
