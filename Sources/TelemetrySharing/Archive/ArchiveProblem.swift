/// Why a file is not a bundle that can be read: one clause for a person.
package struct ArchiveProblem: Error, Sendable, Equatable {
    /// The clause, without a full stop.
    package let reason: String
    /// The entry that it is about, as it is named in the file; `nil` for the whole.
    package let entry: String?

    init(_ reason: String, entry: String? = nil) {
        self.reason = reason
        self.entry = entry
    }
}
