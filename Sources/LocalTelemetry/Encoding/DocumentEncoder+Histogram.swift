internal import TelemetryRecording

extension DocumentEncoder {
    /// How many buckets a document holds of one distribution; the lowest of a wider one are written as one.
    static let maximumBuckets = 320
    /// What a bucket's index can be.
    static var bucketRange: ClosedRange<Int> { Histogram.indices }

    /// Writes a distribution: the scale, how many values were zero, and the buckets that are not empty as pairs of
    /// index (relative to `offset`) and count.
    mutating func histogram(_ histogram: Histogram) {
        var buckets = Array(histogram.buckets)
        if buckets.count > Self.maximumBuckets {
            let excess = buckets.count - Self.maximumBuckets
            let limit = FieldRange.count.upperBound
            let folded = buckets[...excess].reduce(0) { min(limit, $0 + min(limit, $1.count)) }
            buckets.removeFirst(excess)
            buckets[0].count = folded
            counts.clampedValues += excess
        }
        let offset = buckets.first?.index ?? 0
        object { encoder in
            encoder.key(Self.scale)
            encoder.integer(Histogram.scale)
            encoder.key(Self.zeroCount)
            encoder.integer(histogram.zeroCount, in: FieldRange.count)
            encoder.key(Self.offset)
            encoder.integer(offset)
            encoder.key(Self.buckets)
            encoder.pairs(buckets, offset: offset)
        }
    }

    /// All pairs on one line: a distribution is for programs, and a line each would make it most of the document.
    private mutating func pairs(_ buckets: [(index: Int, count: Int)], offset: Int) {
        append("[")
        for (place, bucket) in buckets.enumerated() {
            if place > 0 { append(",") }
            append("[")
            integer(bucket.index - offset)
            append(",")
            integer(bucket.count, in: FieldRange.count)
            append("]")
        }
        append("]")
    }

    private static let scale = FieldKey("scale")
    private static let zeroCount = FieldKey("zeroCount")
    private static let offset = FieldKey("offset")
    private static let buckets = FieldKey("buckets")
}

/// The ranges of numbers whose fields give no other.
package enum FieldRange {
    /// 0 to 10^9.
    package static let count = 0...1_000_000_000
    /// 0 to 2^53 - 1, what every JSON reader takes exactly.
    package static let bytes = 0...9_007_199_254_740_991
    /// Minutes or days from the first run of a bundle.
    package static let elapsed = -10_000_000_000...10_000_000_000
    /// Ordinals of a bundle's runs.
    package static let ordinal = 1...1_000_000
}
