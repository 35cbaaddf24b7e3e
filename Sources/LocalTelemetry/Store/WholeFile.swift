#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes a file that a person asked for: whole under its name, of mode 0600, or not at all.
package enum WholeFile {
    /// Why there is no such file: one clause.
    package struct Failure: Error, Sendable, CustomStringConvertible {
        /// The clause.
        package let description: String
        /// Whether something has that name already.
        package let isTaken: Bool
    }

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - bytes: Its content.
    ///   - path: Where; its folder must be there.
    ///   - replacing: Whether what has that name is replaced.
    /// - Throws: Where it cannot be written, or its name is taken.
    package static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Failure) {
        let spelt = Array(path.utf8)
        guard let name = path.split(separator: "/").last.map(String.init), path.last != "/", name != ".", name != ".."
        else { throw Failure(description: "\(path) is not a file's name", isTaken: false) }
        let folder = ResolvedPath.parent(of: spelt)
        do throws(SystemError) {
            let directory = try Directory(path: folder)
            if replacing {
                try Publisher().replace(name, with: bytes, in: directory)
            } else if try Publisher().publish(bytes, in: directory, as: [name]) == nil {
                throw SystemError(code: EEXIST)
            }
            try directory.descriptor.syncDirectory()
        } catch {
            throw Failure(description: "\(path): \(error.text)", isTaken: error.code == EEXIST)
        }
    }
}
