internal import JSONBytes

/// The few texts that a field may have, found by their bytes: a text that is read is mostly one of them, and is not made
/// anew.
package struct KnownTexts: Sendable {
    private let texts: [(text: String, bytes: [UInt8])]

    init(_ texts: [String]) {
        self.texts = texts.map { ($0, Array($0.utf8)) }
    }

    /// Whether a text is one of them.
    package func contains(_ text: String) -> Bool { texts.contains { $0.text == text } }

    /// The one that lies in a range of bytes.
    package func text(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        for known in texts where known.bytes.count == range.count {
            if Self.matches(known.bytes, bytes, at: range.lowerBound) { return known.text }
        }
        return nil
    }

    private static func matches(_ text: [UInt8], _ bytes: [UInt8], at start: Int) -> Bool {
        for place in text.indices where bytes[start + place] != text[place] { return false }
        return true
    }
}
