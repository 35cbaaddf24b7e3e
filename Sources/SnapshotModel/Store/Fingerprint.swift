/// 128 bits that stand for bytes: equal bytes have equal fingerprints on every machine.
///
/// Two lanes of 64-bit multiply-and-fold over 16-byte blocks, each with its own odd constants (digits of π), the length
/// mixed in at the end. It tells changed from unchanged; it is no defence against someone who wants two texts to agree.
package struct Fingerprint: Sendable, Hashable {
    package var high: UInt64
    package var low: UInt64

    /// Makes a fingerprint of its halves.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of bytes.
    package init(of bytes: [UInt8]) {
        self = unsafe bytes.withUnsafeBytes { unsafe Self.hash($0) }
    }

    /// The fingerprint of a part of a file.
    package init(of bytes: ArraySlice<UInt8>) {
        self = unsafe bytes.withUnsafeBytes { unsafe Self.hash($0) }
    }

    /// The fingerprint of a text.
    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// The fingerprint of several, in their order.
    package init(of parts: [Fingerprint]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.count * 16)
        for part in parts {
            for half in [part.high, part.low] {
                for shift in stride(from: 56, through: 0, by: -8) {
                    bytes.append(UInt8(truncatingIfNeeded: half >> shift))
                }
            }
        }
        self.init(of: bytes)
    }

    @unsafe
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> Fingerprint {
        var first: UInt64 = 0x243F_6A88_85A3_08D3
        var second: UInt64 = 0x1319_8A2E_0370_7345
        var offset = 0
        while offset + 16 <= bytes.count {
            let left = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let right = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            first = fold(left ^ first, right ^ 0xA409_3822_299F_31D1)
            second = fold(right ^ second, left ^ 0x082E_FA98_EC4E_6C89)
            offset += 16
        }
        var left: UInt64 = 0
        var right: UInt64 = 0
        for index in offset..<bytes.count {
            let position = index - offset
            let byte = unsafe UInt64(bytes[index])
            if position < 8 { left |= byte << (position * 8) } else { right |= byte << ((position - 8) * 8) }
        }
        let length = UInt64(bytes.count)
        first = fold(left ^ first ^ length, right ^ 0x4528_21E6_38D0_1377)
        second = fold(right ^ second, left ^ length ^ 0xBE54_66CF_34E9_0C6D)
        first = fold(first ^ 0xC0AC_29B7_C97C_50DD, second | 1) ^ second
        second = fold(second ^ 0x3F84_D5B5_B547_0917, first | 1) ^ length
        return Fingerprint(high: first, low: second)
    }

    /// The product's halves, added without carry; zero operands are kept from swallowing the other by the caller's constants.
    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low ^ left
    }
}

extension Fingerprint {
    /// 32 lower-case hexadecimal digits.
    package var text: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        for half in [high, low] {
            for shift in stride(from: 60, through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: half >> shift) & 15
                digits.append(digit < 10 ? 48 + digit : 87 + digit)
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Reads 32 hexadecimal digits.
    package init?(_ text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }
}
