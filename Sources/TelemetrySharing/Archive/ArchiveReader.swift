#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a ZIP file that a stranger may have made.
///
/// Everything that the end of the file claims is checked before memory is taken for it: counts, sizes, ratios, names,
/// places. Only plain entries of the two methods that every tool knows are taken. Nothing is ever written.
package final class ArchiveReader: Sendable {
    private let descriptor: CInt
    /// The entries, in the order of the directory at the end; folders are left out.
    package let entries: [ArchiveEntry]
    /// The size of the file.
    package let byteCount: Int

    /// Opens an archive and reads its directory.
    package init(path: String) throws(ArchiveProblem) {
        // Without waiting: what has the name of a bundle can be a FIFO that nobody writes to.
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw ArchiveProblem("it cannot be read") }
        do throws(ArchiveProblem) {
            var status = stat()
            guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                throw ArchiveProblem("it is not a regular file")
            }
            let size = Int(status.st_size)
            guard size >= ArchiveBytes.endSize else { throw ArchiveProblem("it ends too early") }
            guard size <= ArchiveLimits.packedBytes + ArchiveLimits.directoryBytes else {
                throw ArchiveProblem("it is larger than any bundle")
            }
            let place = try Self.directory(of: descriptor, size: size)
            byteCount = size
            entries = try Self.entries(of: descriptor, place)
        } catch {
            close(descriptor)
            throw error
        }
    }

    deinit {
        close(descriptor)
    }

    /// Whether a path is that of a file which begins as an archive does.
    package static func isArchive(_ path: String) -> Bool {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let head = try? read(descriptor, 4, at: 0)
        else { return false }
        let signature = UInt32(ArchiveBytes.word(head, at: 0))
        return signature == ArchiveBytes.localHeader || signature == ArchiveBytes.end
    }

    /// The entry of that name.
    package func entry(_ name: String) -> ArchiveEntry? {
        entries.first { $0.name == name }
    }

    /// The content of an entry, unpacked.
    package func read(_ entry: ArchiveEntry) throws(ArchiveProblem) -> [UInt8] {
        try read(entry, with: Inflater())
    }

    /// The content of an entry, unpacked by a state that serves others, too.
    func read(_ entry: ArchiveEntry, with inflater: Inflater) throws(ArchiveProblem) -> [UInt8] {
        func refuse(_ reason: String) -> ArchiveProblem { ArchiveProblem(reason, entry: entry.name) }
        // Most entries have nothing between name and content; the directory has seen that all of it lies in the file.
        let name = Array(entry.name.utf8)
        let headSize = ArchiveBytes.localHeaderSize + name.count
        var bytes = try Self.read(descriptor, headSize + entry.packedSize, at: entry.offset)
        // The name of the header must be that of the directory; what follows it may have another length there.
        guard UInt32(ArchiveBytes.word(bytes, at: 0)) == ArchiveBytes.localHeader,
            ArchiveBytes.short(bytes, at: 26) == name.count,
            bytes[ArchiveBytes.localHeaderSize..<headSize].elementsEqual(name),
            ArchiveBytes.short(bytes, at: 8) == entry.method,
            ArchiveBytes.short(bytes, at: 6) & ArchiveEntry.encryptionFlags == 0
        else { throw refuse("its two headers disagree") }
        let extra = ArchiveBytes.short(bytes, at: 28)
        guard entry.offset + headSize + extra + entry.packedSize <= entry.limit else {
            throw refuse("it lies over another entry")
        }
        if extra > 0 { bytes = try Self.read(descriptor, headSize + extra + entry.packedSize, at: entry.offset) }
        let packed = bytes[(headSize + extra)...]
        let content = entry.method == 0 ? Array(packed) : inflater.unpack(packed, size: entry.size)
        guard let content, content.count == entry.size, Deflater.checksum(content) == entry.checksum else {
            throw refuse("it is damaged")
        }
        return content
    }

    // MARK: The directory

    private struct Place {
        var offset: Int
        var size: Int
        var count: Int
    }

    private static func directory(of descriptor: CInt, size: Int) throws(ArchiveProblem) -> Place {
        let end = try read(descriptor, ArchiveBytes.endSize, at: size - ArchiveBytes.endSize)
        guard UInt32(ArchiveBytes.word(end, at: 0)) == ArchiveBytes.end else {
            throw ArchiveProblem("it does not end as a bundle does: it was cut off, or something was added")
        }
        let count = ArchiveBytes.short(end, at: 10)
        let place = Place(
            offset: ArchiveBytes.word(end, at: 16), size: ArchiveBytes.word(end, at: 12), count: count)
        guard ArchiveBytes.short(end, at: 4) == 0, ArchiveBytes.short(end, at: 6) == 0,
            ArchiveBytes.short(end, at: 8) == count
        else { throw ArchiveProblem("it is a part of several files") }
        guard count <= ArchiveLimits.entries else { throw ArchiveProblem("it holds more files than any bundle") }
        guard place.size <= ArchiveLimits.directoryBytes else {
            throw ArchiveProblem("its directory is larger than that of any bundle")
        }
        guard place.offset + place.size == size - ArchiveBytes.endSize,
            place.size >= count * ArchiveBytes.directoryHeaderSize
        else { throw ArchiveProblem("its directory is not where it should be") }
        return place
    }

    private static func entries(of descriptor: CInt, _ place: Place) throws(ArchiveProblem) -> [ArchiveEntry] {
        let directory = try read(descriptor, place.size, at: place.offset)[...]
        var entries: [ArchiveEntry] = []
        var names: Set<String> = []
        var (next, unpacked) = (0, 0)
        for _ in 0..<place.count {
            let entry = try ArchiveEntry(directory, at: &next)
            guard names.insert(entry.name.lowercased()).inserted else {
                throw ArchiveProblem("a name stands there twice", entry: entry.name)
            }
            unpacked += entry.size
            guard unpacked <= ArchiveLimits.unpackedBytes else {
                throw ArchiveProblem("it would be larger than \(ArchiveLimits.unpackedBytes >> 20) MB unpacked")
            }
            entries.append(entry)
        }
        guard next == directory.count else { throw ArchiveProblem("something stands between its files") }
        // No entry reaches into the next one: a file of overlapping entries unpacks to far more than it is.
        var limit = place.offset
        for index in entries.indices.sorted(by: { entries[$0].offset > entries[$1].offset }) {
            let least = entries[index].offset + ArchiveBytes.localHeaderSize + entries[index].name.utf8.count
            guard least + entries[index].packedSize <= limit else {
                throw ArchiveProblem("it lies over another entry", entry: entries[index].name)
            }
            entries[index].limit = limit
            limit = entries[index].offset
        }
        return entries.filter { !$0.isFolder }
    }

    private static func read(_ descriptor: CInt, _ count: Int, at offset: Int) throws(ArchiveProblem) -> [UInt8] {
        guard count > 0 else { return [] }
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count {
                let part = unsafe pread(
                    descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled, off_t(offset + filled))
                if part < 0, errno == EINTR { continue }
                guard part > 0 else {
                    failed = true
                    return
                }
                filled += part
            }
        }
        guard !failed else { throw ArchiveProblem("it ends too early") }
        return bytes
    }
}
