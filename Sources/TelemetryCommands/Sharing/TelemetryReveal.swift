#if (Tool || TelemetryCommands) && Telemetry
public import ArgumentParser
public import LocalTelemetry
internal import TelemetryReport
internal import TelemetrySharing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `telemetry reveal`: rewrites the tokens of a bundle in any text, for whoever has the key.
public struct TelemetryReveal<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "reveal",
            abstract: "Turn the tokens of a bundle in a text back into the project's names.",
            discussion: """
                Works for whoever has the key that the bundle was made with, and nobody else. To standard output only.

                EXAMPLES
                  \(name) telemetry reveal --bundle bundle.zip answer.txt
                  \(name) telemetry reveal --bundle bundle.zip -  < mail.txt
                """)
    }

    /// The bundle that the tokens are of.
    @Option(help: .init("The bundle that the tokens are of.", valueName: "bundle"), completion: .file())
    public var bundle: String

    /// The text.
    @Argument(help: .init("The text; standard input unless given, or for -.", valueName: "file"), completion: .file())
    public var file: String?

    /// What every command of the tool takes.
    @OptionGroup public var shared: Root.Shared
    /// The switches.
    @OptionGroup(visibility: .hidden) public var telemetry: TelemetryOptions

    /// The project's folder as the command line names it.
    public var projectPath: String? { shared.projectPath }
    /// `--telemetry-key` names the key to reveal with, too.
    public var usesTelemetryKey: Bool { true }

    /// Makes the command.
    public init() {}

    /// Prints the text.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let tool = Root.telemetryTool
        let source = try DocumentSource(tool, shared, paths: [bundle], excluding: run.runId)
        let manifest: BundleManifest
        do throws(ArchiveProblem) {
            manifest = try BundleReader(path: bundle, tool.catalogue.descriptions).manifest
        } catch {
            throw UnreadableBundle(path: bundle, problem: error)
        }
        guard manifest.isRevealable else { throw CommandFailure.notRevealable(bundle) }
        let names = try source.tokens(
            of: manifest, source.pseudonyms(keyFile: telemetry.keyFile), keyFile: telemetry.keyFile)
        let result = names.reveal(try TextInput.read(file))
        // Names and strangers' texts can hold what moves a cursor.
        if isatty(STDOUT_FILENO) == 1 {
            let text = String(decoding: result.text, as: UTF8.self)
            print(
                text.split(separator: "\n", omittingEmptySubsequences: false).map { Escaping.visible(String($0)) }
                    .joined(separator: "\n"), terminator: "")
        } else {
            try Output.writeAsIs(result.text)
        }
        fflush(nil)
        let tokens = "\(result.revealed) token\(result.revealed == 1 ? "" : "s") revealed"
        let rest = result.unknown == 0 ? "" : "; \(result.unknown) left that stand for nothing in this project"
        StandardError.write("\(tokens)\(rest).\n")
    }
}

extension TelemetryReveal: Sendable where Root.Shared: Sendable {}

/// A text that a person names.
enum TextInput {
    /// No text is larger.
    private static let maximumBytes = 64 << 20

    /// The bytes of a file, or of standard input for `nil` and `-`.
    static func read(_ path: String?) throws -> [UInt8] {
        let isStandardInput = path == nil || path == "-"
        let descriptor = isStandardInput ? STDIN_FILENO : unsafe open(path ?? "", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure.missing(path ?? "") }
        defer { if !isStandardInput { close(descriptor) } }
        guard let bytes = SystemFile.readToEnd(descriptor, atMost: maximumBytes) else {
            throw CommandFailure.unreadable(
                isStandardInput ? "Standard input" : path ?? "", SystemFile.reason(errno))
        }
        return bytes
    }
}
#endif
