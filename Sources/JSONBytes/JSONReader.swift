/// Reads JSON (RFC 8259) from bytes, value by value, without building a tree: for documents of a known shape.
///
/// Hostile input is refused with a ``JSONError``, never a trap: depth is limited, strings must be well-formed UTF-8,
/// numbers that do not fit are an error.
package struct JSONReader: Sendable {
    package let bytes: [UInt8]
    /// Where the next byte is read.
    package private(set) var offset = 0
    private var depth = 0
    private let maximumDepth: Int

    /// Makes a reader that stands before the first value.
    package init(_ bytes: [UInt8], maximumDepth: Int = 64) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
    }

    /// What kind of value comes next.
    package enum Kind: Sendable {
        case object, array, string, number, bool, null
    }

    // MARK: Structure

    /// The kind of the next value, which is not consumed.
    package mutating func peek() throws(JSONError) -> Kind {
        skipWhitespace()
        guard offset < bytes.count else { throw JSONError(.endOfInput, at: offset) }
        switch bytes[offset] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw JSONError(.syntax, at: offset)
        }
    }

    /// Reads an object; `member` is called for each key and must consume its value (or ``skip()`` it).
    package mutating func object(
        _ member: (_ key: JSONKey, _ reader: inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        var members = try beginObject()
        while try hasNext(&members) {
            let key = try key()
            try member(key, &self)
        }
    }

    /// Reads an array; `element` is called for each element and must consume it.
    package mutating func array(
        _ element: (_ reader: inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        var elements = try beginArray()
        while try hasNext(&elements) { try element(&self) }
    }

    /// The members or elements that are being read one by one.
    package struct Items: Sendable {
        fileprivate let end: UInt8
        fileprivate var isFirst = true
    }

    /// Enters an object: each member follows where ``hasNext(_:)`` says so, as a key and a value that must be consumed.
    package mutating func beginObject() throws(JSONError) -> Items {
        try enter(UInt8(ascii: "{"))
        return Items(end: UInt8(ascii: "}"))
    }

    /// Enters an array: each element follows where ``hasNext(_:)`` says so, and must be consumed.
    package mutating func beginArray() throws(JSONError) -> Items {
        try enter(UInt8(ascii: "["))
        return Items(end: UInt8(ascii: "]"))
    }

    /// Whether another member or element follows; what stands before it, or the end, is consumed.
    package mutating func hasNext(_ items: inout Items) throws(JSONError) -> Bool {
        if try leaves(items.end) { return false }
        if !items.isFirst { try expect(UInt8(ascii: ",")) }
        items.isFirst = false
        return true
    }

    /// Whether the key that comes next is written as that name, plainly; it is consumed where it is.
    package mutating func takes(_ name: JSONName) throws(JSONError) -> Bool {
        skipWhitespace()
        guard bytes.count - offset > name.quoted.count else { return false }
        let matches = unsafe bytes.withUnsafeBytes { own in
            unsafe name.quoted.withUnsafeBytes { other in
                for place in 0..<other.count {
                    guard unsafe own[offset + place] == other[place] else { return false }
                }
                return true
            }
        }
        guard matches else { return false }
        offset += name.quoted.count
        try expect(UInt8(ascii: ":"))
        return true
    }

    /// Reads the key that comes next, and the colon.
    package mutating func key() throws(JSONError) -> JSONKey {
        skipWhitespace()
        let start = offset + 1
        let scanned = try scanString()
        let content = start..<scanned.end
        let plain = scanned.isPlain ? bytes[content] : Array(try unescape(content).utf8)[...]
        try expect(UInt8(ascii: ":"))
        return JSONKey(bytes: plain, offset: start - 1)
    }

    /// Demands that nothing but white space follows.
    package mutating func end() throws(JSONError) {
        skipWhitespace()
        guard offset == bytes.count else { throw JSONError(.trailing, at: offset) }
    }

    private mutating func enter(_ byte: UInt8) throws(JSONError) {
        skipWhitespace()
        guard offset < bytes.count else { throw JSONError(.endOfInput, at: offset) }
        guard bytes[offset] == byte else { throw JSONError(.type, at: offset) }
        guard depth < maximumDepth else { throw JSONError(.depth, at: offset) }
        depth += 1
        offset += 1
    }

    private mutating func leaves(_ byte: UInt8) throws(JSONError) -> Bool {
        skipWhitespace()
        guard offset < bytes.count else { throw JSONError(.endOfInput, at: offset) }
        guard bytes[offset] == byte else { return false }
        offset += 1
        depth -= 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(JSONError) {
        skipWhitespace()
        guard offset < bytes.count else { throw JSONError(.endOfInput, at: offset) }
        guard bytes[offset] == byte else { throw JSONError(.syntax, at: offset) }
        offset += 1
    }

    private mutating func skipWhitespace() {
        let start = offset
        offset = unsafe bytes.withUnsafeBufferPointer { buffer in
            var place = start
            while place < buffer.count {
                switch unsafe buffer[place] {
                case 0x20, 0x0A, 0x0D, 0x09: place += 1
                default: return place
                }
            }
            return place
        }
    }

    // MARK: Values

    /// Consumes the next value where it is a string of ASCII without escapes.
    ///
    /// - Returns: Where its content lies in ``bytes``; `nil`, and nothing is consumed, where it is something else.
    package mutating func plainString() throws(JSONError) -> Range<Int>? {
        skipWhitespace()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return nil }
        let start = offset
        let scanned = try scanString()
        guard scanned.isPlain, scanned.isASCII else {
            offset = start
            return nil
        }
        return start + 1..<scanned.end
    }

    /// Reads a string.
    package mutating func string() throws(JSONError) -> String {
        skipWhitespace()
        guard offset < bytes.count else { throw JSONError(.endOfInput, at: offset) }
        guard bytes[offset] == UInt8(ascii: "\"") else { throw JSONError(.type, at: offset) }
        let start = offset + 1
        let scanned = try scanString()
        let content = start..<scanned.end
        guard scanned.isPlain else { return try unescape(content) }
        guard let text = Self.text(bytes, content, isASCII: scanned.isASCII) else {
            throw JSONError(.string, at: start - 1)
        }
        return text
    }

    /// The text of well-formed UTF-8. ASCII, which nearly all is, need not be validated.
    private static func text(_ bytes: [UInt8], _ range: Range<Int>, isASCII: Bool) -> String? {
        guard isASCII else { return String(validating: bytes[range], as: UTF8.self) }
        return unsafe bytes.withUnsafeBufferPointer {
            unsafe String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
        }
    }

    /// What is known of a string before its content is read.
    private struct ScannedString {
        /// Where the content ends.
        var end: Int
        /// Whether it holds no escapes.
        var isPlain = true
        var isASCII = true
    }

    /// Moves behind the closing quote.
    private mutating func scanString() throws(JSONError) -> ScannedString {
        guard offset < bytes.count else { throw JSONError(.endOfInput, at: offset) }
        guard bytes[offset] == UInt8(ascii: "\"") else { throw JSONError(.syntax, at: offset) }
        var scanned = ScannedString(end: offset + 1)
        while true {
            skipOrdinary(&scanned)
            guard scanned.end < bytes.count else { throw JSONError(.endOfInput, at: bytes.count) }
            switch bytes[scanned.end] {
            case UInt8(ascii: "\""):
                offset = scanned.end + 1
                return scanned
            case UInt8(ascii: "\\"):
                scanned.isPlain = false
                scanned.end += 2
            case ..<0x20: throw JSONError(.string, at: scanned.end)
            default: scanned.end += 1
            }
        }
    }

    /// Moves a string's end to the next quote, backslash or control character, eight bytes at a time where it can.
    private func skipOrdinary(_ scanned: inout ScannedString) {
        var end = scanned.end
        var isASCII = scanned.isASCII
        unsafe bytes.withUnsafeBytes { buffer in
            while end + 8 <= buffer.count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: end, as: UInt64.self)
                if Self.hasZero(word ^ 0x2222_2222_2222_2222) || Self.hasZero(word ^ 0x5C5C_5C5C_5C5C_5C5C)
                    || Self.hasZero(word & 0xE0E0_E0E0_E0E0_E0E0)
                {
                    break
                }
                if word & 0x8080_8080_8080_8080 != 0 { isASCII = false }
                end += 8
            }
            while end < buffer.count {
                let byte = unsafe buffer[end]
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
                if byte >= 0x80 { isASCII = false }
                end += 1
            }
        }
        scanned.end = end
        scanned.isASCII = isASCII
    }

    /// Whether one of a word's bytes is 0.
    private static func hasZero(_ word: UInt64) -> Bool {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
    }

    private func unescape(_ range: Range<Int>) throws(JSONError) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            let escape = bytes[index]
            index += 1
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                let scalar = try unicodeEscape(&index, end: range.upperBound)
                result.append(contentsOf: String(Character(scalar)).utf8)
            default: throw JSONError(.string, at: index - 2)
            }
        }
        let isASCII = result.allSatisfy { $0 < 0x80 }
        guard let text = Self.text(result, 0..<result.count, isASCII: isASCII) else {
            throw JSONError(.string, at: range.lowerBound - 1)
        }
        return text
    }

    private func unicodeEscape(_ index: inout Int, end: Int) throws(JSONError) -> Unicode.Scalar {
        let start = index - 2
        let high = try hex4(&index, end: end)
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { throw JSONError(.string, at: start) }
        index += 2
        let low = try hex4(&index, end: end)
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw JSONError(.string, at: start) }
        return scalar
    }

    private func hex4(_ index: inout Int, end: Int) throws(JSONError) -> UInt32 {
        guard index + 4 <= end else { throw JSONError(.string, at: index) }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
                throw JSONError(.string, at: index)
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    /// Reads a number that is written as a whole one and fits.
    package mutating func integer() throws(JSONError) -> Int {
        skipWhitespace()
        let start = offset
        let range = try scanNumber()
        var index = range.lowerBound
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var value = 0
        while index < range.upperBound {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else {
                throw JSONError(.number, at: start)
            }
            let digit = Int(bytes[index] - UInt8(ascii: "0"))
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carries) =
                isNegative
                ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if overflow || carries { throw JSONError(.number, at: start) }
            value = sum
            index += 1
        }
        return value
    }

    /// Reads a number.
    package mutating func double() throws(JSONError) -> Double {
        skipWhitespace()
        let start = offset
        let range = try scanNumber()
        if let value = shortNumber(range) { return value }
        guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else {
            throw JSONError(.number, at: start)
        }
        return value
    }

    /// A number of at most 15 digits without an exponent: whole number and power of ten are exact, and so their quotient
    /// is the nearest there is.
    private func shortNumber(_ range: Range<Int>) -> Double? {
        guard range.count <= 16 else { return nil }
        var (value, scale, digits, isFraction) = (0, 1, 0, false)
        for byte in bytes[range] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
                if isFraction { scale *= 10 }
            case UInt8(ascii: "."): isFraction = true
            default: return nil
            }
        }
        return digits <= 15 ? Double(value) / Double(scale) : nil
    }

    private mutating func scanNumber() throws(JSONError) -> Range<Int> {
        let start = offset
        guard start < bytes.count else { throw JSONError(.endOfInput, at: offset) }
        var index = start
        func digits() -> Bool {
            let first = index
            while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
            return index > first
        }
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let first = index
        guard digits() else { throw JSONError(index == start ? .type : .number, at: start) }
        if bytes[first] == UInt8(ascii: "0"), index > first + 1 { throw JSONError(.number, at: start) }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard digits() else { throw JSONError(.number, at: start) }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            guard digits() else { throw JSONError(.number, at: start) }
        }
        offset = index
        return start..<index
    }

    /// Reads `true` or `false`.
    package mutating func bool() throws(JSONError) -> Bool {
        skipWhitespace()
        if consume("true") { return true }
        if consume("false") { return false }
        throw JSONError(offset < bytes.count ? .type : .endOfInput, at: offset)
    }

    /// Consumes `null` where it comes next; says whether it did.
    package mutating func null() -> Bool {
        skipWhitespace()
        return consume("null")
    }

    private mutating func consume(_ word: StaticString) -> Bool {
        let matches = word.withUTF8Buffer { text in
            unsafe offset + text.count <= bytes.count && bytes[offset..<offset + text.count].elementsEqual(text)
        }
        if matches { offset += word.utf8CodeUnitCount }
        return matches
    }

    /// Skips the next value, whatever it is.
    package mutating func skip() throws(JSONError) {
        switch try peek() {
        case .object: try object { (_, reader) throws(JSONError) in try reader.skip() }
        case .array: try array { (reader) throws(JSONError) in try reader.skip() }
        case .string: if try plainString() == nil { _ = try string() }
        case .number: _ = try scanNumber()
        case .bool: _ = try bool()
        case .null: guard null() else { throw JSONError(.syntax, at: offset) }
        }
    }
}
