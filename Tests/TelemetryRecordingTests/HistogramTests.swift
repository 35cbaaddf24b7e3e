import Foundation
import TestSupport
import Testing

@testable import TelemetryRecording

/// The histogram against arithmetic that does not know how it is made.
@Suite struct HistogramTests {
    /// `v` lies in bucket `i` exactly where `2^i < v^64 <= 2^(i+1)`; compared through exact powers of wide integers.
    private static func lies(_ value: Double, in index: Int) -> Bool {
        // v = m * 2^e with m an integer of 53 bits: v^64 = m^64 * 2^(64e), so that all is decided by m^64's bit length.
        var power = WideInteger(UInt64(value.significandBitPattern | 1 << 52))
        for _ in 0..<6 { power = power.squared() }
        let exponent = 64 * (Int(value.exponent) - 52)
        // 2^i < v^64 <= 2^(i+1)  <=>  i + 1 is the ceiling of log2(v^64)
        let ceiling = power.isPowerOfTwo ? power.bitLength - 1 : power.bitLength
        return index + 1 == ceiling + exponent
    }

    @Test func placesValuesExactlyAtEveryBoundary() {
        for power in [-40, -1, 0, 1, 33] {
            for step in 0...64 {
                let boundary = scalbn(1, Int32(power)) * exp2(Double(step) / 64)
                for value in [
                    boundary.nextDown.nextDown, boundary.nextDown, boundary, boundary.nextUp, boundary.nextUp.nextUp,
                ] {
                    let value = Double(value)
                    #expect(Self.lies(value, in: Histogram.index(of: value)), "\(value)")
                }
            }
        }
    }

    @Test func placesPowersOfTwoInTheBucketTheyClose() {
        #expect(Histogram.index(of: 1) == -1)
        #expect(Histogram.index(of: 2) == 63)
        #expect(Histogram.index(of: 1.0.nextUp) == 0)
        #expect(Histogram.index(of: 0.5) == -65)
        #expect(Histogram.index(of: .leastNonzeroMagnitude) == -1074 * 64 - 1)
        #expect(Histogram.index(of: .leastNormalMagnitude) == -1022 * 64 - 1)
    }

    @Test func takesAnyNumber() {
        var histogram = Histogram()
        let values: [Double] = [
            0, -1, -Double.infinity, Double.infinity, Double.nan, Double.leastNonzeroMagnitude,
            Double.greatestFiniteMagnitude,
        ]
        for value in values {
            histogram.add(value)
        }
        #expect(histogram.zeroCount == 5)
        #expect(histogram.count == 7)
        #expect(histogram.counts.count <= Histogram.indices.count)
    }

    @Test func refusesToOverflow() {
        var histogram = Histogram()
        histogram.add(.max, at: 3)
        histogram.add(.max, at: 3)
        histogram.add(.max, at: 4)
        histogram.addZeros(.max)
        histogram.add(-5, at: 3)
        #expect(histogram.count == .max)
        #expect(histogram.percentile(0.5) != nil)
    }

    @Test(arguments: [1, 2, 3]) func knowsPercentilesToOnePercent(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var values: [Double] = []
        var histogram = Histogram()
        for _ in 0..<20_000 {
            let value = exp(Double.random(in: -7...12, using: &generator))
            values.append(value)
            histogram.add(value)
        }
        values.sort()
        for quantile in [0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1] {
            let exact = values[max(0, Int((quantile * Double(values.count)).rounded(.up)) - 1)]
            let known = histogram.percentile(quantile) ?? 0
            #expect(abs(known - exact) <= exact * 0.0055, "seed \(seed), quantile \(quantile)")
        }
    }

    @Test(arguments: [4, 5]) func mergesExactlyInAnyOrder(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var parts = Array(repeating: Histogram(), count: 7)
        var whole = Histogram()
        for _ in 0..<5_000 {
            let value = generator.next() % 20 == 0 ? 0 : exp(Double.random(in: -12...12, using: &generator))
            whole.add(value)
            parts[Int(generator.next() % 7)].add(value)
        }
        for _ in 0..<4 {
            parts.shuffle(using: &generator)
            var merged = Histogram()
            for part in parts { merged.merge(part) }
            #expect(merged == whole, "seed \(seed)")
            #expect(merged.count == 5_000)
        }
    }

    @Test func holdsNothingAtFirst() {
        #expect(Histogram().isEmpty)
        #expect(Histogram().percentile(0.5) == nil)
        #expect(Histogram().buckets.elementsEqual([], by: ==))
    }
}

/// An unsigned integer as wide as need be, for 64th powers.
private struct WideInteger {
    var words: [UInt64]

    init(_ word: UInt64) { words = [word] }

    func squared() -> WideInteger {
        var result = [UInt64](repeating: 0, count: words.count * 2)
        for (i, left) in words.enumerated() {
            var carry: UInt64 = 0
            for (j, right) in words.enumerated() {
                let product = left.multipliedFullWidth(by: right)
                let (low, first) = product.low.addingReportingOverflow(result[i + j])
                let (sum, second) = low.addingReportingOverflow(carry)
                result[i + j] = sum
                carry = product.high + (first ? 1 : 0) + (second ? 1 : 0)
            }
            result[i + words.count] = carry
        }
        var wide = WideInteger(0)
        wide.words = result
        while wide.words.count > 1, wide.words.last == 0 { wide.words.removeLast() }
        return wide
    }

    var bitLength: Int { words.count * 64 - (words.last?.leadingZeroBitCount ?? 64) }
    var isPowerOfTwo: Bool { words.reduce(0) { $0 + $1.nonzeroBitCount } == 1 }
}
