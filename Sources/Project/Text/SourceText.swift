package import Diagnostics

/// The text of a file, with its lines found when a place in it must be shown.
package struct SourceText: Sendable {
    /// Path as shown to the user.
    package let path: String
    /// The bytes of the file.
    package let bytes: [UInt8]

    /// Makes a text.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Line, column (in characters, from 1) of a byte, and the text of its line.
    ///
    /// - Complexity: O(n) in the length of the text before the byte.
    package func place(at offset: Int) -> (location: SourceLocation, line: String) {
        let offset = max(0, min(offset, bytes.count))
        var number = 1
        var start = 0
        for index in 0..<offset where bytes[index] == 0x0A {
            number += 1
            start = index + 1
        }
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset >= 3 { start = 3 }
        let column = String(decoding: bytes[start..<max(start, offset)], as: UTF8.self).count + 1
        var line = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
        if line.hasSuffix("\r") { line.removeLast() }
        return (SourceLocation(path: path, line: number, column: column), line)
    }

    /// A finding about the byte at that offset.
    package func finding(_ code: DiagnosticCode, _ message: String, at offset: Int, notes: [String] = []) -> Finding {
        let place = place(at: offset)
        return Finding(code, message, at: place.location, sourceLine: place.line, notes: notes)
    }
}
