import LocalTelemetry

/// Draws runs, one a line.
package struct RunListRenderer: Sendable {
    private let style: TextStyle

    /// Makes a renderer.
    package init(style: TextStyle) {
        self.style = style
    }

    /// The runs as text, in the order given.
    package func render(_ runs: [RunRecord]) -> String {
        var screen = Screen(style: style)
        let outcome = OutcomeText(style: style)
        var table = TextTable(columns: [
            .init(title: "RUN", isRight: false), .init(title: "STARTED (UTC)", isRight: false),
            .init(title: "COMMAND", isRight: false), .init(title: "OUTCOME", isRight: false),
            .init(title: "TOOK", isRight: true), .init(title: "DOCUMENTS", isRight: false),
        ])
        table.indent = 0
        table.rows = runs.map { run in
            [
                run.runId.shortText, String(OutcomeText.time(run.timestamp).dropLast(4)), run.command,
                outcome.word(run.outcome), run.main.durationMs.map(Figures.duration) ?? "",
                run.entries.map(\.document.kind).joined(separator: " "),
            ]
        }
        table.draw(on: &screen)
        return screen.text
    }
}
