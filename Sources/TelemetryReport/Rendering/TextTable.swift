/// Columns of text, as wide as their content.
struct TextTable {
    /// A column: its title, and on which side its content stands.
    struct Column {
        var title: String
        var isRight: Bool
    }

    var columns: [Column]
    var rows: [[String]] = []
    var indent = 4
    /// Whether titles are shown.
    var hasTitles = true
    /// Whether columns may be left out, and text cut, where the width is too small.
    var fitsWidth = true

    /// Takes out the columns whose cells are all empty or zero, the first column aside.
    mutating func dropEmptyColumns() {
        for place in columns.indices.reversed() where place > 0 {
            guard rows.allSatisfy({ ["", "0", "0 ms", "0 B"].contains($0[place]) }) else { continue }
            columns.remove(at: place)
            for row in rows.indices { rows[row].remove(at: place) }
        }
    }

    /// Draws it; where the width is too small the last columns are left out, and that is said.
    func draw(on screen: inout Screen) {
        guard !rows.isEmpty else { return }
        var (table, hidden) = (self, 0)
        while fitsWidth, table.columns.count > 2, table.width > screen.style.width {
            table.columns.removeLast()
            for row in table.rows.indices { table.rows[row].removeLast() }
            hidden += 1
        }
        table.drawWhole(on: &screen)
        if hidden > 0 {
            let note = hidden == 1 ? "1 more column" : "\(hidden) more columns"
            let margin = String(repeating: " ", count: indent)
            screen.line(margin + screen.style.accent(.dim, "(\(note) in a wider window, or with --json)"))
        }
    }

    private var widths: [Int] {
        columns.indices.map { place in
            rows.reduce(hasTitles ? columns[place].title.count : 0) { max($0, $1[place].count) }
        }
    }

    private var width: Int { indent + widths.reduce(0, +) + 2 * (columns.count - 1) }

    private func drawWhole(on screen: inout Screen) {
        var widths = widths
        if fitsWidth { shrink(&widths, to: screen.style.width) }
        let margin = String(repeating: " ", count: indent)
        if hasTitles {
            let titles = line(columns.map(\.title), widths, screen.style)
            screen.line(margin + screen.style.accent(.dim, titles))
        }
        for row in rows { screen.line(margin + line(row, widths, screen.style)) }
    }

    /// Takes what is too much from the widest column of text.
    private func shrink(_ widths: inout [Int], to limit: Int) {
        let total = indent + widths.reduce(0, +) + 2 * (widths.count - 1)
        let texts = widths.indices.filter { !columns[$0].isRight }
        guard total > limit, let widest = texts.max(by: { widths[$0] < widths[$1] }) else { return }
        widths[widest] = max(min(12, widths[widest]), widths[widest] - (total - limit))
    }

    private func line(_ cells: [String], _ widths: [Int], _ style: TextStyle) -> String {
        var text = ""
        for (place, cell) in cells.enumerated() {
            let cut =
                cell.count > widths[place]
                ? cell.prefix(max(0, widths[place] - style.ellipsis.count)) + style.ellipsis : cell[...]
            let isLast = place == cells.count - 1
            let padded = Screen.padded(String(cut), to: widths[place], right: columns[place].isRight)
            text += (place > 0 ? "  " : "") + (isLast && !columns[place].isRight ? String(cut) : padded)
        }
        return text
    }
}
