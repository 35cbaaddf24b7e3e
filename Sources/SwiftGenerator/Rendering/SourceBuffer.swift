/// Swift source as it grows, in bytes: appending to an array of bytes is several times as fast as to a string.
struct SourceBuffer {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: ArraySlice<UInt8>) {
        bytes.append(contentsOf: text)
    }

    mutating func append(_ number: Int) {
        append(String(number))
    }

    /// Takes off what was appended behind that length.
    mutating func cut(to count: Int) {
        bytes.removeLast(bytes.count - count)
    }

    var count: Int { bytes.count }

    // MARK: Identifiers and literals

    /// An identifier, in backticks where it needs them.
    mutating func append(identifier: String) {
        if Keyword.needsBackticks(identifier) {
            append("`")
            append(identifier)
            append("`")
        } else {
            append(identifier)
        }
    }

    /// A parameter's name where it is declared: there most words of the language may stand as they are.
    mutating func append(label: String) {
        if label == "inout" || label == "var" || label == "let" {
            append(identifier: label)
        } else {
            append(label)
        }
    }

    /// A string literal on one line.
    mutating func append(literal text: String) {
        append("\"")
        if appendPlain(text) {
            append("\"")
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": append("\\\"")
            case "\\": append("\\\\")
            case "\n": append("\\n")
            case "\r": append("\\r")
            case "\t": append("\\t")
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\u{2028}" || scalar == "\u{2029}" {
                    append("\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
                } else {
                    append(String(scalar))
                }
            }
        }
        append("\"")
    }

    /// SQL as a literal: on one line where it is short, else on lines of its own, indented by eight spaces.
    mutating func append(sql: String) {
        let traits = LiteralTraits(sql)
        if traits.hasControls {
            append(literal: sql)
            return
        }
        if !traits.hasLines, !traits.hasQuotes, traits.hashes == 0, traits.count <= 80 {
            append("\"")
            append(sql)
            append("\"")
            return
        }
        for _ in 0..<traits.hashes { append("#") }
        append("\"\"\"\n")
        var text = sql
        text.withUTF8 { unsafe appendLines($0) }
        append("        \"\"\"")
        for _ in 0..<traits.hashes { append("#") }
    }
}

extension SourceBuffer {
    /// Appends a text that a literal can hold as it is; says whether it is one.
    private mutating func appendPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            let characters = unsafe text.span
            for place in characters.indices {
                let byte = characters[place]
                guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                    return false
                }
            }
            unsafe bytes.append(contentsOf: text)
            return true
        }
    }

    /// Lines with eight spaces before each that is not empty.
    private mutating func appendLines(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(bytes.count + text.count + 256)
        var start = 0
        while start < text.count {
            let rest = unsafe text[start...]
            let end = unsafe rest.firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            if end > start {
                append("        ")
                unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
            }
            append("\n")
            start = end + 1
        }
        // A newline at the very end begins one more line, an empty one.
        if unsafe text.isEmpty || text[text.count - 1] == UInt8(ascii: "\n") { append("\n") }
    }
}

/// What about a text decides how it can be written as a literal.
private struct LiteralTraits {
    var count = 0
    var hasLines = false
    var hasQuotes = false
    /// Characters that source cannot hold as they are.
    var hasControls = false
    /// The number of `#` that a literal of several lines needs around it.
    var hashes = 0

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { unsafe Self(utf8: $0.span) }
    }

    private init(utf8 text: Span<UInt8>) {
        var quotes = 0
        var run = 0
        var afterQuotes = false
        count = text.count
        for place in text.indices {
            let byte = text[place]
            switch byte {
            case UInt8(ascii: "\\"): hashes = max(hashes, 1)
            case UInt8(ascii: "\""):
                hasQuotes = true
                quotes += 1
                if quotes >= 3 {
                    hashes = max(hashes, 1)
                    afterQuotes = true
                    run = 0
                }
                continue
            case UInt8(ascii: "#"):
                if afterQuotes || hashes > 0 {
                    run += 1
                    hashes = max(hashes, run + 1)
                }
                quotes = 0
                continue
            case UInt8(ascii: "\n"): hasLines = true
            case UInt8(ascii: "\t"): break
            case 0..<0x20, 0x7F: hasControls = true
            default: break
            }
            quotes = 0
            run = 0
            afterQuotes = false
        }
    }
}
