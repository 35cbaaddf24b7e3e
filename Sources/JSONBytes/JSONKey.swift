/// The name of a member that is expected, as JSON writes it.
package struct JSONName: Sendable {
    let quoted: [UInt8]

    /// Takes a name of plain letters and digits.
    package init(_ name: String) {
        quoted = Array("\"\(name)\"".utf8)
    }
}

/// The key of an object's member, compared without making a `String`.
package struct JSONKey: Sendable {
    let bytes: ArraySlice<UInt8>
    /// Where the key begins (its quote).
    package let offset: Int

    /// Its text; bytes that are not UTF-8 are replaced.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it is that text.
    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { other in
            guard other.count == bytes.count else { return false }
            return unsafe bytes.withUnsafeBufferPointer { own in
                for place in 0..<own.count where unsafe own[place] != other[place] { return false }
                return true
            }
        }
    }

    package static func == (key: JSONKey, text: StaticString) -> Bool {
        guard text.utf8CodeUnitCount == key.bytes.count else { return false }
        return unsafe key.bytes.withUnsafeBufferPointer { bytes in
            let start = unsafe text.utf8Start
            for place in 0..<bytes.count where unsafe bytes[place] != start[place] { return false }
            return true
        }
    }

    package static func ~= (text: StaticString, key: JSONKey) -> Bool {
        key == text
    }
}
