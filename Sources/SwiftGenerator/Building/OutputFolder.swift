import SnapshotModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The output folder as it is on disk; only reads.
struct OutputFolder: Sendable {
    /// Absolute.
    let path: String

    /// The bytes of a file; `nil` where there is none that can be read.
    func bytes(of name: String) -> [UInt8]? { SystemFile.contents("\(path)/\(name)") }

    /// The names of the folder's own files that begin as ours do and are none of the given; `nil` where it cannot be listed.
    func strangers(beside known: Set<String>) -> [String]? {
        guard let stream = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { return nil }
                break
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard !known.contains(name), name != ".", name != ".." else { continue }
            if let bytes = bytes(of: name), GeneratedFormat.isOurs(bytes) { names.append(name) }
        }
        return names.sorted()
    }
}

/// Any file, as a whole.
enum SystemFile {
    /// The bytes of a regular file; `nil` where there is none that can be read. A link is not followed.
    static func contents(_ path: String) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        // The kernel's own files say that they are empty.
        let capacity = status.st_size == 0 ? 4096 : Int(status.st_size)
        var isWhole = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
            while filled < buffer.count, let base = buffer.baseAddress {
                let count = unsafe read(descriptor, base + filled, buffer.count - filled)
                if count < 0, errno == EINTR { continue }
                if count < 0 { isWhole = false }
                guard count > 0 else { break }
                filled += count
            }
        }
        return isWhole ? bytes : nil
    }
}
