/// Little-endian numbers in bytes, as ZIP writes them (APPNOTE.TXT 6.3.10).
enum ArchiveBytes {
    static let localHeader: UInt32 = 0x0403_4B50
    static let directoryHeader: UInt32 = 0x0201_4B50
    static let end: UInt32 = 0x0605_4B50
    static let localHeaderSize = 30
    static let directoryHeaderSize = 46
    static let endSize = 22

    static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: value.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// The 16 bits at a place, which must be there.
    static func short(_ bytes: some RandomAccessCollection<UInt8>, at place: Int) -> Int {
        let first = bytes.index(bytes.startIndex, offsetBy: place)
        return Int(bytes[first]) | Int(bytes[bytes.index(after: first)]) << 8
    }

    /// The 32 bits at a place, which must be there.
    static func word(_ bytes: some RandomAccessCollection<UInt8>, at place: Int) -> Int {
        short(bytes, at: place) | short(bytes, at: place + 2) << 16
    }
}
