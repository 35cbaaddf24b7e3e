/// Looks for many texts in many forms at once: every window of eight bytes is looked up in a table.
struct SecretSearch {
    /// What was found.
    struct Hit: Hashable, CustomStringConvertible {
        var secret: String
        var form: SecretForm
        var place: String
        var description: String { "\(secret) as \(form.rawValue) in \(place)" }
    }

    private struct Pattern {
        var secret: String
        var form: SecretForm
        var bytes: [UInt8]
    }

    private var patterns: [UInt64: [Pattern]] = [:]
    private var mayBegin = [Bool](repeating: false, count: 1 << 16)

    /// Prepares the search.
    ///
    /// - Parameters:
    ///   - tokens: What to look for in every form, with what it is called.
    ///   - values: Longer texts that hold them: whoever hashes hashes these.
    init(tokens: [(secret: String, text: String)], values: [(secret: String, text: String)]) {
        for (secret, text) in tokens {
            for form in SecretForm.allCases {
                for spelling in Set([text, text.uppercased()]) {
                    for bytes in form.patterns(spelling) { add(Pattern(secret: secret, form: form, bytes: bytes)) }
                }
            }
        }
        for (secret, text) in values {
            for form in [SecretForm.md5, .sha1, .sha256] {
                for spelling in [text, text + "\n"] {
                    for bytes in form.patterns(spelling) { add(Pattern(secret: secret, form: form, bytes: bytes)) }
                }
            }
        }
    }

    private mutating func add(_ pattern: Pattern) {
        guard pattern.bytes.count >= 8 else { return }
        let key = pattern.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64(Self.folded($1)) }
        if patterns[key]?.contains(where: { $0.bytes == pattern.bytes }) ?? false { return }
        patterns[key, default: []].append(pattern)
        mayBegin[Self.slot(key)] = true
    }

    /// What of it stands in these bytes.
    func hits(in bytes: [UInt8], at place: String) -> Set<Hit> {
        var hits: Set<Hit> = []
        // The loop sees each byte of all that a run wrote, in a build without optimisation: plain steps only.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe mayBegin.withUnsafeBufferPointer { mayBegin in
                unsafe Self.folding.withUnsafeBufferPointer { folding in
                    var key: UInt64 = 0
                    var index = 0
                    let count = bytes.count
                    while index < count {
                        key = unsafe key &<< 8 | folding[Int(bytes[index])]
                        index &+= 1
                        if unsafe mayBegin[Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 48)] {
                            guard index >= 8, let candidates = patterns[key] else { continue }
                            for candidate in candidates where unsafe Self.stands(candidate, in: bytes, at: index - 8) {
                                hits.insert(Hit(secret: candidate.secret, form: candidate.form, place: place))
                            }
                        }
                    }
                }
            }
        }
        return hits
    }

    private static func stands(_ pattern: Pattern, in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start + pattern.bytes.count <= bytes.count else { return false }
        for (offset, byte) in pattern.bytes.enumerated() {
            let found = unsafe bytes[start + offset]
            if pattern.form.isExact ? found != byte : folded(found) != folded(byte) { return false }
        }
        return true
    }

    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 48) }

    private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static let folding: [UInt64] = (0...255).map { UInt64(folded(UInt8($0))) }
}
