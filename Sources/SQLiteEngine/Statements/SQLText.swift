import SnapshotModel

/// The text of statements.
enum SQLText {
    /// The query as the snapshot holds it, and as whatever speaks of it must name it: what SQLite gets of the text in the
    /// file.
    static func statement(_ text: QueryText) -> String {
        canonical(text.sql.bytes, in: text.sql.range)
    }

    /// The statement's text with `\n` for line ends, but for those within strings and quoted names, which mean themselves.
    static func canonical(_ bytes: [UInt8], in range: Range<Int>) -> String {
        guard bytes[range].contains(0x0D) else { return String(decoding: bytes[range], as: UTF8.self) }
        var lexer = SQLLexer(bytes, in: range)
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var copied = range.lowerBound
        while let token = lexer.next() {
            append(bytes[copied..<token.range.lowerBound], to: &result)
            switch token.kind {
            case .string, .quotedIdentifier: result += bytes[token.range]
            default: append(bytes[token.range], to: &result)
            }
            copied = token.range.upperBound
        }
        append(bytes[copied..<range.upperBound], to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    private static func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
        for index in bytes.indices where bytes[index] != 0x0D || index + 1 < bytes.endIndex && bytes[index + 1] != 0x0A
        {
            result.append(bytes[index])
        }
    }
}
