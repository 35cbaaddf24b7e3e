/// Rounds figures to what a bundle may tell.
package enum Rounding {
    /// To two significant digits; what has no more stays as it is.
    package static func twoDigits(_ value: Int) -> Int {
        multiple(of: grain(twoDigitsOf: value), nearest: value)
    }

    /// To the nearest power of two, the larger where two are as near; 0 stays 0.
    package static func powerOfTwo(_ value: Int) -> Int {
        guard value > 2 else { return max(value, 0) }
        let lower = 1 << (Int.bitWidth - 1 - value.leadingZeroBitCount)
        guard lower < 1 << 61 else { return lower }
        return value - lower < lower * 2 - value ? lower : lower * 2
    }

    /// The distance of two neighbours among the numbers of two significant digits, where `value` lies.
    package static func grain(twoDigitsOf value: Int) -> Int {
        var grain = 1
        while value / grain >= 100 { grain *= 10 }
        return grain
    }

    /// The distance of a power of two from the next lower one, where `value` lies.
    package static func grain(powerOfTwoOf value: Int) -> Int {
        max(1, powerOfTwo(value) / 2)
    }

    /// The nearest multiple of a grain; what is not zero does not become zero.
    package static func multiple(of grain: Int, nearest value: Int) -> Int {
        guard grain > 1, value > 0 else { return max(value, 0) }
        return max(grain, (value + grain / 2) / grain * grain)
    }
}
