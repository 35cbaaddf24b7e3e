#if DEBUG && Telemetry
internal import Crypto
internal import Foundation

/// The ways in which a text can stand in bytes.
package enum SecretForm: String, CaseIterable, Sendable {
    case plain, utf16Little, utf16Big, percent, percentOfAll, escaped, hex, base64, reversed, md5, sha1, sha256

    /// Whether a difference of upper and lower case makes another text.
    package var isExact: Bool { self == .base64 }

    /// A text wholly in this form, as somebody would write it who leaks it.
    package func whole(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return switch self {
        case .plain: bytes
        case .utf16Little: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16Big: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .percent: Self.percent(bytes)
        case .percentOfAll: bytes.flatMap { [UInt8(ascii: "%")] + Self.hex([$0]) }
        case .escaped: text.utf16.flatMap { Array("\\u".utf8) + Self.hex([UInt8($0 >> 8), UInt8($0 & 0xFF)]) }
        case .hex: Self.hex(bytes)
        case .base64: Array(Data(bytes).base64EncodedString().utf8)
        case .reversed: Array(String(text.reversed()).utf8)
        case .md5: Self.hex(Array(Insecure.MD5.hash(data: bytes)))
        case .sha1: Self.hex(Array(Insecure.SHA1.hash(data: bytes)))
        case .sha256: Self.hex(Array(SHA256.hash(data: bytes)))
        }
    }

    /// Bytes of which each window betrays a text.
    struct Needle {
        var bytes: [UInt8]
        /// How many bytes of it, one after the other, are taken for a find; all where it has fewer.
        var window: Int
        /// How far apart windows begin: where a byte of the text is several letters, its first.
        var step = 1
    }

    /// What to look for: any window of these betrays at least eight bytes of the text.
    func needles(_ text: String) -> [Needle] {
        let bytes = Array(text.utf8)
        switch self {
        case .plain: return [Needle(bytes: bytes, window: 8)]
        case .utf16Little, .utf16Big: return [Needle(bytes: whole(text), window: 16, step: 2)]
        case .percent: return Self.percentPieces(bytes)
        case .percentOfAll: return [Needle(bytes: whole(text), window: 24, step: 3)]
        case .escaped: return [Needle(bytes: whole(text), window: 48, step: 6)]
        case .hex: return [Needle(bytes: whole(text), window: 16, step: 2)]
        case .reversed: return [Needle(bytes: whole(text), window: 8)]
        case .base64: return (0..<3).map { Needle(bytes: Self.inner(bytes, $0), window: 10) }
        case .md5: return Self.digest(Array(Insecure.MD5.hash(data: bytes)))
        case .sha1: return Self.digest(Array(Insecure.SHA1.hash(data: bytes)))
        case .sha256: return Self.digest(Array(SHA256.hash(data: bytes)))
        }
    }

    private static func percent(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.flatMap { $0 < 0x80 ? [$0] : [UInt8(ascii: "%")] + hex([$0]) }
    }

    /// Each eight bytes of a text that percent encoding changes: a byte is one letter there, or three.
    private static func percentPieces(_ bytes: [UInt8]) -> [Needle] {
        bytes.indices.dropLast(7).map { bytes[$0..<$0 + 8] }.filter { $0.contains { $0 >= 0x80 } }.map {
            let piece = percent($0)
            return Needle(bytes: piece, window: piece.count)
        }
    }

    private static func hex(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// The letters of a Base64 text that a piece alone decides, where it begins `offset` bytes into a group of three.
    private static func inner(_ piece: [UInt8], _ offset: Int) -> [UInt8] {
        let letters = Array(Data([UInt8](repeating: 0, count: offset) + piece).base64EncodedString().utf8)
        let first = (offset * 8 + 5) / 6
        return Array(letters[first..<(offset + piece.count) * 8 / 6])
    }

    /// A digest raw, in hex and in Base64, by its beginning: it may be cut.
    private static func digest(_ bytes: [UInt8]) -> [Needle] {
        [
            Array(bytes.prefix(8)), hex(Array(bytes.prefix(7))),
            Array(Data(bytes).base64EncodedString().utf8.prefix(10)),
        ].map { Needle(bytes: $0, window: $0.count) }
    }
}
#endif
