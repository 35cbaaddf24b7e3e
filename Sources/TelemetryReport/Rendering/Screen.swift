/// Lines of text that are being put together.
struct Screen {
    let style: TextStyle
    private(set) var lines: [String] = []

    init(style: TextStyle) {
        self.style = style
    }

    /// All lines, each with its end.
    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func line(_ text: String = "") {
        lines.append(text)
    }

    /// A blank line and a title.
    mutating func heading(_ text: String) {
        if !lines.isEmpty { line() }
        line(style.accent(.bold, text))
    }

    /// A label with what is to be said to it.
    struct Fact {
        var label: String
        var items: [String]
    }

    /// Facts, their items below one another.
    mutating func facts(_ facts: [Fact]) {
        let width = min(24, facts.map(\.label.count).max() ?? 0)
        for fact in facts { self.facts(fact.label, fact.items, labelWidth: width) }
    }

    /// A label with items that are wrapped into the width, and hang under the first.
    mutating func facts(_ label: String, _ items: [String], labelWidth: Int) {
        guard !items.isEmpty else { return }
        let indent = 2 + labelWidth + 2
        var text = "  " + style.accent(.dim, Self.padded(label, to: labelWidth)) + "  "
        var used = indent
        for (place, item) in items.enumerated() {
            let separator = place == 0 ? "" : style.separator
            if place > 0, used + separator.count + item.count > style.width {
                line(text)
                text = String(repeating: " ", count: indent) + item
                used = indent + item.count
            } else {
                text += separator + item
                used += separator.count + item.count
            }
        }
        line(text)
    }

    /// A label in the place of a title within a section.
    mutating func label(_ text: String) {
        line("  " + style.accent(.dim, text))
    }

    static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return right ? space + text : text + space
    }
}
