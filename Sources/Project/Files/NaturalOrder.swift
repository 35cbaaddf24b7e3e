/// The order in which people number files: `2_b.sql` before `10_a.sql`.
package enum NaturalOrder {
    /// Whether the first comes before the second: runs of digits are compared by value, all else by bytes; where both are
    /// equal by that, the one with fewer leading zeros.
    package static func precedes(_ first: String, _ second: String) -> Bool {
        let first = Array(first.utf8)
        let second = Array(second.utf8)
        var left = 0
        var right = 0
        while left < first.count, right < second.count {
            if isDigit(first[left]), isDigit(second[right]) {
                let leftNumber = number(in: first, from: &left)
                let rightNumber = number(in: second, from: &right)
                if leftNumber.count != rightNumber.count { return leftNumber.count < rightNumber.count }
                if leftNumber != rightNumber { return leftNumber.lexicographicallyPrecedes(rightNumber) }
            } else {
                // A folder's files come before those of a folder whose name goes on: `a/b` before `a.sql/b`.
                if first[left] != second[right] { return rank(first[left]) < rank(second[right]) }
                left += 1
                right += 1
            }
        }
        if left < first.count || right < second.count { return right < second.count }
        return first.count == second.count ? first.lexicographicallyPrecedes(second) : first.count < second.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func rank(_ byte: UInt8) -> UInt8 {
        byte == UInt8(ascii: "/") ? 0 : byte
    }

    /// The digits without leading zeros, and moves behind them.
    private static func number(in bytes: [UInt8], from index: inout Int) -> ArraySlice<UInt8> {
        while index < bytes.count, bytes[index] == UInt8(ascii: "0") { index += 1 }
        let start = index
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }
}
