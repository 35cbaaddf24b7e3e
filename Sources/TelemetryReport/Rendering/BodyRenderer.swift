import LocalTelemetry
import TelemetryRecording

/// Draws the fields of a document, whatever its kind.
struct BodyRenderer {
    let text: FieldText

    func draw(_ fields: [FieldShape], of object: DocumentValue, on screen: inout Screen) {
        screen.facts(lines(fields, of: object))
        drawLists(fields, of: object, on: &screen)
    }

    /// The lists that are more than a line; a timeline is one of the whole run where that is given.
    func drawLists(
        _ fields: [FieldShape], of object: DocumentValue, within run: DocumentValue? = nil, on screen: inout Screen
    ) {
        for field in fields {
            guard let value = object[field.name], field.kind == .list, !field.isListOfTexts, !value.items.isEmpty
            else { continue }
            switch ListShape(field) {
            case .timeline(let name, let start, let duration):
                screen.line()
                screen.label(FieldText.label(field))
                let bars = value.items.map { item in
                    Timeline.Bar(
                        name: text.cell(item[name.name], name), start: item[start.name]?.number ?? 0,
                        duration: item[duration.name]?.number ?? 0)
                }
                if let whole = run?["durationMs"]?.number {
                    Timeline(phases: bars, whole: whole, recording: run?["recordingMs"]?.number).draw(on: &screen)
                } else {
                    Timeline(bars: bars).draw(on: &screen)
                }
            case .table:
                screen.line()
                screen.label(FieldText.label(field))
                table(value.items, field.children).draw(on: &screen)
            case .line: break
            }
        }
    }

    /// What can be said in a line each: values, objects of values, small lists.
    func lines(_ fields: [FieldShape], of object: DocumentValue, prefix: String = "") -> [Screen.Fact] {
        var lines: [Screen.Fact] = []
        for field in fields {
            guard let value = object[field.name] else { continue }
            let label = prefix.isEmpty ? FieldText.label(field) : "\(prefix) \(FieldText.label(field))"
            switch field.kind {
            case .object:
                lines.append(Screen.Fact(label: label, items: text.items(value, field.children)))
                lines += self.lines(field.children.filter { !$0.children.isEmpty }, of: value, prefix: label)
            case .list where field.isListOfTexts:
                lines.append(Screen.Fact(label: label, items: value.items.compactMap(\.text).map(FieldText.words)))
            case .list:
                if case .line = ListShape(field) {
                    lines.append(Screen.Fact(label: label, items: text.items(ofList: value, field.children)))
                }
            case .histogram:
                if let histogram = value.histogram, !histogram.isEmpty {
                    lines.append(Screen.Fact(label: label, items: percentiles(of: histogram, field)))
                }
            default: lines.append(Screen.Fact(label: label, items: [text.cell(value, field)]))
            }
        }
        return lines.filter { !$0.items.isEmpty }
    }

    /// A table of a list's items; a distribution becomes its percentiles.
    private func table(_ items: [DocumentValue], _ fields: [FieldShape]) -> TextTable {
        var columns: [TextTable.Column] = []
        var rows = [[String]](repeating: [], count: items.count)
        for field in fields {
            if field.kind == .histogram {
                for (title, quantile) in Self.quantiles {
                    columns.append(.init(title: title, isRight: true))
                    for (place, item) in items.enumerated() {
                        let value = item[field.name]?.histogram?.percentile(quantile)
                        rows[place].append(value.map { figure($0, field) } ?? "")
                    }
                }
            } else {
                columns.append(.init(title: title(field), isRight: field.kind.isNumber))
                for (place, item) in items.enumerated() { rows[place].append(text.tableCell(item[field.name], field)) }
            }
        }
        var table = TextTable(columns: columns, rows: rows)
        table.dropEmptyColumns()
        return table
    }

    private static let quantiles = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)]

    /// A distribution in a line.
    private func percentiles(of histogram: Histogram, _ field: FieldShape) -> [String] {
        Self.quantiles.compactMap { title, quantile in
            histogram.percentile(quantile).map { "\(title) \(figure($0, field))" }
        }
    }

    /// A value of a distribution in its unit.
    private func figure(_ value: Double, _ field: FieldShape) -> String {
        switch field.unit {
        case .bytes: Figures.bytes(Int(value))
        case .one, .rows: Figures.count(Int(value.rounded()))
        default: Figures.duration(value)
        }
    }

    /// A column's title: what is counted, without saying that it is a count.
    private func title(_ field: FieldShape) -> String {
        var words = Words.of(field.name)
        if words.count > 1, let last = words.last, ["ms", "hash", "class"].contains(last) { words.removeLast() }
        if words.count > 1, words.last == "count" {
            words.removeLast()
            words[words.count - 1] += "s"
        }
        return words.joined(separator: " ")
    }
}
