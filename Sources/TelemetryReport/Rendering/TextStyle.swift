/// How text is drawn: for a terminal, or plain.
package struct TextStyle: Sendable {
    /// Columns to draw in.
    package var width: Int
    /// Whether the terminal takes colours and weights.
    package var isColoured: Bool
    /// Whether bars and dots may be other than ASCII.
    package var isUnicode: Bool

    /// Makes a style; a width outside 40 to 160 is brought into that range.
    package init(width: Int, isColoured: Bool, isUnicode: Bool) {
        self.width = min(max(width, 40), 160)
        self.isColoured = isColoured
        self.isUnicode = isUnicode
    }

    /// 120 columns without colour: for pipes and files.
    package static let plain = TextStyle(width: 120, isColoured: false, isUnicode: true)

    enum Accent: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case blue = "34"
    }

    func accent(_ accent: Accent, _ text: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(accent.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// What stands between the items of a line.
    var separator: String { isUnicode ? " · " : ", " }
    /// What stands for the rest of a text that was cut.
    var ellipsis: String { isUnicode ? "…" : "..." }
    /// What multiplies.
    var times: String { isUnicode ? "×" : "x" }
}
