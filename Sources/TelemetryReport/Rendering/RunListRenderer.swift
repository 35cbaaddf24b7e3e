package import LocalTelemetry

/// Draws runs, one a line.
package struct RunListRenderer: Sendable {
    private let style: TextStyle
    private let pseudonyms: [FieldShape]
    private let revealer: Revealer

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - style: How it is drawn.
    ///   - pseudonyms: The fields of the envelope that a column is added for, where a run has them.
    ///   - revealer: What stands in them.
    package init(style: TextStyle, pseudonyms: [FieldShape] = [], revealer: Revealer = .digits) {
        self.style = style
        self.pseudonyms = pseudonyms
        self.revealer = revealer
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
        table.fitsWidth = false
        table.rows = runs.map { run in
            [
                run.main.runName, OutcomeText.start(run.main), run.command,
                outcome.word(run.outcome), run.main.durationMs.map(Figures.duration) ?? "",
                run.entries.map(\.document.kind).joined(separator: " "),
            ]
        }
        let text = FieldText(style: style, revealer: revealer)
        for field in pseudonyms where runs.contains(where: { $0.main.values[field.name] != nil }) {
            table.columns.append(.init(title: FieldText.label(field).uppercased(), isRight: false))
            for (place, run) in runs.enumerated() {
                table.rows[place].append(text.cell(run.main.values[field.name], field))
            }
        }
        table.draw(on: &screen)
        return screen.text
    }
}
