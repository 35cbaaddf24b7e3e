package import Diagnostics

/// How a run ends, as its exit code; documented in `docs/command-line.md`.
package enum ExitStatus: Int32, Sendable, CaseIterable {
    /// Done.
    case success = 0
    /// Failed: queries in error, the file system.
    case failure = 1
    /// Project or configuration missing or invalid.
    case configuration = 2
    /// The database could not be reached or refused.
    case database = 3
    /// A check said no.
    case checkFailed = 4
    /// Wrong usage.
    case usage = 64

    /// The one place where an error becomes an exit code.
    package init(for error: any Error) {
        switch error {
        case let failure as RunFailure: self = failure.status
        default: self = .failure
        }
    }
}

/// Why a run ends without having done what it was asked: everything that was found, and the exit code it means.
package struct RunFailure: Error, Sendable {
    /// The exit code.
    package var status: ExitStatus
    /// What is shown, in the order of files and lines; may be empty where it has been shown already.
    package var findings: [Finding]

    /// Makes a failure.
    package init(_ status: ExitStatus, _ findings: [Finding]) {
        self.status = status
        self.findings = findings
    }
}
