#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Why the file system refused something.
package struct FileError: Error, Sendable, Equatable {
    /// What was tried.
    package enum Operation: String, Sendable {
        case read, write, list
    }

    /// What was tried.
    package var operation: Operation
    /// The path as it was given.
    package var path: String
    /// The system's error number.
    package var errorNumber: Int32

    /// Makes an error of the system's current error number.
    init(_ operation: Operation, _ path: String, errorNumber: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.errorNumber = errorNumber
    }

    /// Whether there is nothing at the path.
    package var isMissing: Bool { errorNumber == ENOENT || errorNumber == ENOTDIR }

    /// The system's words for it.
    package var reason: String {
        guard let text = unsafe strerror(errorNumber) else { return "error \(errorNumber)" }
        return unsafe String(cString: text)
    }
}
