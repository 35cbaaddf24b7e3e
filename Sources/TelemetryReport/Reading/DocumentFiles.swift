internal import LocalTelemetry

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds and reads files of documents; creates and changes nothing.
package enum DocumentFiles {
    /// No document is larger: a file that is was not written by a tool.
    package static let maximumBytes = 4 << 20

    /// What a path is.
    package enum Place: Sendable, Equatable {
        case directory, file, missing, other
    }

    /// What stands at a path; links are followed.
    package static func place(_ path: String) -> Place {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return .missing }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .directory
        case S_IFREG: return .file
        default: return .other
        }
    }

    /// The paths of the documents in a directory, in the order of their names; `nil` where it cannot be read.
    ///
    /// Where a run was killed between writing its last document under a second name (`….json.final`) and putting that in
    /// the place of the first, the second is the document.
    package static func documents(in directory: String) -> [String]? {
        guard let stream = unsafe opendir(directory) else { return nil }
        defer { unsafe closedir(stream) }
        var (names, finals): ([String], Set<String>) = ([], [])
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { return nil }
                break
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
                    unsafe String(validatingCString: $0)
                }
            }
            guard let name, !name.hasPrefix(".") else { continue }
            if name.hasSuffix(".json") { names.append(name) }
            if name.hasSuffix(".json.final") { finals.insert(name) }
        }
        if !finals.isEmpty { names = names.filter { !finals.contains($0 + ".final") } + finals }
        let folder = directory.hasSuffix("/") ? directory : directory + "/"
        return names.sorted().map { folder + $0 }
    }

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - most: No more than so many, from the beginning.
    /// - Returns: The bytes.
    /// - Throws: Where it is no file that holds a document, or cannot be read.
    package static func read(_ path: String, first most: Int = maximumBytes) throws(DocumentDamage) -> [UInt8] {
        // Without waiting: what has the name of a document can be a FIFO that nobody writes to.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw .unreadable }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_size <= maximumBytes else { throw .tooLarge }
        guard let bytes = SystemFile.read(descriptor, atMost: min(most, Int(status.st_size))) else { throw .unreadable }
        return bytes
    }
}
