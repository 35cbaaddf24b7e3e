/// A set of texts that is asked by bytes, without making a text of them.
struct ByteTexts: Sendable {
    private let slots: [[[UInt8]]]

    init(_ texts: some Collection<String>) {
        var size = 64
        while size < texts.count * 2 { size *= 2 }
        var slots = [[[UInt8]]](repeating: [], count: size)
        for text in texts {
            let bytes = Array(text.utf8)
            slots[Self.hash(bytes, 0..<bytes.count) & (size - 1)].append(bytes)
        }
        self.slots = slots
    }

    /// Whether the bytes of a range are one of the texts.
    func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        slots[Self.hash(bytes, range) & (slots.count - 1)].contains { text in
            guard text.count == range.count else { return false }
            var place = range.lowerBound
            for byte in text {
                if bytes[place] != byte { return false }
                place += 1
            }
            return true
        }
    }

    /// FNV-1a: the texts are the catalogue's, nobody chooses them to collide.
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for place in range { hash = (hash ^ UInt32(bytes[place])) &* 16_777_619 }
        return Int(hash ^ hash >> 15)
    }
}
