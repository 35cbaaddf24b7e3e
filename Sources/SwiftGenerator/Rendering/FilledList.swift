/// Items between brackets, parted by commas: on the line that has begun, or filling lines of their own.
struct FilledList {
    /// Spaces before each line; `nil` where all stands on the line that has begun.
    let indentation: Int?
    private var lineStart: Int?

    init(indentation: Int?) {
        self.indentation = indentation
    }

    /// Adds what the closure writes.
    mutating func append(to out: inout SourceBuffer, _ item: (inout SourceBuffer) -> Void) {
        guard let indentation else {
            if lineStart != nil { out.append(", ") }
            lineStart = out.count
            item(&out)
            return
        }
        if let lineStart {
            let end = out.count
            out.append(", ")
            item(&out)
            guard out.count - lineStart > 119 else { return }
            out.cut(to: end)
            out.append(",")
        }
        out.append("\n")
        lineStart = out.count
        for _ in 0..<indentation { out.append(" ") }
        item(&out)
    }

    /// Ends the last line, four spaces before the others.
    func finish(in out: inout SourceBuffer) {
        guard let indentation, lineStart != nil else { return }
        out.append("\n")
        for _ in 4..<indentation { out.append(" ") }
    }
}
