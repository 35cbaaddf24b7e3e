package import Diagnostics

/// Turns findings into the text that people and editors read.
///
/// `path:line:column: error XQ0123: message`, below it the line of source with a caret, then the notes. The caret stands
/// under its character whatever the line holds: tabs are repeated as tabs, wide characters take two cells, combining
/// marks none.
package struct DiagnosticRenderer: Sendable {
    /// Whether to colour.
    package var isColoured: Bool

    /// Makes a renderer.
    package init(isColoured: Bool = false) {
        self.isColoured = isColoured
    }

    /// The text of one finding, ending in a newline.
    package func render(_ finding: Finding) -> String {
        var text = ""
        if let location = finding.location {
            text += style("\(location.path):\(location.line):\(location.column):", .bold) + " "
        }
        text += style("\(finding.severity.rawValue) \(finding.code.rawValue):", Self.style(of: finding.severity))
        text += " " + style(finding.message, .bold) + "\n"
        if let location = finding.location, let line = finding.sourceLine {
            text += excerpt(of: line, column: location.column)
        }
        for note in finding.notes {
            let indented = note.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n        ")
            text += "  " + style("note:", .cyan) + " \(indented)\n"
        }
        return text
    }

    /// The text of all, in their order.
    package func render(_ findings: some Sequence<Finding>) -> String {
        findings.map { render($0) }.joined()
    }

    /// The line and the caret below it; a long line is cut around the caret.
    private func excerpt(of line: String, column: Int) -> String {
        var characters = line.map { Self.isShown($0) ? $0 : "\u{FFFD}" }
        var before = max(0, min(column - 1, characters.count))
        if characters.count > Self.longestLine {
            let start = max(0, before - Self.longestLine / 2)
            let end = min(characters.count, start + Self.longestLine)
            let isCutAtEnd = end < characters.count
            characters = (start > 0 ? ["…"] : []) + characters[start..<end] + (isCutAtEnd ? ["…"] : [])
            before -= start > 0 ? start - 1 : 0
        }
        var padding = ""
        for character in characters.prefix(before) {
            padding += character == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.of(character))
        }
        return "    \(String(characters))\n    \(padding)\(style("^", .green))\n"
    }

    /// Whether a character may reach the terminal: control characters of a file could command it.
    private static func isShown(_ character: Character) -> Bool {
        character == "\t" || !character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    private static let longestLine = 160

    private static func style(of severity: Severity) -> TextStyle {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }

    private func style(_ text: String, _ style: TextStyle) -> String {
        isColoured ? style.applied(to: text) : text
    }
}
