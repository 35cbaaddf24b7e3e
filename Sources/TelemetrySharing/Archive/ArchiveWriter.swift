#if Telemetry
/// Puts packed entries together to a ZIP file that any tool opens.
///
/// The same entries give the same bytes: each has the same time (1980-01-01, the oldest that ZIP knows), the same mode
/// and no extra field.
enum ArchiveWriter {
    private static let date: UInt16 = 0 << 9 | 1 << 5 | 1
    /// A regular file of mode 0600, as Unix says it.
    private static let attributes: UInt32 = 0o100600 << 16
    /// Unix, version 2.0 of the format.
    private static let madeBy: UInt16 = 3 << 8 | 20
    private static let needed: UInt16 = 20

    /// What stands before an entry's content, but for its name.
    static func localHeader(_ entry: PackedEntry) -> [UInt8] {
        var header: [UInt8] = []
        header.reserveCapacity(ArchiveBytes.localHeaderSize)
        ArchiveBytes.append(ArchiveBytes.localHeader, to: &header)
        common(entry, to: &header)
        return header
    }

    /// The file, in parts that follow each other.
    ///
    /// - Throws: Where it would be larger than a bundle may be.
    static func write(_ parts: [ArchivePart]) throws(ArchiveProblem) -> [[UInt8]] {
        let count = parts.reduce(0) { $0 + $1.entries.count }
        guard count <= ArchiveLimits.entries else {
            throw ArchiveProblem("\(count) files are more than a bundle holds (\(ArchiveLimits.entries))")
        }
        var directory: [UInt8] = []
        var start = 0
        for part in parts {
            guard start + part.bytes.count <= ArchiveLimits.packedBytes else {
                throw ArchiveProblem("the bundle would be larger than \(ArchiveLimits.packedBytes >> 20) MB")
            }
            for entry in part.entries {
                ArchiveBytes.append(ArchiveBytes.directoryHeader, to: &directory)
                ArchiveBytes.append(madeBy, to: &directory)
                common(entry, to: &directory)
                // Comment, disk, internal attributes: none.
                directory += [0, 0, 0, 0, 0, 0]
                ArchiveBytes.append(attributes, to: &directory)
                ArchiveBytes.append(UInt32(start + entry.offset), to: &directory)
                directory += Array(entry.name.utf8)
            }
            start += part.bytes.count
        }
        var end: [UInt8] = []
        ArchiveBytes.append(ArchiveBytes.end, to: &end)
        end += [0, 0, 0, 0]
        ArchiveBytes.append(UInt16(count), to: &end)
        ArchiveBytes.append(UInt16(count), to: &end)
        ArchiveBytes.append(UInt32(directory.count), to: &end)
        ArchiveBytes.append(UInt32(start), to: &end)
        end += [0, 0]
        return parts.map(\.bytes) + [directory, end]
    }

    /// What both headers say of an entry, from the version that is needed to the length of the extra field.
    private static func common(_ entry: PackedEntry, to bytes: inout [UInt8]) {
        ArchiveBytes.append(needed, to: &bytes)
        ArchiveBytes.append(UInt16(0), to: &bytes)
        ArchiveBytes.append(UInt16(8), to: &bytes)
        ArchiveBytes.append(UInt16(0), to: &bytes)
        ArchiveBytes.append(date, to: &bytes)
        ArchiveBytes.append(entry.checksum, to: &bytes)
        ArchiveBytes.append(UInt32(entry.packedCount), to: &bytes)
        ArchiveBytes.append(UInt32(entry.byteCount), to: &bytes)
        ArchiveBytes.append(UInt16(entry.name.utf8.count), to: &bytes)
        ArchiveBytes.append(UInt16(0), to: &bytes)
    }
}
#endif
