extension SnapshotStore {
    /// Whether bytes are a file of a snapshot, of whichever kind: each reader is given them.
    ///
    /// A snapshot's own reader looks first whether a file is what the index says; this is for those who try what no
    /// index lists.
    package static func canRead(_ bytes: [UInt8]) -> Bool {
        (try? SnapshotIndex.decode(bytes)) != nil || (try? SnapshotDecoder.queryFile(bytes)) != nil
            || (try? SnapshotDecoder.table(bytes)) != nil
    }
}
