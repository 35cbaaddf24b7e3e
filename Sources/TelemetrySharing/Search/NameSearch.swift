/// Searches texts for names that must not stand in them: as whole words, upper and lower case alike.
package struct NameSearch: Sendable {
    /// The names by their first word, the longest first.
    private let names: [[UInt8]: [[UInt8]]]
    /// Which hashes the first words have: most texts hold no such word, and nothing is made of them.
    private let hashes: [Bool]
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
        var size = 1024
        while size < table.count * 16 { size *= 2 }
        var hashes = [Bool](repeating: false, count: size)
        for word in table.keys { hashes[Self.hash(word, word.indices) & (size - 1)] = true }
        self.hashes = hashes
    }

    /// The first name that stands in a text, folded; `nil` where none does.
    package func firstName(in text: String) -> String? {
        let bytes = Array(text.utf8)
        guard mayStand(in: bytes, bytes.indices) else { return nil }
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

    /// Whether a name may stand in a text, which lies in a range of bytes and is written without escapes; where not, none
    /// does.
    package func mayStand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard count > 0 else { return false }
        var place = range.lowerBound
        while place < range.upperBound {
            guard Self.isWord(Self.lower(bytes[place])) else {
                place += 1
                continue
            }
            let start = place
            while place < range.upperBound, Self.isWord(Self.lower(bytes[place])) {
                // Upper and lower case are not a matter of single bytes there.
                if bytes[place] >= 0x80 { return true }
                place += 1
            }
            if hashes[Self.hash(bytes, start..<place) & (hashes.count - 1)] { return true }
        }
        return false
    }

    /// FNV-1a of a word in lower case.
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for place in range { hash = (hash ^ UInt32(lower(bytes[place]))) &* 16_777_619 }
        return Int(hash ^ hash >> 15)
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
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
