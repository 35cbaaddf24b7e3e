import Diagnostics
import JSONBytes
import Project
import SnapshotModel
import SwiftGenerator
import TelemetryRecording

extension ProjectSession {
    /// Writes the code that the snapshot says, or says with `--check` what of it is not current.
    ///
    /// - Throws: ``RunFailure`` with everything that was found.
    func build(isCheck: Bool) throws {
        let conformances = configuration.conformances.compactMap {
            GeneratorConfiguration.Conformance(rawValue: $0.rawValue)
        }
        let request = BuildRequest(
            projectRoot: root.path, output: root.path(of: configuration.output),
            configuration: GeneratorConfiguration(
                module: configuration.module, conformances: Set(conformances), types: configuration.types),
            filter: filter, isForced: context.shared.noCache, isCheck: isCheck)
        let report = context.recorder.span("run.build") {
            context.console.working("Building") { BuildRun(request, recorder: context.recorder).run() }
        }
        if report.failure != nil { throw RunFailure(.failure, report.findings) }
        context.show(report.findings)
        summarise(report, isCheck: isCheck)
        let stale = isCheck ? report.differences.map { ($0.text, $0.breaksCallers) } : []
        context.report.section { writer in
            writer.key("build")
            writer.object { writer in
                writer.member("output", configuration.output)
                writer.member("module", configuration.module)
                if isCheck { writer.differences(stale) }
            }
        }
        try context.answer(stale)
    }

    private func summarise(_ report: BuildReport, isCheck: Bool) {
        let counts = report.counts
        var parts = ["\(counts.refreshed) refreshed", "\(counts.reused) reused"]
        if filter != nil { parts.append("\(counts.skipped) skipped") }
        if !isCheck { parts.append(report.files.text) }
        let warm = report.isWarm ? "nothing changed; " : ""
        context.console.message("build: \(warm)\(parts.joined(separator: ", "))")
        if context.shared.verbose {
            explain(report, isCheck: isCheck)
        }
    }

    /// Says why each query's code and each file is another.
    private func explain(_ report: BuildReport, isCheck: Bool) {
        let console = context.console
        for query in report.refreshed {
            console.message("build: \(query.name): \(query.reason.text) (\(query.reason.rawValue))")
        }
        let (writes, removes) = isCheck ? ("would write", "would remove") : ("wrote", "removed")
        for file in report.changedFiles {
            console.message(
                "build: \(writes) \(configuration.output)/\(file.path): \(file.reason.text) (\(file.reason.rawValue))")
        }
        for path in report.removedFiles {
            console.message(
                "build: \(removes) \(configuration.output)/\(path): nothing in the snapshot makes it any more")
        }
    }
}
