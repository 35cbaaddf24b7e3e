#if Telemetry
internal import Crypto

/// Makes pseudonyms, and is the only one that does: `HMAC-SHA-256(key, class ‖ 0x00 ‖ bytes)`.
public struct PseudonymHasher: Sendable {
    private let key: SymmetricKey

    /// Takes a key of 32 bytes.
    init(key: TelemetryKey) {
        self.key = SymmetricKey(data: key.bytes)
    }

    /// The pseudonym of bytes, as they are.
    public func pseudonym(_ class: PseudonymClass, of bytes: [UInt8]) -> Pseudonym {
        var message = Array(`class`.name.utf8)
        message.append(0)
        message.append(contentsOf: bytes)
        let digest = HMAC<SHA256>.authenticationCode(for: message, using: key)
        // Safe: the digest has 32 bytes, which are read while they are there.
        return unsafe digest.withUnsafeBytes { bytes in
            func word(_ place: Int) -> UInt64 {
                unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
            }
            return Pseudonym(words: (word(0), word(1), word(2), word(3)))
        }
    }

    /// The pseudonym of bytes, as they are.
    public func pseudonym(_ class: PseudonymClass, of bytes: some Sequence<UInt8>) -> Pseudonym {
        pseudonym(`class`, of: Array(bytes))
    }

    /// The pseudonym of a text's UTF-8.
    public func pseudonym(_ class: PseudonymClass, of text: String) -> Pseudonym {
        pseudonym(`class`, of: Array(text.utf8))
    }

    /// The pseudonym of a place in the file system, however it is spelt: the bytes of the resolved path.
    ///
    /// What is not there is taken as it is spelt, from the root.
    public func pseudonym(ofPath path: String) -> Pseudonym {
        pseudonym(.path, of: ResolvedPath.spelling(of: Array(path.utf8)))
    }

    /// The pseudonym of a filter, however it is spelt: its parts sorted, without duplicates.
    ///
    /// - Returns: `nil` where there is no part.
    public func pseudonym(ofFilter parts: [String]) -> Pseudonym? {
        let normal = Set(parts.filter { !$0.isEmpty }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return normal.isEmpty ? nil : pseudonym(.filter, of: normal.joined(separator: ","))
    }
}
#else
/// Makes pseudonyms. In a build without the trait `Telemetry` there is no hash, and so no value of this type.
public struct PseudonymHasher: Sendable {
    private let nothing: Never

    /// Cannot be called, because there is no value of this type.
    public func pseudonym(_ class: PseudonymClass, of bytes: [UInt8]) -> Pseudonym { switch nothing {} }

    /// Cannot be called, because there is no value of this type.
    public func pseudonym(_ class: PseudonymClass, of bytes: some Sequence<UInt8>) -> Pseudonym { switch nothing {} }

    /// Cannot be called, because there is no value of this type.
    public func pseudonym(_ class: PseudonymClass, of text: String) -> Pseudonym { switch nothing {} }

    /// Cannot be called, because there is no value of this type.
    public func pseudonym(ofPath path: String) -> Pseudonym { switch nothing {} }

    /// Cannot be called, because there is no value of this type.
    public func pseudonym(ofFilter parts: [String]) -> Pseudonym? { switch nothing {} }
}
#endif
