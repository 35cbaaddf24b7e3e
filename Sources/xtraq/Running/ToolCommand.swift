import ArgumentParser
import Diagnostics
import Project
import TelemetryCommands
import TelemetryRecording
import LocalTelemetry
import XtraqDocuments

/// A command of the tool: what it does, given a place to speak and a recorder.
protocol ToolCommand: RecordedCommand where Facts == XtraqFacts {
    /// The options that every command takes.
    var shared: SharedOptions { get }
    /// What the command line says of this command, for telemetry.
    func describe(_ facts: inout XtraqFacts)
    /// Does what the command is for.
    func execute(_ context: RunContext) throws
}

extension ToolCommand {
    var projectPath: String? { shared.projectPath }

    func describe(_ facts: inout XtraqFacts) {}

    func run(_ run: TelemetryRun<XtraqFacts>) throws {
        let context = RunContext(console: .standard(isCI: shared.isCI), shared: shared, telemetry: run)
        run.note { facts in
            facts.switches.ciMode = shared.isCI
            facts.switches.verbose = shared.verbose
            facts.switches.noCache = shared.noCache
            describe(&facts)
        }
        var status = ExitStatus.success
        do {
            try execute(context)
        } catch let failure as RunFailure {
            context.show(failure.findings)
            status = ExitStatus(for: failure)
        }
        if let warnings = context.report.warnings { context.console.message(warnings) }
        if shared.isJSON, !context.report.isEmpty || status != .success { context.report.write(to: context.console) }
        if status == .success, let lost = context.console.failure {
            context.show([lost])
            status = .failure
        }
        if status != .success { throw ExitCode(status.rawValue) }
    }
}

/// What a command works with.
struct RunContext {
    /// Where it speaks.
    let console: Console
    /// The options that every command takes.
    let shared: SharedOptions
    /// The run as telemetry sees it; off unless asked for.
    let telemetry: TelemetryRun<XtraqFacts>

    /// What the run has found and done so far.
    let report = RunReport()

    /// Where work reports itself.
    var recorder: Recorder { telemetry.recorder }

    /// Shows findings and counts them.
    func show(_ findings: [Finding]) {
        console.show(findings)
        report.add(findings)
        telemetry.note { $0.count(findings) }
    }
}
