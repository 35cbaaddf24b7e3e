/// Cuts SQL text into tokens, byte by byte, as SQLite does.
///
/// Beside SQLite's own tokens it knows `$tag$ … $tag$` strings and `::`, so that text meant for PostgreSQL is cut at the
/// right places too. It never fails: what does not end, ends with the text.
/// See https://www.sqlite.org/draft/tokenreq.html.
package struct SQLLexer: Sendable {
    /// What a token is.
    package enum Kind: UInt8, Sendable {
        case word, quotedIdentifier, string, number, parameter, lineComment, blockComment, semicolon, punctuation

        // Every token of every query is asked for its kind, by another module too, which does not see how a derived `==`
        // is made. A kind is a byte, as its raw values are: bytes that are equal are kinds that are equal.
        @inlinable
        package static func == (left: Kind, right: Kind) -> Bool {
            unsafe unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
        }
    }

    /// One token and its place in the text.
    package struct Token: Sendable {
        package var kind: Kind
        package var range: Range<Int>
    }

    package let bytes: [UInt8]
    /// Where the next token is looked for.
    package var offset: Int
    private let end: Int

    /// Makes a lexer for a part of the text, or all of it.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        offset = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// The next token that is not white space; `nil` at the end.
    package mutating func next() -> Token? {
        while offset < end, Self.isSpace(bytes[offset]) { offset += 1 }
        guard offset < end else { return nil }
        let start = offset
        let kind = scan(bytes[start])
        return Token(kind: kind, range: start..<offset)
    }

    /// The next token that is neither white space nor a comment.
    package mutating func nextSignificant() -> Token? {
        while let token = next() {
            if token.kind != .lineComment, token.kind != .blockComment { return token }
        }
        return nil
    }

    private mutating func scan(_ byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"):
            skipLine()
            return .lineComment
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
            skipBlockComment()
            return .blockComment
        case UInt8(ascii: "'"):
            skipQuoted(byte)
            return .string
        case UInt8(ascii: "\""), UInt8(ascii: "`"):
            skipQuoted(byte)
            return .quotedIdentifier
        case UInt8(ascii: "["):
            while offset < end, bytes[offset] != UInt8(ascii: "]") { offset += 1 }
            offset = min(offset + 1, end)
            return .quotedIdentifier
        case UInt8(ascii: ";"):
            offset += 1
            return .semicolon
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            skipNumber()
            return .number
        case UInt8(ascii: "."):
            guard let digit = peek(1), Self.isDigit(digit) else { return punctuation(1) }
            skipNumber()
            return .number
        case UInt8(ascii: "?"):
            offset += 1
            while offset < end, Self.isDigit(bytes[offset]) { offset += 1 }
            return .parameter
        case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "$"):
            return scanParameter(byte)
        default:
            guard Self.isWordByte(byte) else { return punctuation(1) }
            skipWord()
            return .word
        }
    }

    private mutating func scanParameter(_ mark: UInt8) -> Kind {
        if mark == UInt8(ascii: ":"), peek(1) == mark { return punctuation(2) }
        if mark == UInt8(ascii: "$"), skipDollarQuoted() { return .string }
        guard let first = peek(1), Self.isWordByte(first) else { return punctuation(1) }
        offset += 1
        skipWord()
        return .parameter
    }

    private mutating func punctuation(_ count: Int) -> Kind {
        offset += count
        return .punctuation
    }

    private func peek(_ distance: Int) -> UInt8? {
        offset + distance < end ? bytes[offset + distance] : nil
    }

    private mutating func skipLine() {
        while offset < end, bytes[offset] != 0x0A { offset += 1 }
    }

    private mutating func skipBlockComment() {
        offset += 2
        while offset < end {
            if bytes[offset] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
                offset += 2
                return
            }
            offset += 1
        }
    }

    /// A doubled mark stands for itself.
    private mutating func skipQuoted(_ mark: UInt8) {
        offset += 1
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            guard byte == mark else { continue }
            guard offset < end, bytes[offset] == mark else { return }
            offset += 1
        }
    }

    private mutating func skipNumber() {
        while offset < end {
            let byte = bytes[offset]
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            if isSign, bytes[offset - 1] | 0x20 != UInt8(ascii: "e") { return }
            guard isSign || byte == UInt8(ascii: ".") || Self.isWordByte(byte) else { return }
            offset += 1
        }
    }

    private mutating func skipWord() {
        while offset < end, Self.isWordByte(bytes[offset]) { offset += 1 }
    }

    /// Skips `$tag$ … $tag$` where it has an end.
    private mutating func skipDollarQuoted() -> Bool {
        var tagEnd = offset + 1
        while tagEnd < end, bytes[tagEnd] != UInt8(ascii: "$"), Self.isWordByte(bytes[tagEnd]) { tagEnd += 1 }
        guard tagEnd < end, bytes[tagEnd] == UInt8(ascii: "$") else { return false }
        let tag = bytes[offset...tagEnd]
        var index = tagEnd + 1
        while index + tag.count <= end {
            if bytes[index] == UInt8(ascii: "$"), bytes[index..<index + tag.count].elementsEqual(tag) {
                offset = index + tag.count
                return true
            }
            index += 1
        }
        return false
    }

    // MARK: Bytes

    /// SQLite's white space.
    package static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// What an unquoted identifier is made of.
    package static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
            true
        default: false
        }
    }
}

extension SQLLexer {
    /// Whether the bytes of a word are that keyword, which is given in upper case.
    package static func isKeyword(_ keyword: StaticString, _ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == keyword.utf8CodeUnitCount else { return false }
        return keyword.withUTF8Buffer { text in
            unsafe zip(text, bytes).allSatisfy { wanted, byte in
                wanted == ((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte)
            }
        }
    }

    /// Whether the token is that keyword, which is given in upper case.
    package func isKeyword(_ keyword: StaticString, _ token: Token) -> Bool {
        token.kind == .word && Self.isKeyword(keyword, bytes[token.range])
    }

    /// The name that a word or a quoted identifier stands for.
    package func identifier(_ token: Token) -> String {
        guard token.kind == .quotedIdentifier, token.range.count >= 2 else {
            return String(decoding: bytes[token.range], as: UTF8.self)
        }
        let mark = bytes[token.range.lowerBound]
        let content = bytes[(token.range.lowerBound + 1)..<(token.range.upperBound - 1)]
        guard mark != UInt8(ascii: "["), content.contains(mark) else {
            return String(decoding: content, as: UTF8.self)
        }
        var unescaped: [UInt8] = []
        var isEscaped = false
        for byte in content {
            if byte == mark, !isEscaped {
                isEscaped = true
            } else {
                unescaped.append(byte)
                isEscaped = false
            }
        }
        return String(decoding: unescaped, as: UTF8.self)
    }
}
