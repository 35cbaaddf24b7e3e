/// One entry of an archive that is being made.
package struct PackedEntry: Sendable {
    /// Its name.
    package let name: String
    /// Its size, unpacked.
    package let byteCount: Int
    /// What the manifest says of its content.
    package let sha256: String
    let checksum: UInt32
    let packedCount: Int
    /// Where its header stands in its part of the archive.
    let offset: Int
}
