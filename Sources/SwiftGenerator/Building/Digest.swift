/// A digest of bytes that says whether something is as it was; not meant to withstand forgery.
///
/// The same on every machine. Words of eight bytes are folded by multiplication to 128 bits, in four lanes so that the
/// processor can work on them at once.
package struct Digest: Sendable, Hashable {
    /// The digest.
    package let value: UInt64

    /// Takes a digest that was written down.
    package init(value: UInt64) {
        self.value = value
    }

    /// Digests bytes.
    package init(of bytes: some Sequence<UInt8>) {
        let result = bytes.withContiguousStorageIfAvailable { unsafe Self.fold(bytes: $0.span) }
        value = result ?? Self.fold(bytes: Array(bytes).span)
    }

    /// Digests several digests, in their order.
    package init(joining parts: some Sequence<Digest>) {
        var state: UInt64 = 0x51_7CC1_B727_220A
        for part in parts { state = Self.fold(state ^ part.value, 0x9E37_79B9_7F4A_7C15) &+ 0x2545_F491_4F6C_DD1D }
        value = state
    }

    /// Sixteen digits of base 16.
    package var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// Reads ``text``.
    package init?(text: some StringProtocol) {
        guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
        self.value = value
    }

    private static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }

    private static func fold(bytes: Span<UInt8>) -> UInt64 {
        let count = bytes.count
        let raw = unsafe bytes.bytes
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (
            0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5
        )
        var place = 0
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        while place &+ 64 <= count {
            lanes.0 = fold(word(place) ^ lanes.0, word(place &+ 8) ^ 0xA076_1D64_78BD_642F)
            lanes.1 = fold(word(place &+ 16) ^ lanes.1, word(place &+ 24) ^ 0xE703_7ED1_A0B4_28DB)
            lanes.2 = fold(word(place &+ 32) ^ lanes.2, word(place &+ 40) ^ 0x8EBC_6AF0_9C88_C6E3)
            lanes.3 = fold(word(place &+ 48) ^ lanes.3, word(place &+ 56) ^ 0x5899_65CC_7537_4CC3)
            place &+= 64
        }
        while place &+ 8 <= count {
            lanes.0 = fold(word(place) ^ lanes.0, 0xA076_1D64_78BD_642F ^ UInt64(place))
            place &+= 8
        }
        var tail: UInt64 = 0
        while place < count {
            tail = tail << 8 | UInt64(bytes[place])
            place &+= 1
        }
        let one = fold(lanes.0 ^ tail, lanes.1 ^ 0xA076_1D64_78BD_642F)
        let other = fold(lanes.2 ^ UInt64(count), lanes.3 ^ 0xE703_7ED1_A0B4_28DB)
        return fold(one ^ 0x8EBC_6AF0_9C88_C6E3, other ^ UInt64(count))
    }
}
