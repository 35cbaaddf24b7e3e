#if Telemetry
internal import LocalTelemetry

/// Entries of an archive that is being made, packed, one behind the other as they stand in the file.
struct ArchivePart: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var entries: [PackedEntry] = []

    /// Makes a part that holds nothing, with room for so much.
    init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Packs another entry.
    mutating func add(_ name: String, _ content: [UInt8], _ deflater: Deflater) throws(ArchiveProblem) {
        let offset = bytes.count
        bytes += repeatElement(0, count: ArchiveBytes.localHeaderSize)
        bytes += Array(name.utf8)
        let start = bytes.count
        guard deflater.pack(content, to: &bytes) else {
            throw ArchiveProblem("there is not enough memory to pack it", entry: name)
        }
        let entry = PackedEntry(
            name: name, byteCount: content.count, sha256: Checksum.sha256(content),
            checksum: Deflater.checksum(content), packedCount: bytes.count - start, offset: offset)
        for (place, byte) in ArchiveWriter.localHeader(entry).enumerated() { bytes[offset + place] = byte }
        entries.append(entry)
    }
}
#endif
