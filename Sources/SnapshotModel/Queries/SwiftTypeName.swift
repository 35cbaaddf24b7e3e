/// How a Swift type is written in an annotation or the configuration.
package enum SwiftTypeName {
    /// Whether the text is a type's name (`Money`, `Bank.Money`), a list (`[UInt8]`), a dictionary (`[String: Int]`) or a
    /// generic type of such (`Tagged<Order, Int64>`).
    package static func isWellFormed(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        if bytes.allSatisfy({ isWordByte($0) }) { return bytes.first.map { !SQLLexer.isDigit($0) } ?? false }
        if dates.contains(String(text)) { return true }
        var parser = Parser(bytes: Array(bytes))
        return parser.type(depth: 0) && parser.isAtEnd
    }

    /// SQLite's three spellings of a date, where it matters which: `Date(unixepoch)` is an INTEGER.
    package static let dates: Set<String> = ["Date(text)", "Date(unixepoch)", "Date(julianday)"]

    /// Whether the text is one plain name.
    static func isIdentifier(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        return bytes.allSatisfy(isWordByte) && bytes.first.map { !SQLLexer.isDigit($0) } ?? false
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        SQLLexer.isWordByte(byte) && byte != UInt8(ascii: "$")
    }

    private struct Parser {
        let bytes: [UInt8]
        var index = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        var isAtEnd: Bool { index == bytes.count }

        /// Reads one type; how deep they may be nested is bounded.
        mutating func type(depth: Int) -> Bool {
            skipSpaces()
            guard depth < 8 else { return false }
            if take("[") {
                guard type(depth: depth + 1) else { return false }
                if take(":"), !type(depth: depth + 1) { return false }
                return take("]")
            }
            repeat {
                guard identifier() else { return false }
            } while take(".")
            guard take("<") else { return true }
            repeat {
                guard type(depth: depth + 1) else { return false }
            } while take(",")
            return take(">")
        }

        private mutating func identifier() -> Bool {
            let start = index
            while index < bytes.count, SwiftTypeName.isWordByte(bytes[index]) { index += 1 }
            return index > start && !SQLLexer.isDigit(bytes[start])
        }

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            skipSpaces()
            guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
            index += 1
            return true
        }

        private mutating func skipSpaces() {
            while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        }
    }
}
