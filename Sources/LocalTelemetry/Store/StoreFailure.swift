/// Why nothing, or not everything, was recorded: one clause for a person.
struct StoreFailure: Error, Sendable, Equatable {
    /// The clause, without a full stop.
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }

    /// A system call that failed on something.
    init(_ error: SystemError, on subject: String) {
        reason = "\(subject): \(error.text)"
    }
}
