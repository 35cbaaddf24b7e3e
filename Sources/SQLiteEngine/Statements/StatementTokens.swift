import SnapshotModel

/// The tokens of one statement that mean something, cut once for all who look at them.
struct StatementTokens: Sendable {
    let lexer: SQLLexer
    let all: [SQLLexer.Token]

    /// Cuts a statement.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        var lexer = SQLLexer(bytes, in: range)
        var tokens: [SQLLexer.Token] = []
        tokens.reserveCapacity(range.count / 4)
        while let token = lexer.nextSignificant() { tokens.append(token) }
        self.lexer = lexer
        all = tokens
    }

    var bytes: [UInt8] { lexer.bytes }

    /// A token's text.
    func text(_ token: SQLLexer.Token) -> String {
        String(decoding: lexer.bytes[token.range], as: UTF8.self)
    }

    /// Whether there is a token at a place, and it is that text.
    func isText(_ place: Int, _ text: StaticString) -> Bool {
        guard all.indices.contains(place), all[place].range.count == text.utf8CodeUnitCount else { return false }
        let bytes = lexer.bytes[all[place].range]
        return text.withUTF8Buffer { unsafe bytes.elementsEqual($0) }
    }

    /// Whether there is a token at a place, and it is that keyword, which is given in upper case.
    func isKeyword(_ place: Int, _ keyword: StaticString) -> Bool {
        all.indices.contains(place) && lexer.isKeyword(keyword, all[place])
    }
}
