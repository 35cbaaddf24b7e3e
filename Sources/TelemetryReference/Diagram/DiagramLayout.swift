/// Gives everything that a diagram says its place.
struct DiagramLayout {
    private(set) var drawing: DiagramDrawing
    private let content: DiagramContent

    private static let margin = 16.0
    private static let gutter = 32.0
    private static let padding = 12.0
    private static let lineHeight = 21.0
    private static let bandHeight = 32.0

    /// Draws a tool's documents.
    static func drawing(of footprint: ToolFootprint) -> DiagramDrawing {
        var layout = DiagramLayout(DiagramContent(footprint))
        layout.draw()
        return layout.drawing
    }

    private init(_ content: DiagramContent) {
        self.content = content
        drawing = DiagramDrawing(title: content.title, description: content.description)
    }

    private mutating func draw() {
        let (margin, width) = (Self.margin, drawing.width)
        text(content.title, .title, margin, 34)
        legend(at: 64)
        let bottom = block(content.envelope, x: margin, y: 84, width: width - 2 * margin, isEnvelope: true)
        // The envelope hangs over a trunk; from the trunk hang the documents, on both sides of it.
        let middle = width / 2
        let tie = "the same runId in all documents of one run"
        let tieWidth = DiagramDrawing.Label.width(tie, .tie)
        drawing.boxes.append(
            .init(role: .tie, x: middle - tieWidth / 2 - 8, y: bottom + 16, width: tieWidth + 16, height: 24))
        text(tie, .tie, middle - tieWidth / 2, bottom + 33)
        let column = (width - 2 * margin - Self.gutter) / 2
        var ends = [bottom + 58, bottom + 58]
        var lowest = bottom + 40
        for document in content.documents {
            let side = ends[1] < ends[0] ? 1 : 0
            let x = side == 0 ? margin : width - margin - column
            let top = ends[side]
            ends[side] = block(document, x: x, y: top, width: column, isEnvelope: false) + 20
            let branch = top + Self.bandHeight / 2
            drawing.paths.append(
                .init(points: [(middle, branch), (side == 0 ? x + column : x, branch)]))
            lowest = max(lowest, branch)
        }
        drawing.paths.append(.init(points: [(middle, bottom), (middle, bottom + 16)]))
        drawing.paths.append(.init(points: [(middle, bottom + 40), (middle, lowest)]))
        drawing.height = max(ends[0], ends[1], lowest + 20) - 20 + margin
    }

    /// What the marks mean.
    private mutating func legend(at baseline: Double) {
        var x = Self.margin
        x = entry(.init(text: "nameHash", mark: .pseudonym), x, baseline) + 8
        x = text("a pseudonym: a keyed hash, never the name", .note, x, baseline) + 28
        x = text("name?", .field, x, baseline) + 8
        x = text("can be absent", .note, x, baseline) + 28
        x = text("list[≤25]", .field, x, baseline) + 8
        text("at most 25", .note, x, baseline)
    }

    @discardableResult
    private mutating func text(
        _ text: String, _ style: DiagramDrawing.Label.Style, _ x: Double, _ baseline: Double
    ) -> Double {
        drawing.labels.append(.init(text: text, style: style, x: x, baseline: baseline))
        return x + DiagramDrawing.Label.width(text, style)
    }

    /// Draws a block.
    ///
    /// - Returns: Its lower edge.
    private mutating func block(
        _ block: DiagramContent.Block, x: Double, y: Double, width: Double, isEnvelope: Bool
    ) -> Double {
        let frame = drawing.boxes.count
        drawing.boxes.append(.init(role: .frame, x: x, y: y, width: width, height: 0))
        drawing.boxes.append(.init(role: .band, x: x, y: y, width: width, height: Self.bandHeight))
        text(block.title, .band, x + Self.padding, y + 22)
        let (left, inner) = (x + Self.padding, width - 2 * Self.padding)
        var line = y + Self.bandHeight + Self.lineHeight
        for words in TextMetrics.lines(block.purpose, size: DiagramDrawing.Label.Style.note.size, limit: inner) {
            text(words, .note, left, line)
            line += Self.lineHeight
        }
        if !isEnvelope { line = writers(block.writers, left, inner, line + 4) }
        line += 6
        let names = block.parts.map { DiagramDrawing.Label.width($0.name, .part) }
        let indent = names.max().map { $0 > 0 ? min($0 + 14, inner / 2) : 0 } ?? 0
        for part in block.parts {
            var begin = left + indent
            if part.name.isEmpty {
                begin = left
            } else if text(part.name, .part, left, line) > left + indent - 8 {
                // A long name has a line of its own.
                line += Self.lineHeight
            }
            for group in part.groups { line = flow(group, begin, x + width - Self.padding, line) }
            line += 5
        }
        let bottom = line - Self.lineHeight + 10
        drawing.boxes[frame].height = bottom - y
        return bottom
    }

    private mutating func writers(
        _ writers: [String], _ left: Double, _ inner: Double, _ line: Double
    ) -> Double {
        let entries = writers.isEmpty ? ["every command"] : writers
        var (x, line) = (text("written by", .note, left, line) + 14, line)
        for entry in entries {
            let width = DiagramDrawing.Label.width(entry, .chip)
            if x + width + 6 > left + inner, x > left + 6 {
                line += Self.lineHeight + 3
                x = left + 6
            }
            drawing.boxes.append(.init(role: .chip, x: x - 6, y: line - 15, width: width + 12, height: 20))
            x = text(entry, .chip, x, line) + 20
        }
        return line + Self.lineHeight
    }

    /// Sets names beside each other, and below where there is no more room.
    ///
    /// - Returns: Where the next line stands.
    private mutating func flow(
        _ entries: [DiagramContent.Entry], _ begin: Double, _ end: Double, _ line: Double
    ) -> Double {
        var (x, line) = (begin, line)
        for item in entries {
            if x > begin, x + Self.width(item) > end {
                x = begin
                line += Self.lineHeight
            }
            x = entry(item, x, line) + 13
        }
        return line + Self.lineHeight
    }

    private static func width(_ entry: DiagramContent.Entry) -> Double {
        let isBoxed = entry.mark == .pseudonym || entry.mark == .tie
        return DiagramDrawing.Label.width(entry.text, style(entry)) + (isBoxed ? 12 : 0)
    }

    private static func style(_ entry: DiagramContent.Entry) -> DiagramDrawing.Label.Style {
        switch entry.mark {
        case .plain: .field
        case .heading: .note
        case .pseudonym: .pseudonym
        case .tie: .tie
        }
    }

    /// Sets one name, in a box where it is marked.
    ///
    /// - Returns: Its right edge.
    private mutating func entry(_ entry: DiagramContent.Entry, _ x: Double, _ line: Double) -> Double {
        let role: DiagramDrawing.Box.Role
        switch entry.mark {
        case .plain, .heading: return text(entry.text, Self.style(entry), x, line)
        case .pseudonym: role = .pseudonym
        case .tie: role = .tie
        }
        drawing.boxes.append(.init(role: role, x: x, y: line - 14.5, width: Self.width(entry), height: 19.5))
        return text(entry.text, Self.style(entry), x + 6, line) + 6
    }
}

extension ToolFootprint {
    /// The diagram of the envelope and the documents, with everything in its place.
    package var drawing: DiagramDrawing { DiagramLayout.drawing(of: self) }
}
