import Foundation

@testable import TelemetrySharing

/// A ZIP file with whatever a stranger might write into it.
struct RawArchive {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        var localName: [UInt8]?
        var flags = 0
        var method = 8
        var attributes: UInt32 = 0o100600 << 16
        var size: Int?
        var packed: [UInt8]?
        var checksum: UInt32?
        var offset: Int?

        init(_ name: String, _ content: [UInt8] = Array("{}".utf8)) {
            self.name = Array(name.utf8)
            self.content = content
        }

        func with(_ change: (inout Entry) -> Void) -> Entry {
            var entry = self
            change(&entry)
            return entry
        }
    }

    var entries: [Entry]
    var count: Int?
    var directorySize: Int?
    var directoryOffset: Int?
    var trailer: [UInt8] = []

    var bytes: [UInt8] {
        let deflater = Deflater()
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            var packed = entry.packed ?? entry.content
            if entry.packed == nil, entry.method == 8 {
                packed = []
                _ = deflater.pack(entry.content, to: &packed)
            }
            let offset = entry.offset ?? body.count
            func common(_ bytes: inout [UInt8], _ name: [UInt8]) {
                for value in [20, entry.flags, entry.method, 0, 33] { ArchiveBytes.append(UInt16(value), to: &bytes) }
                ArchiveBytes.append(entry.checksum ?? Deflater.checksum(entry.content), to: &bytes)
                ArchiveBytes.append(UInt32(packed.count), to: &bytes)
                ArchiveBytes.append(UInt32(entry.size ?? entry.content.count), to: &bytes)
                ArchiveBytes.append(UInt16(name.count), to: &bytes)
                ArchiveBytes.append(UInt16(0), to: &bytes)
            }
            ArchiveBytes.append(ArchiveBytes.localHeader, to: &body)
            common(&body, entry.localName ?? entry.name)
            body += (entry.localName ?? entry.name) + packed
            ArchiveBytes.append(ArchiveBytes.directoryHeader, to: &directory)
            ArchiveBytes.append(UInt16(3 << 8 | 20), to: &directory)
            common(&directory, entry.name)
            directory += [0, 0, 0, 0, 0, 0]
            ArchiveBytes.append(entry.attributes, to: &directory)
            ArchiveBytes.append(UInt32(offset), to: &directory)
            directory += entry.name
        }
        var end: [UInt8] = []
        ArchiveBytes.append(ArchiveBytes.end, to: &end)
        end += [0, 0, 0, 0]
        ArchiveBytes.append(UInt16(count ?? entries.count), to: &end)
        ArchiveBytes.append(UInt16(count ?? entries.count), to: &end)
        ArchiveBytes.append(UInt32(directorySize ?? directory.count), to: &end)
        ArchiveBytes.append(UInt32(directoryOffset ?? body.count), to: &end)
        end += [0, 0]
        return body + directory + end + trailer
    }
}
