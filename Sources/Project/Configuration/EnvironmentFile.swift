package import Diagnostics

/// A `.env` file: `KEY=VALUE` lines, `export`, single and double quotes, `#` comments.
///
/// Nothing is expanded, and no value goes over several lines:
///
/// - A line is empty, a comment (`#` first), or `KEY=VALUE`, with `export` before it or not.
/// - A key is a letter or `_`, then letters, digits and `_`; no white space before `=`.
/// - A bare value ends at a `#` that follows white space; white space around it does not count.
/// - In single quotes everything stands for itself. In double quotes `\"`, `\\`, `\n`, `\r`, `\t` and `\$` are escapes;
///   any other backslash stands for itself. Behind the closing quote only white space and a comment may follow.
package struct EnvironmentFile: Sendable {
    /// A variable that the file sets.
    package struct Entry: Sendable, Equatable {
        /// The variable's name.
        package var key: String
        /// Its value, unquoted.
        package var value: String
        /// Where its line begins.
        package var offset: Int
    }

    /// In the order of the file; of two with one key the later counts.
    package private(set) var entries: [Entry] = []
    /// Lines that are not well-formed.
    package private(set) var findings: [Finding] = []

    /// The value of a key; `nil` where the file does not set it.
    package subscript(key: String) -> String? {
        entries.last { $0.key == key }?.value
    }

    /// Reads a file.
    package init(_ text: SourceText) {
        var offset = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while offset < text.bytes.count {
            let end = text.bytes[offset...].firstIndex(of: 0x0A) ?? text.bytes.count
            var line = EnvironmentLine(text.bytes[offset..<end])
            do {
                if let (key, value) = try line.read() {
                    entries.append(Entry(key: key, value: value, offset: offset))
                }
            } catch {
                findings.append(
                    text.finding(
                        .environmentFileSyntax, error.message, at: error.offset,
                        notes: ["A line reads KEY=VALUE, KEY='VALUE' or KEY=\"VALUE\"; see docs/configuration.md."]))
            }
            offset = end + 1
        }
    }
}

/// One line of a `.env` file.
private struct EnvironmentLine {
    struct Problem: Error {
        var message: String
        var offset: Int
    }

    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
        index = bytes.startIndex
    }

    /// Key and value; `nil` for an empty line or a comment.
    mutating func read() throws(Problem) -> (String, String)? {
        skipWhitespace()
        guard let first = next, first != UInt8(ascii: "#") else { return nil }
        var (key, start) = name()
        if key == "export", next == 0x20 || next == 0x09 {
            skipWhitespace()
            (key, start) = name()
        }
        guard !key.isEmpty, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]) else {
            throw Problem(message: "This is not a variable's name.", offset: start)
        }
        guard next == UInt8(ascii: "=") else {
            throw Problem(message: "“=” is missing behind “\(key)”.", offset: index)
        }
        index += 1
        return (key, try value())
    }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skipWhitespace() {
        while next == 0x20 || next == 0x09 { index += 1 }
    }

    private mutating func name() -> (String, Int) {
        let start = index
        while let byte = next, isNamePart(byte) { index += 1 }
        return (String(decoding: bytes[start..<index], as: UTF8.self), start)
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private mutating func value() throws(Problem) -> String {
        skipWhitespace()
        switch next {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return try quoted()
        default: return bare()
        }
    }

    private mutating func bare() -> String {
        let start = index
        var end = index
        var isAfterSpace = true
        while let byte = next {
            if byte == UInt8(ascii: "#"), isAfterSpace { break }
            isAfterSpace = byte == 0x20 || byte == 0x09
            index += 1
            if !isAfterSpace { end = index }
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func quoted() throws(Problem) -> String {
        let start = index
        let quote = bytes[index]
        index += 1
        var value: [UInt8] = []
        while let byte = next, byte != quote {
            index += 1
            if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\"), let escaped = escape(next) {
                value.append(escaped)
                index += 1
            } else {
                value.append(byte)
            }
        }
        guard next == quote else {
            throw Problem(message: "The closing quote is missing; a value cannot go over several lines.", offset: start)
        }
        index += 1
        skipWhitespace()
        if let byte = next, byte != UInt8(ascii: "#") {
            throw Problem(message: "Only a comment may follow the closing quote.", offset: index)
        }
        return String(decoding: value, as: UTF8.self)
    }

    private func escape(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"): byte
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }
}
