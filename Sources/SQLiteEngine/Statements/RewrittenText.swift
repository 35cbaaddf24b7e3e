/// A text with some of its places replaced, and where each of its bytes stood before.
struct RewrittenText: Sendable {
    /// A place of the text, and what is to stand there.
    struct Edit: Sendable {
        var range: Range<Int>
        var text: [UInt8]

        init(_ range: Range<Int>, _ text: String) {
            self.init(range, utf8: Array(text.utf8))
        }

        init(_ range: Range<Int>, utf8 text: [UInt8]) {
            self.range = range
            self.text = text
        }
    }

    private(set) var bytes: [UInt8] = []
    /// Where stretches begin: here, and in the text before; in those that were replaced every byte stands for the place.
    private var stretches: [(start: Int, source: Int, isReplaced: Bool)] = []

    /// Replaces places that do not overlap.
    init(_ source: [UInt8], in range: Range<Int>, _ edits: [Edit]) {
        bytes.reserveCapacity(range.count + edits.count * 16)
        var copied = range.lowerBound
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where edit.range.lowerBound >= copied {
            stretches.append((bytes.count, copied, false))
            bytes += source[copied..<edit.range.lowerBound]
            stretches.append((bytes.count, edit.range.lowerBound, true))
            bytes += edit.text
            copied = edit.range.upperBound
        }
        stretches.append((bytes.count, copied, false))
        bytes += source[copied..<range.upperBound]
    }

    /// Where a byte stood, or what stood in its place.
    func source(of offset: Int) -> Int {
        guard let stretch = stretches.last(where: { $0.start <= offset }) else { return offset }
        return stretch.isReplaced ? stretch.source : stretch.source + offset - stretch.start
    }
}
