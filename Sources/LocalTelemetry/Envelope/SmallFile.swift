#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads the small files by which a system describes itself.
package enum SmallFile {
    /// The first bytes of a file as text; `nil` where it cannot be read.
    package static func text(at path: String, limit: Int = 4096) -> String? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var count = 0
        while count < limit {
            // Files of /proc give a page at a time.
            let part = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, limit - count)
            }
            guard part > 0 else { break }
            count += part
        }
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }

    /// The words that follow the given ones at the beginning of a line; `nil` for each that does not stand there.
    static func values(of names: [Substring], at path: String) -> [Substring?] {
        var values = [Substring?](repeating: nil, count: names.count)
        for line in (text(at: path) ?? "").split(separator: "\n") {
            let words = line.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == " " || $0 == "\t" }
            if words.count == 2, let place = names.firstIndex(of: words[0]) { values[place] = words[1] }
        }
        return values
    }

    /// The word that follows the given one at the beginning of a line.
    static func value(of name: Substring, at path: String) -> Substring? {
        values(of: [name], at: path)[0]?.drop { $0 == " " || $0 == "\t" }
    }
}
