import LocalTelemetry

/// What became of the files that a run is responsible for.
package struct FileCounts: Sendable {
    /// How many were written because their bytes differ.
    package var written = 0
    /// How many stayed as they were.
    package var unchanged = 0
    /// How many were removed.
    package var removed = 0
    /// The size of what was written.
    package var bytesWritten = 0

    /// Makes counts; all zero unless given.
    package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0, bytesWritten: Int = 0) {
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
        self.bytesWritten = bytesWritten
    }

    static let fields: [Field<FileCounts>] = [
        .count("written", \.written, "Files written because their bytes differ."),
        .count("unchanged", \.unchanged, "Files that stayed as they were."),
        .count("removed", \.removed, "Files removed because their source is gone."),
        .bytes("bytesWritten", \.bytesWritten, "The size of what was written."),
    ]
}
