#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads the small files by which a system describes itself.
///
/// As bytes: taken apart as text, the few lines of `/proc` that a recorded run reads cost more than its documents.
enum SmallFile {
    /// The first bytes of a file; `nil` where it cannot be read or is empty.
    static func bytes(at path: String, limit: Int = 4096) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while bytes.count < limit {
            // Files of /proc give a page at a time.
            let part = unsafe [UInt8](unsafeUninitializedCapacity: min(4096, limit - bytes.count)) { buffer, count in
                count = max(0, unsafe read(descriptor, buffer.baseAddress, buffer.count))
            }
            guard !part.isEmpty else { break }
            bytes += part
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// The words that follow the given ones at the beginning of a line; `nil` for each that does not stand there.
    static func values(of names: [StaticString], at path: String) -> [ArraySlice<UInt8>?] {
        var values = [ArraySlice<UInt8>?](repeating: nil, count: names.count)
        var rest = (bytes(at: path) ?? [])[...]
        while !rest.isEmpty {
            var line = rest.cut(at: UInt8(ascii: "\n"))
            for (place, name) in names.enumerated() where line.starts(with: name) {
                line = line.dropFirst(name.utf8CodeUnitCount)
                values[place] = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                break
            }
        }
        return values
    }

    /// The word that follows the given one at the beginning of a line.
    static func value(of name: StaticString, at path: String) -> ArraySlice<UInt8>? {
        values(of: [name], at: path)[0]
    }
}

extension ArraySlice<UInt8> {
    /// Takes off what stands before a byte, and the byte; all there is where the byte is not in it.
    mutating func cut(at byte: UInt8) -> ArraySlice<UInt8> {
        let end = firstIndex(of: byte) ?? endIndex
        defer { self = end < endIndex ? self[(end + 1)...] : self[endIndex...] }
        return self[..<end]
    }

    /// Whether it begins with a text.
    func starts(with text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { unsafe elementsEqualPrefix($0) }
    }

    /// Whether it is a text.
    func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && starts(with: text)
    }

    private func elementsEqualPrefix(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for place in 0..<text.count where unsafe self[startIndex + place] != text[place] { return false }
        return true
    }
}
