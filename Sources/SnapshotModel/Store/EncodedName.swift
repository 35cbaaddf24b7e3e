/// File names made of names that a database or a person chose.
package enum EncodedName {
    /// The longest name, in bytes.
    static let limit = 200

    /// A file name that is safe on every file system: ASCII letters become lower-case, all but `[a-z0-9_.-]` is
    /// percent-encoded, a leading dot too, and what is longer than 200 bytes is cut and ends with a hash of the whole.
    package static func encode(_ name: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count)
        for (index, byte) in name.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                bytes.append(byte)
            case UInt8(ascii: ".") where index > 0: bytes.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 0x20)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexDigit(byte >> 4))
                bytes.append(hexDigit(byte & 15))
            }
        }
        if bytes.isEmpty { bytes = Array("%".utf8) }
        if bytes.count > limit { bytes = cut(bytes, of: name) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The encoded path of a relative path, component by component, with `/`.
    package static func encode(path: String) -> String {
        path.split(separator: "/").map { encode(String($0)) }.joined(separator: "/")
    }

    /// A path for each name, apart even where case is ignored: of names that would share one, those that are not
    /// lower-case already get a suffix that their spelling determines.
    package static func paths(
        for names: [String], prefix: String, encode: (String) -> String
    ) -> [String] {
        let encoded = names.map(encode)
        var uses: [String: Int] = [:]
        for name in encoded { uses[name, default: 0] += 1 }
        return zip(names, encoded).map { name, path in
            let isTwin = (uses[path] ?? 0) > 1 && name.utf8.contains { (0x41...0x5A).contains($0) }
            return prefix + path + (isTwin ? "-" + hash(name, digits: 8) : "") + ".json"
        }
    }

    private static func cut(_ bytes: [UInt8], of name: String) -> [UInt8] {
        var kept = Array(bytes.prefix(limit - 17))
        if let percent = kept.suffix(2).lastIndex(of: UInt8(ascii: "%")) { kept.removeSubrange(percent...) }
        return kept + Array(("-" + hash(name, digits: 16)).utf8)
    }

    private static func hash(_ name: String, digits: Int) -> String {
        String(Fingerprint(of: name).text.prefix(digits))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 48 + value : 87 + value
    }
}
