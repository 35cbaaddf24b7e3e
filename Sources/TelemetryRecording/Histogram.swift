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
    /// How many values were zero.
    public private(set) var zeroCount = 0
    /// The lowest bucket's index.
    public private(set) var offset = 0
    /// Counts of the buckets from ``offset`` on.
    public private(set) var counts: [Int] = []

    /// Makes an empty histogram.
    public init() {}

    /// How many values it holds.
    public var count: Int { counts.reduce(zeroCount, +) }

    /// Adds one value; what is not above zero counts as zero.
    public mutating func add(_ value: Double) {
        guard value > 0, value.isFinite else {
            zeroCount += 1
            return
        }
        add(1, at: Self.index(of: value))
    }

    /// Adds a number of values to the bucket `index`.
    public mutating func add(_ count: Int, at index: Int) {
        if counts.isEmpty {
            offset = index
            counts = [count]
        } else if index < offset {
            counts.insert(contentsOf: repeatElement(0, count: offset - index), at: 0)
            offset = index
            counts[0] += count
        } else {
            if index - offset >= counts.count {
                counts.append(contentsOf: repeatElement(0, count: index - offset - counts.count + 1))
            }
            counts[index - offset] += count
        }
    }

    /// The bucket that holds `value`, which is above zero.
    static func index(of value: Double) -> Int {
        Int((log2(value) * 64).rounded(.up)) - 1
    }
}
