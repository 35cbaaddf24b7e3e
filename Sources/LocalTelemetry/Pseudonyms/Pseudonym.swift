/// A keyed pseudonym: `HMAC-SHA-256(key, class ‖ 0x00 ‖ bytes)`, which equals another only where class and bytes are equal.
///
/// Only the hasher makes one; there is no way in for text.
public struct Pseudonym: Sendable, Hashable {
    let words: (UInt64, UInt64, UInt64, UInt64)

    /// The four words of a digest, most significant first.
    init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// Whether class, bytes and key were the same.
    public static func == (left: Pseudonym, right: Pseudonym) -> Bool {
        left.words == right.words
    }

    /// Hashes a part of the digest, which is as good as random.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}
