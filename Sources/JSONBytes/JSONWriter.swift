/// Writes JSON into a byte buffer: two-space indented, members in the order given, `/` not escaped.
package struct JSONWriter: Sendable {
    private var buffer: ByteBuffer
    private var depth = 0
    private var isFirst = true
    private var isIndented: Bool
    private var isInline = false

    /// Makes a writer.
    package init(isIndented: Bool = true, capacity: Int = 4096) {
        self.isIndented = isIndented
        buffer = ByteBuffer(capacity: capacity)
    }

    /// What has been written so far.
    package var bytes: [UInt8] { buffer.bytes }

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
        buffer.append(UInt8(ascii: "\""))
        append(key)
        buffer.append(UInt8(ascii: "\""))
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
        buffer.append(0x0A)
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
        buffer.append(UInt8(ascii: "\""))
        if unsafe !buffer.appendPlain(text) { unsafe escape(text) }
        buffer.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        for index in text.indices {
            let byte = unsafe text[index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                buffer.append(UInt8(ascii: "\\"))
                buffer.append(byte)
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20:
                append("\\u00")
                buffer.append(byte < 16 ? 48 : 49)
                buffer.append(Self.hexDigit(byte & 15))
            default: buffer.append(byte)
            }
        }
    }

    /// Writes a whole number.
    package mutating func integer(_ value: Int) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        digits(value.magnitude)
    }

    /// Writes a number that is given in thousandths, with no more digits than it needs.
    package mutating func thousandths(_ value: Int) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: 1000)
        digits(whole)
        guard fraction > 0 else { return }
        buffer.append(UInt8(ascii: "."))
        var (rest, unit) = (fraction, UInt(100))
        while rest > 0 {
            buffer.append(48 + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    private mutating func digits(_ value: UInt) {
        var unit: UInt = 1
        while value / unit > 9 { unit *= 10 }
        while unit > 0 {
            buffer.append(48 + UInt8(value / unit % 10))
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
        var text = text
        text.withUTF8 { unsafe buffer.append($0) }
    }

    private mutating func open(_ byte: UInt8) {
        buffer.append(byte)
        depth += 1
        isFirst = true
    }

    private mutating func close(_ byte: UInt8) {
        depth -= 1
        if !isFirst { line() }
        buffer.append(byte)
        isFirst = false
    }

    private mutating func separate() {
        if !isFirst {
            buffer.append(UInt8(ascii: ","))
            if isInline { buffer.append(0x20) }
        }
        isFirst = false
        line()
    }

    private mutating func line() {
        guard isIndented else { return }
        buffer.append(0x0A)
        buffer.append(repeating: 0x20, 2 * depth)
    }

    private mutating func colon() {
        buffer.append(UInt8(ascii: ":"))
        if isIndented || isInline { buffer.append(0x20) }
    }

    private mutating func append(_ text: StaticString) {
        unsafe buffer.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 48 + value : 87 + value
    }
}
