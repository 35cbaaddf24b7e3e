import SnapshotModel

/// Finds the place in a text that an error of SQLite's is about.
enum ErrorPlace {
    /// The offset in the file: SQLite's own where it gives one, else that of the name in its message, else the statement's.
    static func offset(of error: SQLiteError, in bytes: [UInt8], statement: Range<Int>) -> Int {
        if let offset = error.offset { return min(statement.lowerBound + offset, bytes.count) }
        var lexer = SQLLexer(bytes, in: statement)
        guard let first = lexer.nextSignificant() else { return statement.lowerBound }
        if error.message == "incomplete input" { return statement.upperBound }
        guard let name = name(in: error.message) else { return first.range.lowerBound }
        var token: SQLLexer.Token? = first
        while let current = token, current.kind != .semicolon {
            if current.kind == .word || current.kind == .quotedIdentifier,
                lexer.identifier(current).lowercased() == name
            {
                return current.range.lowerBound
            }
            token = lexer.nextSignificant()
        }
        return first.range.lowerBound
    }

    /// The name at the end of `no such table: main.orders` or `table t has no column named a`, in lower case.
    private static func name(in message: String) -> String? {
        let ends = message.split(separator: " ", omittingEmptySubsequences: false)
        if ends.count > 2, ends[ends.count - 2] == "named" { return ends[ends.count - 1].lowercased() }
        guard let colon = message.lastIndex(of: ":") else { return nil }
        let words = message[message.index(after: colon)...].split(separator: " ")
        guard words.count == 1, let word = words.first else { return nil }
        return word.split(separator: ".").last.map { $0.lowercased() }
    }
}
