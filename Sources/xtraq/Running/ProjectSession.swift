import Diagnostics
import LocalTelemetry
import Project
import SnapshotModel
import TelemetryRecording
import XtraqDocuments

/// A project that is worked on: its root, its configuration, and what the run is restricted to.
struct ProjectSession {
    let context: RunContext
    let root: ProjectRoot
    let configuration: ProjectConfiguration
    let filter: ProcedureFilter?

    /// Finds the project and reads its configuration.
    ///
    /// - Throws: ``RunFailure`` where there is none, where it is invalid, or where `--procedure` cannot be read.
    ///
    /// - Parameters:
    ///   - context: What the command works with.
    ///   - settings: Options that set values of the configuration.
    ///   - asked: A filter that the command itself takes; `--procedure` where it is `nil`.
    init(_ context: RunContext, settings: SettingOptions? = nil, asked: String? = nil) throws {
        self.context = context
        filter = try Self.filter(asked ?? context.shared.procedure)
        (root, configuration) = try context.recorder.span("run.configuration") {
            try Self.load(context, settings: settings)
        }
        if let filter { context.telemetry.note { $0.filter = filter.texts } }
        if context.shared.verbose {
            for origin in configuration.origins {
                context.console.message("configuration: \(origin.key.rawValue) from \(origin.layer)")
            }
        }
    }

    private static func load(
        _ context: RunContext, settings: SettingOptions?
    ) throws -> (ProjectRoot, ProjectConfiguration) {
        let root = try ProjectRoot.find(given: context.shared.projectPath)
        var commandLine: [ConfigurationKey: String] = [:]
        commandLine[.database] = context.shared.database
        commandLine[.output] = settings?.output
        commandLine[.schemas] = settings?.schemas
        var loader = ConfigurationLoader(root: root, environment: .current, commandLine: commandLine)
        let configuration = try loader.load()
        context.show(loader.warnings)
        return (root, configuration)
    }

    private static func filter(_ text: String?) throws -> ProcedureFilter? {
        guard let text else { return nil }
        do {
            if let filter = try ProcedureFilter(parsing: text) { return filter }
        } catch {
            throw malformed(error.token, error.reason)
        }
        throw malformed(text, "no name is given")
    }

    private static func malformed(_ text: String, _ reason: String) -> RunFailure {
        RunFailure(
            .usage,
            [
                Finding(
                    .filterMalformed, "“\(text)” is not a filter: \(reason).",
                    notes: ["Write name or schema.name, with * and ?, separated by commas."])
            ])
    }
}
