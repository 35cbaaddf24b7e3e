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

    /// The file, in parts that follow each other.
    ///
    /// - Throws: Where it would be larger than a bundle may be.
    static func write(_ entries: [PackedEntry]) throws(ArchiveProblem) -> [[UInt8]] {
        guard entries.count <= ArchiveLimits.entries else {
            throw ArchiveProblem("\(entries.count) files are more than a bundle holds (\(ArchiveLimits.entries))")
        }
        var parts: [[UInt8]] = []
        var directory: [UInt8] = []
        var offset = 0
        for entry in entries {
            var header: [UInt8] = []
            ArchiveBytes.append(ArchiveBytes.localHeader, to: &header)
            common(entry, to: &header)
            header += Array(entry.name.utf8)

            ArchiveBytes.append(ArchiveBytes.directoryHeader, to: &directory)
            ArchiveBytes.append(madeBy, to: &directory)
            common(entry, to: &directory)
            // Comment, disk, internal attributes: none.
            directory += [0, 0, 0, 0, 0, 0]
            ArchiveBytes.append(attributes, to: &directory)
            ArchiveBytes.append(UInt32(offset), to: &directory)
            directory += Array(entry.name.utf8)

            offset += header.count + entry.packed.count
            parts.append(header)
            parts.append(entry.packed)
            guard offset <= ArchiveLimits.packedBytes else {
                throw ArchiveProblem("the bundle would be larger than \(ArchiveLimits.packedBytes >> 20) MB")
            }
        }
        var end: [UInt8] = []
        ArchiveBytes.append(ArchiveBytes.end, to: &end)
        end += [0, 0, 0, 0]
        ArchiveBytes.append(UInt16(entries.count), to: &end)
        ArchiveBytes.append(UInt16(entries.count), to: &end)
        ArchiveBytes.append(UInt32(directory.count), to: &end)
        ArchiveBytes.append(UInt32(offset), to: &end)
        end += [0, 0]
        return parts + [directory, end]
    }

    /// What both headers say of an entry, from the version that is needed to the length of the extra field.
    private static func common(_ entry: PackedEntry, to bytes: inout [UInt8]) {
        ArchiveBytes.append(needed, to: &bytes)
        ArchiveBytes.append(UInt16(0), to: &bytes)
        ArchiveBytes.append(UInt16(8), to: &bytes)
        ArchiveBytes.append(UInt16(0), to: &bytes)
        ArchiveBytes.append(date, to: &bytes)
        ArchiveBytes.append(entry.checksum, to: &bytes)
        ArchiveBytes.append(UInt32(entry.packed.count), to: &bytes)
        ArchiveBytes.append(UInt32(entry.byteCount), to: &bytes)
        ArchiveBytes.append(UInt16(entry.name.utf8.count), to: &bytes)
        ArchiveBytes.append(UInt16(0), to: &bytes)
    }
}
