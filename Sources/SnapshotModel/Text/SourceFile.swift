package import Diagnostics

/// One source file of a project as it was read: a query file or a DDL file.
package struct SourceFile: Sendable {
    /// Path as shown to the user: relative to the project root, with `/`.
    package var path: String
    /// The schema that its named queries belong to.
    package var schema: String
    package var bytes: [UInt8]

    /// Makes a file.
    package init(path: String, schema: String = "main", bytes: [UInt8]) {
        self.path = path
        self.schema = schema
        self.bytes = bytes
    }

    /// Where the text begins: behind a byte order mark.
    package var start: Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// A finding at a place of the file.
    ///
    /// - Complexity: O(n) in the place's offset.
    package func finding(
        _ code: DiagnosticCode, _ message: String, at offset: Int, notes: [String] = [], severity: Severity? = nil
    ) -> Finding {
        let (location, line) = place(of: offset)
        return Finding(code, message, at: location, sourceLine: line, notes: notes, severity: severity)
    }

    /// Line and column of an offset, and the line itself (`nil` where it is too long to be shown).
    package func place(of offset: Int) -> (location: SourceLocation, line: String?) {
        let offset = min(max(offset, start), bytes.count)
        var line = 1
        var lineStart = start
        for index in start..<max(start, offset) where bytes[index] == 0x0A {
            line += 1
            lineStart = index + 1
        }
        var lineEnd = offset
        while lineEnd < bytes.count, bytes[lineEnd] != 0x0A { lineEnd += 1 }
        if lineEnd > lineStart, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        let before = String(
            decoding: bytes[lineStart..<min(max(lineStart, offset), max(lineStart, lineEnd))], as: UTF8.self)
        let text =
            lineEnd - lineStart <= 2_000
            ? String(decoding: bytes[lineStart..<max(lineStart, lineEnd)], as: UTF8.self) : nil
        return (SourceLocation(path: path, line: line, column: before.count + 1), text)
    }

    /// What forbids to read the file as SQL: bytes that are not UTF-8, or a NUL, which SQLite takes for the end.
    package var encodingFinding: Finding? {
        if let offset = bytes.firstIndex(of: 0) {
            return finding(
                .sourceNotText, "this file holds a NUL byte, where SQL ends", at: offset,
                notes: ["take the byte out, or save the file as UTF-8 if it is UTF-16"])
        }
        guard let offset = UTF8Validation.firstInvalidOffset(in: bytes) else { return nil }
        return finding(
            .sourceNotText, "this byte is not UTF-8", at: offset, notes: ["save the file in UTF-8 encoding"])
    }
}
