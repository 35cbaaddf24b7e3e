#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A base-2 exponential histogram as OpenTelemetry defines it (data model, "ExponentialHistogram"), at scale 6: bucket
/// `index` holds the values in `(2^(index/64), 2^((index+1)/64)]`, so that a value is known to within 0.55 %.
///
/// Two histograms of one scale merge exactly. Values are milliseconds where the histogram is of durations.
public struct Histogram: Sendable, Equatable {
    /// The scale of every histogram here.
    public static let scale = 6
    /// The buckets that exist: values from 2^-64 to 2^64. What lies beyond counts in the outermost, so that memory is
    /// bounded whatever is added.
    public static let indices = -4096...4095

    /// How many values were zero.
    public private(set) var zeroCount = 0
    /// The lowest bucket's index.
    public private(set) var offset = 0
    /// Counts of the buckets from ``offset`` on.
    public private(set) var counts: [Int] = []

    /// Makes an empty histogram.
    public init() {}

    /// How many values it holds.
    ///
    /// - Complexity: O(*n*) in the number of buckets.
    public var count: Int { counts.reduce(zeroCount, Self.sum) }

    /// Whether it holds no value.
    public var isEmpty: Bool { zeroCount == 0 && !counts.contains { $0 != 0 } }

    /// The buckets that hold something, lowest first.
    public var buckets: some Sequence<(index: Int, count: Int)> {
        counts.enumerated().lazy.filter { $0.element != 0 }.map { [offset] in
            (index: offset + $0.offset, count: $0.element)
        }
    }

    // MARK: Adding

    /// Adds one value; what is not above zero, or not finite, counts as zero.
    public mutating func add(_ value: Double) {
        guard value > 0, value.isFinite else {
            zeroCount = Self.sum(zeroCount, 1)
            return
        }
        add(1, at: Self.index(of: value))
    }

    /// Adds a number of zeros.
    public mutating func addZeros(_ count: Int) {
        guard count > 0 else { return }
        zeroCount = Self.sum(zeroCount, count)
    }

    /// Adds a number of values to the bucket `index`; a count that is not above zero adds nothing.
    public mutating func add(_ count: Int, at index: Int) {
        guard count > 0 else { return }
        let index = min(max(index, Self.indices.lowerBound), Self.indices.upperBound)
        if counts.isEmpty {
            offset = index
            counts = [count]
        } else if index < offset {
            counts.insert(contentsOf: repeatElement(0, count: offset - index), at: 0)
            offset = index
            counts[0] = count
        } else {
            if index - offset >= counts.count {
                counts.append(contentsOf: repeatElement(0, count: index - offset - counts.count + 1))
            }
            counts[index - offset] = Self.sum(counts[index - offset], count)
        }
    }

    /// Adds all values of another histogram; exact, in whatever order histograms are merged.
    public mutating func merge(_ other: Histogram) {
        addZeros(other.zeroCount)
        // The highest first, so that the buckets grow once on either side.
        for (place, count) in other.counts.enumerated().reversed() { add(count, at: other.offset + place) }
    }

    /// Whether both hold the same values, however their buckets came to be.
    public static func == (left: Histogram, right: Histogram) -> Bool {
        left.zeroCount == right.zeroCount && left.buckets.elementsEqual(right.buckets, by: ==)
    }

    // MARK: Reading

    /// The value below or at which the fraction `quantile` of all values lies (nearest rank), to within 0.55 %.
    ///
    /// - Parameter quantile: From 0, the least value, to 1, the greatest.
    /// - Returns: The value; `nil` where the histogram holds none.
    /// - Complexity: O(*n*) in the number of buckets.
    public func percentile(_ quantile: Double) -> Double? {
        let count = count
        guard count > 0, quantile.isFinite else { return nil }
        let rank = max(1, min(Double(count), (min(max(quantile, 0), 1) * Double(count)).rounded(.up)))
        var seen = Double(zeroCount)
        if rank <= seen { return 0 }
        var last = 0.0
        for (index, count) in buckets {
            last = Self.middle(of: index)
            seen += Double(count)
            if rank <= seen { return last }
        }
        return last
    }

    /// The geometric middle of a bucket, from which none of its values is further than 0.55 %.
    static func middle(of index: Int) -> Double {
        exp2((Double(index) + 0.5) / 64)
    }

    /// The bucket that holds `value`, which is finite and above zero: exact at every boundary.
    static func index(of value: Double) -> Int {
        var bits = value.bitPattern
        var exponent = Int(bits >> 52) - 1023
        if exponent == -1023 {
            // Subnormal: 2^64 times as much is a normal number.
            bits = (value * 0x1p64).bitPattern
            exponent = Int(bits >> 52) - 1023 - 64
        }
        let fraction = bits & 0xF_FFFF_FFFF_FFFF
        if fraction == 0 { return exponent * 64 - 1 }
        let guess = Int(HistogramBoundaries.guesses[Int(fraction >> 45)])
        return exponent * 64 + guess + (fraction > HistogramBoundaries.fractions[guess + 1] ? 1 : 0)
    }

    /// The sum of two counts, at most `Int.max`: counts may come from a file.
    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}
