internal import TelemetryRecording

/// Writes documents as JSON bytes, two-space indented, and counts what it had to change on the way.
///
/// It can write numbers, truth values, registered texts and pseudonyms; there is no way in for a `String` that was made
/// during a run.
struct DocumentEncoder {
    private(set) var bytes: [UInt8] = []
    var counts: EncodingCounts
    private var depth = 0
    private var isFirst = true

    init(counts: EncodingCounts = EncodingCounts(), capacity: Int = 4096) {
        self.counts = counts
        bytes.reserveCapacity(capacity)
    }

    // MARK: Structure

    mutating func object(_ members: (inout DocumentEncoder) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Items by their number: handed over as a collection of any kind they would cost a search for its conformance.
    mutating func array(_ count: Int, _ write: (Int, inout DocumentEncoder) -> Void) {
        open(UInt8(ascii: "["))
        for place in 0..<count {
            separate()
            write(place, &self)
        }
        close(UInt8(ascii: "]"))
    }

    mutating func key(_ key: FieldKey) {
        separate()
        bytes.append(contentsOf: key.bytes)
    }

    mutating func newline() {
        bytes.append(0x0A)
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
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        line()
    }

    private mutating func line() {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    // MARK: Values

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    mutating func bool(_ value: Bool) {
        append(value ? "true" : "false")
    }

    mutating func integer(_ value: Int) {
        if value >= 0, value < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value))
            return
        }
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var rest = value.magnitude
        var index = 20
        repeat {
            index -= 1
            digits[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        while index < 20 {
            bytes.append(digits[index])
            index += 1
        }
    }

    /// Writes a number, brought into its range and counted where it is outside.
    mutating func integer(_ value: Int, in range: ClosedRange<Int>) {
        if !range.contains(value) { counts.clampedValues += 1 }
        integer(min(max(value, range.lowerBound), range.upperBound))
    }

    /// Writes a duration in milliseconds with at most three decimals, brought into 0 to ``DurationRange/milliseconds``.
    mutating func milliseconds(_ value: Duration) {
        let (microseconds, isClamped) = DurationRange.microseconds(value)
        if isClamped { counts.clampedValues += 1 }
        let (whole, fraction) = microseconds.quotientAndRemainder(dividingBy: 1000)
        integer(whole)
        guard fraction > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / 100))
        if fraction % 100 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / 10 % 10)) }
        if fraction % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction % 10)) }
    }

    /// Writes a text that needs no escaping, in quotes.
    mutating func quoted(_ text: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func hex(_ words: UInt64...) {
        bytes.append(UInt8(ascii: "\""))
        for word in words { Hex.append(word, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func other(counting: Bool) {
        if counting { counts.otherValues += 1 }
        append("\"other\"")
    }

    mutating func term(_ term: Term, of vocabulary: Vocabulary) {
        guard vocabulary.contains(term) else { return other(counting: true) }
        quoted(term.text.utf8)
    }
}

/// A member's name as it stands in a document, quotes, colon and space included.
struct FieldKey: Sendable {
    let bytes: [UInt8]

    init(_ name: StaticString) {
        bytes = Array("\"\(name)\": ".utf8)
    }
}

/// The range of every duration.
enum DurationRange {
    /// 0 to 10^12 ms, some 31 years.
    static let milliseconds = 0...1_000_000_000_000

    /// A duration in whole microseconds, and whether it had to be brought into the range.
    static func microseconds(_ value: Duration) -> (Int, isClamped: Bool) {
        let (seconds, attoseconds) = value.components
        let limit = Int64(milliseconds.upperBound / 1000)
        if value < .zero { return (0, true) }
        if seconds >= limit { return (Int(limit) * 1_000_000, value > .seconds(limit)) }
        return (Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000), false)
    }
}
