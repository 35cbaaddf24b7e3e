internal import LocalTelemetry

/// Rounds figures that can be added to each other, so that no sum of some tells more than its own rounding would.
///
/// Each figure by itself is rounded to its level. But figures that are small enough to stay exact have an exact sum,
/// which can be larger than what stays exact. So of each group every figure is rounded as coarsely as the sum of itself
/// and all smaller ones: a part of a group is then known no finer than the rounding of its sum.
struct FigureGroups {
    /// How figures of a group are rounded.
    enum Rounder {
        case twoDigits, powerOfTwo

        init?(_ rule: Redaction.Rule?) {
            switch rule {
            case .twoDigits: self = .twoDigits
            case .powerOfTwo: self = .powerOfTwo
            default: return nil
            }
        }

        /// The distance of two neighbours among the rounded numbers, where a value lies.
        func grain(_ value: Int) -> Int {
            switch self {
            case .twoDigits: Rounding.grain(twoDigitsOf: value)
            case .powerOfTwo: Rounding.grain(powerOfTwoOf: value)
            }
        }

        /// The value, to a grain and to the level.
        func round(_ value: Int, to grain: Int) -> Int {
            switch self {
            case .twoDigits: Rounding.twoDigits(Rounding.multiple(of: grain, nearest: value))
            case .powerOfTwo: Rounding.powerOfTwo(Rounding.multiple(of: grain, nearest: value))
            }
        }
    }

    /// The coarsest grain that a value needs beside the others of its group, for each of them.
    ///
    /// - Parameters:
    ///   - values: The group.
    ///   - rounder: How its figures are rounded.
    /// - Returns: The grains, in the order of the values.
    static func grains(of values: [Int], _ rounder: Rounder) -> [Int] {
        guard values.count > 1 else { return values.map(rounder.grain) }
        var grains = values
        var sum = 0
        for place in values.indices.sorted(by: { values[$0] < values[$1] }) {
            let (total, overflow) = sum.addingReportingOverflow(max(0, values[place]))
            sum = overflow ? .max / 4 : total
            grains[place] = rounder.grain(sum)
        }
        return grains
    }
}
