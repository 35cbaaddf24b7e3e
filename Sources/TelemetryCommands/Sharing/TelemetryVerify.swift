#if (Tool || TelemetryCommands) && Telemetry
public import ArgumentParser
internal import JSONBytes
public import LocalTelemetry
internal import TelemetryReport
internal import TelemetrySharing

/// `telemetry verify`: whether documents and bundles are what they claim to be, and hold no raw data.
public struct TelemetryVerify<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "verify",
            abstract: "Check documents and bundles: schema, checksums, and a search for raw data.",
            discussion: """
                Needs no key and no project. The search for raw data is best effort: what it does not find may be there. \
                Exit code 4 where something was found.

                EXAMPLES
                  \(name) telemetry verify                what this project holds
                  \(name) telemetry verify bundle.zip     a bundle that somebody gave you
                """)
    }

    /// Where to look.
    @Argument(
        help: .init("Directories, documents and bundles; the project's unless given.", valueName: "path"),
        completion: .file())
    public var paths: [String] = []

    /// What every command of the tool takes.
    @OptionGroup public var shared: Root.Shared
    /// The switches.
    @OptionGroup(visibility: .hidden) public var telemetry: TelemetryOptions

    /// The project's folder as the command line names it.
    public var projectPath: String? { shared.projectPath }

    /// Makes the command.
    public init() {}

    /// Prints what was found.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let tool = Root.telemetryTool
        let source = try DocumentSource(tool, shared, paths: paths, excluding: run.runId)
        let places = source.places
        guard !places.isEmpty else { return shared.isJSON ? print("[]") : print(source.nothing) }
        let verifier = Verifier(tool.catalogue.descriptions, names: source.ownNames(tool))
        let reports = try places.map { try verifier.verify($0) }
        if shared.isJSON {
            print(Self.json(reports, source.shown), terminator: "")
        } else {
            for report in reports { print(Self.text(report, source.shown), terminator: "") }
        }
        for warning in source.inventoryWarnings { StandardError.write("warning: \(warning)\n") }
        if reports.contains(where: { !$0.findings.isEmpty }) { throw ExitCode(4) }
    }

    private static func text(_ report: Verifier.Report, _ shown: (String) -> String) -> String {
        let kind = report.isBundle ? "bundle, " : ""
        let documents = "\(report.documents) document\(report.documents == 1 ? "" : "s")"
        let path = Escaping.visible(shown(report.path))
        guard !report.findings.isEmpty else { return "\(path): \(kind)\(documents), nothing found.\n" }
        var lines = ["\(path): \(kind)\(documents), \(report.findings.count) found:"]
        for finding in report.findings.prefix(100) {
            let place = [finding.file, finding.path].map(Escaping.visible).joined(separator: " ")
            lines.append("  \(place): \(Escaping.visible(finding.reason))")
        }
        if report.findings.count > 100 { lines.append("  and \(report.findings.count - 100) more") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func json(_ reports: [Verifier.Report], _ shown: (String) -> String) -> String {
        var writer = JSONWriter()
        writer.array { writer in
            for report in reports {
                writer.element()
                writer.object { writer in
                    writer.key("path")
                    writer.string(shown(report.path))
                    writer.key("bundle")
                    writer.bool(report.isBundle)
                    writer.key("documents")
                    writer.integer(report.documents)
                    writer.key("findings")
                    writer.array { writer in
                        for finding in report.findings {
                            writer.element()
                            writer.object { writer in
                                for (name, text) in [
                                    ("file", finding.file), ("path", finding.path), ("reason", finding.reason),
                                ] {
                                    writer.key(name)
                                    writer.string(text)
                                }
                            }
                        }
                    }
                }
            }
        }
        writer.newline()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension TelemetryVerify: Sendable where Root.Shared: Sendable {}
#endif
