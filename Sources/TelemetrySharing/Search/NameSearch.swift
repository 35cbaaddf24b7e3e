/// Searches texts for names that must not stand in them: as whole words, upper and lower case alike.
package struct NameSearch: Sendable {
    /// The names by their first word, the longest first.
    private let names: [[UInt8]: [[UInt8]]]
    /// How many names are searched for.
    package let count: Int

    /// The least that a name must have: what is shorter stands everywhere by chance.
    package static let shortest = 4

    /// Takes the names; those of fewer than four characters are left out.
    package init(_ names: some Sequence<String>) {
        var table: [[UInt8]: [[UInt8]]] = [:]
        var known: Set<[UInt8]> = []
        for name in names {
            let folded = Self.folded(name)
            guard name.count >= Self.shortest, let range = Self.words(folded).first(where: { _ in true }),
                known.insert(folded).inserted
            else { continue }
            // From its first word on: what stands before that is no word and ends one anyway.
            table[Array(folded[range]), default: []].append(Array(folded[range.lowerBound...]))
        }
        self.names = table.mapValues { $0.sorted { $0.count > $1.count } }
        count = known.count
    }

    /// The first name that stands in a text, folded; `nil` where none does.
    package func firstName(in text: String) -> String? {
        guard count > 0 else { return nil }
        let folded = Self.folded(text)
        for range in Self.words(folded) {
            guard let candidates = names[Array(folded[range])] else { continue }
            let rest = folded[range.lowerBound...]
            for candidate in candidates where rest.starts(with: candidate) {
                let end = range.lowerBound + candidate.count
                let isWhole = !Self.isWord(candidate.last ?? 0) || end == folded.count || !Self.isWord(folded[end])
                if isWhole { return String(decoding: candidate, as: UTF8.self) }
            }
        }
        return nil
    }

    private static func folded(_ text: String) -> [UInt8] {
        Array(text.lowercased().utf8)
    }

    /// The words of a folded text: runs of letters and digits; all that is not ASCII counts as letters.
    private static func words(_ text: [UInt8]) -> some Sequence<Range<Int>> {
        var place = 0
        return AnyIterator {
            while place < text.count, !isWord(text[place]) { place += 1 }
            guard place < text.count else { return nil }
            let start = place
            while place < text.count, isWord(text[place]) { place += 1 }
            return start..<place
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
