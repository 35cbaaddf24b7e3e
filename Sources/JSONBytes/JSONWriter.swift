/// Writes JSON into a byte buffer: two-space indented, members in the order given, `/` not escaped.
package struct JSONWriter: Sendable {
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isFirst = true
    private var isIndented: Bool
    private var isInline = false

    /// Makes a writer.
    package init(isIndented: Bool = true, capacity: Int = 4096) {
        self.isIndented = isIndented
        bytes.reserveCapacity(capacity)
    }

    /// Writes an object.
    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        open(UInt8(ascii: "{"))
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array; each element is announced with ``element()`` by the writing functions themselves.
    package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
        open(UInt8(ascii: "["))
        try elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// Begins a member of an object; its value must follow.
    package mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(key)
        bytes.append(UInt8(ascii: "\""))
        colon()
    }

    /// Begins a member whose key is not known before.
    package mutating func key(_ key: String) {
        separate()
        string(key)
        colon()
    }

    /// Begins an element of an array; its value must follow.
    package mutating func element() {
        separate()
    }

    /// Writes what `body` writes on one line, with a space behind each comma and colon.
    package mutating func inline(_ body: (inout JSONWriter) throws -> Void) rethrows {
        let outer = (isIndented, isInline)
        (isIndented, isInline) = (false, true)
        defer { (isIndented, isInline) = outer }
        try body(&self)
    }

    /// Ends the text with a newline.
    package mutating func newline() {
        bytes.append(0x0A)
    }

    /// Writes a string.
    package mutating func string(_ text: String) {
        string(utf8: text.utf8)
    }

    /// Writes a string that is given as its UTF-8.
    package mutating func string(utf8 text: some Collection<UInt8>) {
        let isWritten: Void? = text.withContiguousStorageIfAvailable { unsafe string($0) }
        if isWritten == nil { unsafe Array(text).withUnsafeBufferPointer { unsafe string($0) } }
    }

    private mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        unsafe bytes.append(contentsOf: text)
        if unsafe Self.needsEscape(text) { escape(from: start) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether any of the bytes cannot stand in a string as it is; nearly always none.
    private static func needsEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = unsafe UnsafeRawPointer(text.baseAddress) else { return false }
        // The highest bit of each byte of a word tells: eight bytes are looked at in one step.
        let ones: UInt64 = 0x0101_0101_0101_0101, highest = ones << 7
        var found: UInt64 = 0
        var index = 0
        while index + 8 <= text.count {
            let word = unsafe base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            found |= (word &- ones &* 0x20) & ~word
            found |= (quote &- ones) & ~quote
            found |= (backslash &- ones) & ~backslash
            index += 8
        }
        if found & highest != 0 { return true }
        while index < text.count {
            let byte = unsafe text[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
            index += 1
        }
        return false
    }

    /// Escapes what has been appended from there on.
    private mutating func escape(from start: Int) {
        let rest = Array(bytes[start...])
        bytes.removeSubrange(start...)
        for byte in rest {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20:
                append("\\u00")
                bytes.append(byte < 16 ? 48 : 49)
                bytes.append(Self.hexDigit(byte & 15))
            default: bytes.append(byte)
            }
        }
    }

    /// Writes a whole number.
    package mutating func integer(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(value.magnitude)
    }

    /// Writes a number that is given in thousandths, with no more digits than it needs.
    package mutating func thousandths(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: 1000)
        digits(whole)
        guard fraction > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var (rest, unit) = (fraction, UInt(100))
        while rest > 0 {
            bytes.append(48 + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    private mutating func digits(_ value: UInt) {
        var unit: UInt = 1
        while value / unit > 9 { unit *= 10 }
        while unit > 0 {
            bytes.append(48 + UInt8(value / unit % 10))
            unit /= 10
        }
    }

    package mutating func bool(_ value: Bool) {
        append(value ? "true" : "false")
    }

    package mutating func null() {
        append("null")
    }

    /// Appends what is already JSON.
    package mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func open(_ byte: UInt8) {
        bytes.append(byte)
        depth += 1
        isFirst = true
    }

    private mutating func close(_ byte: UInt8) {
        depth -= 1
        if !isFirst { line() }
        bytes.append(byte)
        isFirst = false
    }

    private mutating func separate() {
        if !isFirst {
            bytes.append(UInt8(ascii: ","))
            if isInline { bytes.append(0x20) }
        }
        isFirst = false
        line()
    }

    private mutating func line() {
        guard isIndented else { return }
        let line: StaticString = "\n                                "
        let count = min(1 + 2 * depth, line.utf8CodeUnitCount)
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: line.utf8Start, count: count))
        for _ in count..<(1 + 2 * depth) { bytes.append(0x20) }
    }

    private mutating func colon() {
        bytes.append(UInt8(ascii: ":"))
        if isIndented || isInline { bytes.append(0x20) }
    }

    private mutating func append(_ text: StaticString) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 48 + value : 87 + value
    }
}
