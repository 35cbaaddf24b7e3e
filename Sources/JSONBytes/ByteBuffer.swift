/// Bytes that are written one behind the other: storage that is already there, and how much of it is used.
///
/// A snapshot has a million short strings; asking an `Array` to append each part of one costs several times what copying it
/// does.
struct ByteBuffer: Sendable {
    private var storage: [UInt8]
    private(set) var count = 0

    /// Makes an empty one with room for some bytes.
    init(capacity: Int) {
        storage = Array(repeating: 0, count: Swift.max(capacity, 64))
    }

    /// What has been written.
    var bytes: [UInt8] { Array(storage[..<count]) }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == storage.count { grow(1) }
        storage[count] = byte
        count += 1
    }

    /// Appends all of the bytes.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe write(bytes.count) { place in
            if let base = bytes.baseAddress {
                unsafe place.copyMemory(from: base, byteCount: bytes.count)
            }
        }
    }

    /// Appends so many times the same byte.
    mutating func append(repeating byte: UInt8, _ count: Int) {
        unsafe write(count) { unsafe $0.initializeMemory(as: UInt8.self, repeating: byte, count: count) }
    }

    /// Appends bytes that JSON can hold within a string as they are.
    ///
    /// - Returns: Whether they were; otherwise nothing is appended.
    mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = unsafe UnsafeRawPointer(text.baseAddress) else { return true }
        var isPlain = true
        unsafe write(text.count) { place in
            // The highest bit of each byte of a word tells: eight bytes are copied and looked at in one step.
            var marks: UInt64 = 0
            var index = 0
            while index + 8 <= text.count {
                let word = unsafe base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                unsafe place.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
                marks |= Self.marks(of: word)
                index += 8
            }
            var rest: UInt64 = 0
            while index < text.count {
                let byte = unsafe text[index]
                unsafe place.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
                rest = rest << 8 | UInt64(byte ^ 0x20)
                index += 1
            }
            // Filled up with spaces, which need no escape.
            marks |= Self.marks(of: rest ^ 0x2020_2020_2020_2020)
            isPlain = marks == 0
        }
        if !isPlain { count -= text.count }
        return isPlain
    }

    /// Not zero where one of a word's bytes is a control character, a quotation mark or a backslash.
    private static func marks(of word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let marks = (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
        return marks & (ones << 7)
    }

    /// Has `body` write so many bytes behind the others.
    @inline(__always)
    private mutating func write(_ length: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
        if storage.count - count < length { grow(length) }
        let used = count
        unsafe storage.withUnsafeMutableBytes { all in
            if let base = all.baseAddress { unsafe body(base + used) }
        }
        count += length
    }

    private mutating func grow(_ length: Int) {
        storage += [UInt8](repeating: 0, count: Swift.max(storage.count, length))
    }
}
