import JSONBytes
import Project
import SnapshotModel
import SwiftGenerator
import TelemetryRecording

extension ProjectSession {
    /// Says why parameters and columns are what the snapshot says.
    ///
    /// - Throws: ``RunFailure`` where there is no snapshot, or no such query in it.
    func explain() throws {
        let explained = context.recorder.span("run.explain") {
            ExplainedQueries(projectRoot: root.path, filter: filter)
        }
        if !explained.findings.isEmpty { throw RunFailure(.failure, explained.findings) }
        let types = SwiftTypeNames(types: configuration.types)
        guard !context.shared.isJSON else {
            context.report.section { writer in
                ExplanationJSON(types: types).write(explained.items, to: &writer)
            }
            return
        }
        let style = ConsoleStyle.detect(1, isCI: context.shared.isCI, environment: .current)
        let text = ExplanationText(types: types, isColoured: style.isColoured, isVerbose: context.shared.verbose)
        for item in explained.items { context.console.write(text.text(of: item)) }
        if !explained.hasEvidence {
            context.console.message(
                "note: nothing is remembered here of how this snapshot was made; xtraq snapshot shows more.")
        }
    }
}
