#if Telemetry
internal import Crypto

/// The key of one bundle: `HMAC(key, "export" ‖ 0x00 ‖ bundle id)`. Whoever has the project's key can make it again;
/// nobody else can, and two bundles have nothing in common.
package struct BundleKey: Sendable {
    private let key: SymmetricKey
    /// The bundle, 32 hex digits.
    package let bundle: String
    /// Whether anybody can make the key again.
    package let isKept: Bool

    init(_ key: TelemetryKey, bundle: String, isKept: Bool = true) {
        let message = Array("export".utf8) + [0] + Array(bundle.utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key.bytes))
        self.key = SymmetricKey(data: code)
        self.bundle = bundle
        self.isKept = isKept
    }

    /// A key that nobody can make again: for documents of somebody else.
    package static func thrownAway(bundle: String) -> BundleKey {
        BundleKey(.random(), bundle: bundle, isKept: false)
    }

    /// A bundle's identifier, drawn at random.
    package static func randomBundle() -> String {
        var generator = SystemRandomNumberGenerator()
        return RunIdentifier(using: &generator).text
    }

    /// The token of a pseudonym, given as 64 hex digits.
    package func token(class name: String, digits: String) -> String {
        var bits: UInt64 = 0
        for byte in code(digits.utf8).prefix(5) { bits = bits << 8 | UInt64(byte) }
        var text = Array(name.utf8)
        text.reserveCapacity(text.count + 9)
        text.append(UInt8(ascii: "-"))
        for shift in stride(from: 35, through: 0, by: -5) { text.append(BundleToken.alphabet[Int(bits >> shift & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Where a run stands among those of its day: a number that says nothing about it.
    package func place(of run: RunIdentifier) -> UInt64 {
        code("order \(run.text)".utf8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func code(_ message: String.UTF8View) -> HMAC<SHA256>.MAC {
        var hmac = HMAC<SHA256>(key: key)
        hmac.update(data: Array(message))
        return hmac.finalize()
    }
}

/// SHA-256 of bytes, as hexadecimal digits.
package enum Checksum {
    /// 64 lower-case digits.
    package static func sha256(_ bytes: [UInt8]) -> String {
        hex(SHA256.hash(data: bytes))
    }

    /// 64 lower-case digits of parts that follow each other.
    package static func sha256(parts: [[UInt8]]) -> String {
        var hash = SHA256()
        for part in parts { hash.update(data: part) }
        return hex(hash.finalize())
    }

    private static func hex(_ digest: SHA256.Digest) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(Hex.digit(UInt64(byte >> 4)))
            text.append(Hex.digit(UInt64(byte & 15)))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
#endif
