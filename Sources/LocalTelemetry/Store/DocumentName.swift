/// The name of a document's file: `<kind>-<yyyyMMdd-HHmmss>-<digits of the run's identifier>.json`.
package struct DocumentName: Sendable, Hashable {
    /// The kind of document.
    package let kind: String
    /// The start of its run: `yyyyMMdd-HHmmss`, UTC.
    package let start: String
    /// The first 8 or 16 digits of its run's identifier.
    package let digits: String
    /// Whether it is a replacement that was not put in its place yet (`….json.final`).
    package let isFinal: Bool

    /// The names that a document may have, in the order to try.
    static func candidates(kind: String, start: Timestamp, runId: RunIdentifier) -> [String] {
        [8, 16].map { "\(kind)-\(start.fileNameText)-\(runId.text.prefix($0)).json" }
    }

    /// Reads a file's name; `nil` where it is not one of a document.
    package init?(_ name: some StringProtocol) {
        var bytes = Array(name.utf8)[...]
        isFinal = bytes.suffix(6).elementsEqual(Publisher.finalSuffix.utf8)
        if isFinal { bytes = bytes.dropLast(6) }
        guard bytes.suffix(5).elementsEqual(".json".utf8) else { return nil }
        let parts = bytes.dropLast(5).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count >= 4 else { return nil }
        let (kind, date, time, digits) = (
            parts.dropLast(3), parts[parts.count - 3], parts[parts.count - 2], parts[parts.count - 1]
        )
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        guard date.count == 8, time.count == 6, digits.count == 8 || digits.count == 16, date.allSatisfy(isDigit),
            time.allSatisfy(isDigit),
            digits.allSatisfy({ isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }),
            kind.allSatisfy({ !$0.isEmpty && $0.allSatisfy { isLetter($0) || isDigit($0) } })
        else { return nil }
        func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
        self.kind = text(kind.joined(separator: [UInt8(ascii: "-")]))
        start = "\(text(date))-\(text(time))"
        self.digits = text(digits)
    }

    /// The file's name.
    package var text: String {
        "\(kind)-\(start)-\(digits).json" + (isFinal ? Publisher.finalSuffix : "")
    }
}
