#if Tool || TelemetryCommands
public import ArgumentParser
internal import JSONBytes
public import LocalTelemetry
internal import TelemetryReference
internal import TelemetryReport

/// `telemetry schema`: what can be recorded, without recording anything.
public struct TelemetrySchema<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "schema",
            abstract: "Print the JSON Schema of a kind of document, an example, reference pages or a diagram.",
            discussion: """
                EXAMPLES
                  \(name) telemetry schema                          the kinds there are
                  \(name) telemetry schema cli-command              its JSON Schema (2020-12)
                  \(name) telemetry schema cli-command --example    a document, without running anything
                  \(name) telemetry schema cli-command --reference  every field of it, as Markdown
                  \(name) telemetry schema --reference              all that recording writes, as Markdown
                  \(name) telemetry schema --diagram svg            the documents and what ties them
                  \(name) telemetry schema --catalogue              all fields, to keep with a release
                  \(name) telemetry schema --review 1.2.0.json      what is new since that release
                """)
    }

    /// Whether an example is printed.
    @Flag(help: "Print an example in the place of the schema.")
    public var example = false

    /// Whether a reference page is printed.
    @Flag(help: "Print a page of reference in Markdown: of the kind, or of all that recording writes.")
    public var reference = false

    /// The form of the diagram.
    @Option(help: .init("Print a diagram of the documents: svg or mermaid.", valueName: "form"))
    public var diagram: String?

    /// Whether the catalogue is printed.
    @Flag(help: "Print the catalogue of all fields as JSON: what the next release is held against.")
    public var catalogue = false

    /// The catalogue that this one is held against.
    @Option(
        help: .init(
            "Print what is new or changed since that catalogue, for review; exit code 4 where a rule is broken.",
            valueName: "file"))
    public var review: String?

    /// The catalogues of the releases.
    @Option(
        parsing: .upToNextOption,
        help: .init(
            "Print how documents may change, and what did between those catalogues, the oldest first.",
            valueName: "file"))
    public var changelog: [String] = []

    /// The level of the bundle in which the kind is shown.
    @Option(help: .init("As it stands in an exported bundle: standard or strict.", valueName: "level"))
    public var redaction: String?

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

    /// Refuses kinds and levels that do not exist, and two things at once.
    public func validate() throws {
        if let redaction {
            _ = try Choice.one(redaction, of: RedactionLevel.allCases.map(\.rawValue), "--redaction")
            if example { throw ValidationError("--example shows a document on disk: leave out --redaction.") }
        }
        if let kind { _ = try Choice.one(kind, of: Root.telemetryTool.catalogue.kinds.map(\.name), "kind") }
        if let diagram { _ = try Choice.one(diagram, of: ["svg", "mermaid"], "diagram") }
        let chosen = [
            ("--example", example), ("--reference", reference), ("--diagram", diagram != nil),
            ("--catalogue", catalogue), ("--review", review != nil), ("--changelog", !changelog.isEmpty),
        ].filter(\.1).map(\.0)
        if chosen.count > 1 {
            throw ValidationError("\(chosen[0]) and \(chosen[1]) print different things: give one of them.")
        }
        if let one = chosen.first, kind != nil, one != "--example", one != "--reference" {
            throw ValidationError("\(one) is about all kinds: leave out the kind.")
        }
    }

    /// Prints what was asked for.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let tool = Root.telemetryTool
        if let kind {
            guard let chosen = tool.catalogue.kinds.first(where: { $0.name == kind }) else { return }
            if reference {
                print(footprint.page(of: chosen.describe()), terminator: "")
            } else {
                Output.write(text(of: chosen))
            }
        } else if reference {
            print(footprint.page, terminator: "")
        } else if let diagram {
            print(diagram == "svg" ? footprint.drawing.svg : footprint.mermaid, terminator: "")
        } else if catalogue {
            Output.write(CatalogueRecord(footprint).json)
        } else if let review {
            let (sheet, objections) = footprint.review(since: try Self.record(review))
            print(sheet, terminator: "")
            for objection in objections { StandardError.write("error: \(objection)\n") }
            if !objections.isEmpty { throw ExitCode(4) }
        } else if !changelog.isEmpty {
            print(footprint.changesPage(try changelog.map(Self.record)), terminator: "")
        } else {
            list(tool.catalogue.kinds)
        }
    }

    private var footprint: ToolFootprint {
        ToolFootprint(Root.telemetryTool, commands: Set(Root.commandVocabulary.texts))
    }

    /// A catalogue that was kept.
    private static func record(_ path: String) throws -> CatalogueRecord {
        let bytes: [UInt8]
        do throws(DocumentDamage) {
            bytes = try DocumentFiles.read(path)
        } catch {
            guard DocumentFiles.place(path) != .missing else { throw CommandFailure.missing(path) }
            throw CommandFailure.damaged(path, error)
        }
        do throws(CatalogueDamage) { return try CatalogueRecord(bytes) } catch {
            throw CommandFailure.noCatalogue(path, Root._commandName)
        }
    }

    private func list(_ kinds: [DocumentCatalogue.Kind]) {
        if shared.isJSON || example {
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
        if example { return kind.example()?.bytes ?? [] }
        let level = redaction.flatMap(RedactionLevel.init(rawValue:))
        return level.map { kind.describe().redacted(at: $0).schema() } ?? kind.describe().schema()
    }
}

extension TelemetrySchema: Sendable where Root.Shared: Sendable {}
#endif
