#if DEBUG && Telemetry
/// Looks for many texts in many forms at once: every window of eight bytes is looked up in a table.
package struct SecretSearch {
    /// What was found.
    package struct Hit: Hashable, Sendable, CustomStringConvertible {
        package var secret: String
        package var form: SecretForm
        package var place: String
        package var description: String { "\(secret) as \(form.rawValue) in \(place)" }
    }

    /// A window of a needle.
    private struct Pattern {
        var secret: String
        var form: SecretForm
        var needle: Int
        var start: Int
        var length: Int
        /// The next pattern that begins with the same eight bytes.
        var next: Int
    }

    private var needles: [[UInt8]] = []
    private var patterns: [Pattern] = []
    private var heads: [UInt64: Int] = [:]
    private var mayBegin = [Bool](repeating: false, count: 1 << 16)

    /// Prepares the search.
    ///
    /// - Parameters:
    ///   - tokens: What to look for in every form, with what it is called.
    ///   - values: Longer texts that hold them: whoever hashes hashes these.
    package init(tokens: [(secret: String, text: String)], values: [(secret: String, text: String)]) {
        for (secret, text) in tokens {
            for form in SecretForm.allCases { add(secret, form, [text, text.uppercased()]) }
        }
        for (secret, text) in values {
            for form in [SecretForm.md5, .sha1, .sha256] { add(secret, form, [text, text + "\n"]) }
        }
    }

    private mutating func add(_ secret: String, _ form: SecretForm, _ spellings: [String]) {
        let first = form.needles(spellings[0])
        for needle in first { add(secret, form, needle) }
        let known = form.isExact ? [] : first.map { $0.bytes.map(Self.folded) }
        for spelling in spellings.dropFirst() where spelling != spellings[0] {
            for needle in form.needles(spelling) where !known.contains(needle.bytes.map(Self.folded)) {
                add(secret, form, needle)
            }
        }
    }

    private mutating func add(_ secret: String, _ form: SecretForm, _ needle: SecretForm.Needle) {
        guard min(needle.bytes.count, needle.window) >= 8 else { return }
        let length = min(needle.window, needle.bytes.count)
        var start = 0
        while start + length <= needle.bytes.count {
            var key: UInt64 = 0
            var index = start
            while index < start + 8 {
                key = key &<< 8 | UInt64(Self.folded(needle.bytes[index]))
                index += 1
            }
            let pattern = Pattern(
                secret: secret, form: form, needle: needles.count, start: start, length: length,
                next: heads[key] ?? -1)
            heads[key] = patterns.count
            patterns.append(pattern)
            mayBegin[Self.slot(key)] = true
            start += needle.step
        }
        needles.append(needle.bytes)
    }

    /// What of it stands in these bytes.
    package func hits(in bytes: [UInt8], at place: String) -> Set<Hit> {
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
                            guard index >= 8, var next = heads[key] else { continue }
                            while next >= 0 {
                                let candidate = patterns[next]
                                if unsafe stands(candidate, in: bytes, at: index - 8) {
                                    hits.insert(Hit(secret: candidate.secret, form: candidate.form, place: place))
                                }
                                next = candidate.next
                            }
                        }
                    }
                }
            }
        }
        return hits
    }

    private func stands(_ pattern: Pattern, in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start + pattern.length <= bytes.count else { return false }
        let needle = needles[pattern.needle]
        for offset in 0..<pattern.length {
            let (found, wanted) = unsafe (bytes[start + offset], needle[pattern.start + offset])
            if pattern.form.isExact ? found != wanted : Self.folded(found) != Self.folded(wanted) { return false }
        }
        return true
    }

    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 48) }

    private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static let folding: [UInt64] = (0...255).map { UInt64(folded(UInt8($0))) }
}
#endif
