/// One entry as an archive's directory describes it, checked.
package struct ArchiveEntry: Sendable {
    /// Its name: letters, digits and `.-_` in folders, nothing that could lead anywhere.
    package let name: String
    /// Its size, unpacked.
    package let size: Int
    let packedSize: Int
    let method: Int
    let checksum: UInt32
    let offset: Int
    /// Where it must end at the latest.
    var limit = 0

    var isFolder: Bool { name.hasSuffix("/") }

    /// Bits of an entry's flags that say it is encrypted, or its header hidden.
    static let encryptionFlags = 1 | 1 << 6 | 1 << 13

    /// Reads the header at a place of the directory, and moves the place behind it.
    init(_ directory: ArraySlice<UInt8>, at place: inout Int) throws(ArchiveProblem) {
        guard place + ArchiveBytes.directoryHeaderSize <= directory.count,
            UInt32(ArchiveBytes.word(directory, at: place)) == ArchiveBytes.directoryHeader
        else { throw ArchiveProblem("its directory is damaged") }
        func short(_ offset: Int) -> Int { ArchiveBytes.short(directory, at: place + offset) }
        func word(_ offset: Int) -> Int { ArchiveBytes.word(directory, at: place + offset) }
        let (nameSize, extraSize, commentSize) = (short(28), short(30), short(32))
        let nameStart = place + ArchiveBytes.directoryHeaderSize
        guard nameStart + nameSize + extraSize + commentSize <= directory.count else {
            throw ArchiveProblem("its directory is damaged")
        }
        name = try Self.name(directory.dropFirst(nameStart).prefix(nameSize))
        method = short(10)
        checksum = UInt32(word(16))
        packedSize = word(20)
        size = word(24)
        offset = word(42)
        let (flags, system, attributes) = (short(8), short(4) >> 8, word(38))
        place = nameStart + nameSize + extraSize + commentSize

        let name = name
        func refuse(_ reason: String) -> ArchiveProblem { ArchiveProblem(reason, entry: name) }
        guard flags & Self.encryptionFlags == 0 else { throw refuse("it is encrypted inside") }
        guard method == 0 || method == 8 else { throw refuse("it is packed in a way that no bundle is") }
        let type = attributes >> 28
        // Of Unix: 8 is a regular file, 4 a folder, 0 says nothing.
        if system == 3, type != 0, type != (isFolder ? 4 : 8) { throw refuse("it is a link or a device") }
        let limit = name == BundleLayout.manifest ? ArchiveLimits.manifestBytes : ArchiveLimits.entryBytes
        guard size <= limit else { throw refuse("it is larger than a bundle's files are") }
        guard size <= packedSize * ArchiveLimits.ratio + 1024 else { throw refuse("it unpacks to far more than it is") }
        guard method == 8 || size == packedSize else { throw refuse("its sizes disagree") }
        guard !isFolder || size == 0 else { throw refuse("a folder has content") }
    }

    /// A name that is the same on every system and leads nowhere.
    private static func name(_ bytes: ArraySlice<UInt8>) throws(ArchiveProblem) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        func refuse(_ reason: String) -> ArchiveProblem { ArchiveProblem(reason, entry: text) }
        guard (1...ArchiveLimits.nameBytes).contains(bytes.count) else {
            throw ArchiveProblem("a name is empty or longer than any in a bundle")
        }
        let isPlain = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "/"):
                true
            default: false
            }
        }
        guard isPlain else { throw refuse("a name holds what no name in a bundle does") }
        let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isFolder = parts.last?.isEmpty ?? false
        guard parts.dropLast(isFolder ? 1 : 0).allSatisfy({ $0.first.map { $0 != UInt8(ascii: ".") } ?? false }) else {
            throw refuse("a name leads out of the bundle")
        }
        return text
    }
}
