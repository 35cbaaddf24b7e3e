/// What a bundle may be at most. Beyond that it is refused before anything is taken from it: a stranger's file must not
/// be able to fill memory or time.
package enum ArchiveLimits {
    /// Entries: what an archive can hold without the 64-bit extension.
    package static let entries = 65_000
    /// Bytes of one entry, unpacked: no document is larger.
    package static let entryBytes = 4 << 20
    /// Bytes of the manifest, unpacked: it lists all entries.
    package static let manifestBytes = 16 << 20
    /// Bytes of the whole, packed.
    package static let packedBytes = 512 << 20
    /// Bytes of the whole, unpacked.
    package static let unpackedBytes = 1 << 30
    /// How many times its packed size an entry may be.
    package static let ratio = 200
    /// Bytes of the directory at the end.
    static let directoryBytes = 8 << 20
    /// Bytes of an entry's name.
    static let nameBytes = 100
}
