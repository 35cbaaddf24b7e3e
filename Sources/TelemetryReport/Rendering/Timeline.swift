/// Phases as bars over a common time.
struct Timeline {
    /// A phase in milliseconds.
    struct Bar {
        var name: String
        /// `nil` for what is scattered.
        var start: Double?
        var duration: Double
    }

    var bars: [Bar]
    var indent = 4

    /// Makes a timeline of phases alone.
    init(bars: [Bar]) {
        self.bars = bars
    }

    /// Makes a timeline of a whole run: of its phases, of what recording itself took before them, and of what lies in
    /// neither, so that nothing is left to guess.
    ///
    /// - Parameters:
    ///   - phases: The phases.
    ///   - whole: How long the run took, in milliseconds.
    ///   - recording: What recording took of it before the first phase, in milliseconds.
    init(phases: [Bar], whole: Double, recording: Double?) {
        bars = phases
        // Where the order alone is known, as in a bundle, it comes first all the same.
        if let recording { bars.insert(Bar(name: "(recording)", start: 0, duration: recording), at: 0) }
        let rest = whole - bars.reduce(0) { $0 + $1.duration }
        // Phases side by side can be longer than the run.
        if rest > 0 { bars.append(Bar(name: "(other)", start: nil, duration: rest)) }
    }

    func draw(on screen: inout Screen) {
        let placed = bars.compactMap { bar in bar.start.map { (start: $0, end: $0 + bar.duration) } }
        guard let begin = placed.map(\.start).min(), let end = placed.map(\.end).max() else { return }
        let style = screen.style
        let nameWidth = bars.map(\.name.count).max() ?? 0
        let figures = bars.map { Figures.duration($0.duration) }
        let figureWidth = figures.map(\.count).max() ?? 0
        let total = bars.reduce(0) { $0 + $1.duration }
        // Name, bar, figure and share stand two columns apart.
        let width = max(10, min(60, style.width - indent - nameWidth - figureWidth - 6 - 5))
        for (bar, figure) in zip(bars, figures) {
            let drawn = draw(bar, begin: begin, span: max(end - begin, 1e-9), width: width, style: style)
            screen.line(
                String(repeating: " ", count: indent) + Screen.padded(bar.name, to: nameWidth) + "  "
                    + style.accent(.blue, drawn) + "  " + Screen.padded(figure, to: figureWidth, right: true) + "  "
                    + Screen.padded(Figures.percent(bar.duration, of: total), to: 5, right: true))
        }
    }

    /// A bar in eighths of a column where the terminal has them; never nothing.
    private func draw(_ bar: Bar, begin: Double, span: Double, width: Int, style: TextStyle) -> String {
        guard let place = bar.start else { return Screen.padded("", to: width) }
        let first = (place - begin) / span * Double(width)
        let length = bar.duration / span * Double(width)
        let start = min(width - 1, Int(first))
        let space = String(repeating: " ", count: start)
        guard style.isUnicode else {
            let count = min(width - start, max(1, Int(length.rounded())))
            return Screen.padded(space + String(repeating: "#", count: count), to: width)
        }
        let eighths = min((width - start) * 8, max(1, Int((length * 8).rounded())))
        let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return Screen.padded(space + String(repeating: "█", count: eighths / 8) + partial, to: width)
    }
}
