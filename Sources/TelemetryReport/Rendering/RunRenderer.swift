package import LocalTelemetry

/// Draws one run, whole, for a person.
package struct RunRenderer: Sendable {
    private let descriptions: [DocumentDescription]
    private let style: TextStyle
    private let revealer: Revealer

    /// Makes a renderer of a tool's kinds.
    package init(_ descriptions: [DocumentDescription], style: TextStyle, revealer: Revealer = .digits) {
        self.descriptions = descriptions
        self.style = style
        self.revealer = revealer
    }

    /// The run as text.
    package func render(_ run: RunRecord) -> String {
        var screen = Screen(style: style)
        drawHead(of: run, on: &screen)
        let body = BodyRenderer(text: FieldText(style: style, revealer: revealer))
        // The document of the invocation itself stands under the head.
        let own = run.main.kind == Self.invocation ? run.main : nil
        if let own, let description = description(of: own) {
            body.drawLists(description.body, of: own.values, within: own.values, on: &screen)
        }
        for entry in run.entries where entry.document.kind != own?.kind {
            screen.heading(Self.title(entry.document.kind))
            guard let description = description(of: entry.document) else {
                screen.line("  a kind of document that this version does not know")
                continue
            }
            body.draw(description.body, of: entry.document.values, on: &screen)
        }
        drawLosses(of: run, on: &screen)
        return screen.text
    }

    private static let invocation = "cli-command"

    private func description(of document: TelemetryDocument) -> DocumentDescription? {
        descriptions.first { $0.kind == document.kind }
    }

    // MARK: The run itself

    private func drawHead(of run: RunRecord, on screen: inout Screen) {
        let main = run.main
        let start = main.bundled == nil ? OutcomeText.time(run.timestamp) : "\(OutcomeText.start(main)) of the bundle"
        let title = style.accent(.bold, "Run \(main.runName)")
        let tool = descriptions.first?.tool ?? ""
        screen.line("\(title)  \(tool) \(main.command)  \(OutcomeText(style: style).verdict(main))")
        screen.line()
        let text = FieldText(style: style, revealer: revealer)
        let description = description(of: main) ?? descriptions.first
        let extras = description?.extras ?? []
        let switches = extras.filter { $0.kind == .flag && main.values[$0.name]?.isTrue == true }
        var facts: [Screen.Fact] = [
            .init(label: "started", items: [start]),
            .init(label: "where", items: platform(main)),
            .init(label: "switches", items: switches.isEmpty ? ["none"] : switches.map(FieldText.label)),
        ]
        for field in extras where field.kind != .flag {
            guard let value = main.values[field.name] else { continue }
            facts.append(.init(label: FieldText.label(field), items: [text.cell(value, field)]))
        }
        if let error = main.values["error"], let field = description?.core.first(where: { $0.name == "error" }) {
            facts.append(.init(label: "error", items: text.items(error, field.children)))
        }
        if main.kind == Self.invocation, let description {
            facts += BodyRenderer(text: text).lines(description.body, of: main.values)
        }
        screen.facts(facts)
    }

    private func platform(_ document: TelemetryDocument) -> [String] {
        func value(_ name: String) -> String? { document.values[name]?.text }
        let tool = [descriptions.first?.tool, value("version")].compactMap(\.self).joined(separator: " ")
        let system = [value("operatingSystem"), value("operatingSystemVersion")].compactMap(\.self)
        return [tool, system.joined(separator: " "), value("runtimeIdentifier") ?? ""].filter { !$0.isEmpty }
    }

    private static func title(_ kind: String) -> String {
        let words = kind.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    // MARK: What is missing

    /// What the recorder lost, and what this reader could not take: said only where there is something.
    private func drawLosses(of run: RunRecord, on screen: inout Screen) {
        var lines: [String] = []
        for entry in run.entries {
            let field = descriptions.first { $0.kind == entry.document.kind }?.recorder ?? descriptions.first?.recorder
            guard let field, let recorder = entry.document.values[field.name] else { continue }
            let text = FieldText(style: style, revealer: revealer)
            let items = field.children.compactMap { child in
                recorder[child.name].flatMap { ($0.integer ?? 0) > 0 ? text.item($0, child) : nil }
            }
            if !items.isEmpty {
                lines.append("\(Self.title(entry.document.kind)): \(items.joined(separator: style.separator))")
            }
        }
        guard !lines.isEmpty else { return }
        screen.heading("Not recorded as it was")
        for line in lines { screen.line("  " + line) }
    }
}
