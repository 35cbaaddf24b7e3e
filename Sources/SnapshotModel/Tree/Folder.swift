#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open folder: what is in it is reached through its descriptor, so that no step follows a path twice.
final class Folder {
    private let descriptor: CInt
    /// Path as shown to the user.
    let path: String

    private init(descriptor: CInt, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Opens a folder by its path, made before with all above it where asked; `nil` where it is not there.
    static func open(_ path: String, makes: Bool) throws(TreeError) -> Folder? {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        var descriptor = openPath(path, flags)
        if descriptor < 0, errno == ENOENT {
            guard makes else { return nil }
            try makeAll(path)
            descriptor = openPath(path, flags)
        }
        guard descriptor >= 0 else { throw TreeError(action: .openFolder, path: path, number: errno) }
        return Folder(descriptor: descriptor, path: path)
    }

    private static func makeAll(_ path: String) throws(TreeError) {
        if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        let (above, _) = TreePath.split(path)
        guard errno == ENOENT, !above.isEmpty else {
            throw TreeError(action: .makeFolder, path: path, number: errno)
        }
        try makeAll(String(above))
        if unsafe mkdir(path, 0o777) != 0, errno != EEXIST {
            throw TreeError(action: .makeFolder, path: path, number: errno)
        }
    }

    /// Opens a folder below this one; `nil` where it is not there and not to be made. A symbolic link is not followed.
    func folder(_ relative: Substring, makes: Bool) throws(TreeError) -> Folder? {
        let shown = relative.isEmpty ? path : "\(path)/\(relative)"
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
        let name = relative.isEmpty ? "." : String(relative)
        var opened = unsafe openat(descriptor, name, flags)
        if opened < 0, errno == ENOENT {
            guard makes else { return nil }
            var end = relative.startIndex
            while end < relative.endIndex {
                end = relative[end...].dropFirst().firstIndex(of: "/") ?? relative.endIndex
                if unsafe mkdirat(descriptor, String(relative[..<end]), 0o777) != 0, errno != EEXIST {
                    throw TreeError(action: .makeFolder, path: shown, number: errno)
                }
            }
            opened = unsafe openat(descriptor, name, flags)
        }
        guard opened >= 0 else {
            // A file or a link where a folder belongs: for a reader the folder is not there.
            if !makes, errno == ENOTDIR || errno == ELOOP { return nil }
            throw TreeError(action: .openFolder, path: shown, number: errno)
        }
        return Folder(descriptor: opened, path: shown)
    }

    /// Waits until no other run writes here; where the file system knows no locks it goes on without.
    func lock() {
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    // MARK: Files

    /// What stands under a name, seen from what is to stand there.
    enum Comparison {
        case missing
        /// A file with these very bytes.
        case same
        /// Another file of ours, or one that holds nothing: no byte, or, as a loss of power may leave it, zeros alone.
        case ours
        /// Somebody else's.
        case foreign
    }

    /// Compares what stands under a name with bytes, reading no more than is needed for it.
    ///
    /// - Throws: ``TreeError`` also where it is a folder.
    func compare(
        _ name: Substring, _ bytes: [UInt8], isOurs: ([UInt8]) -> Bool
    ) throws(TreeError) -> Comparison {
        var status = stat()
        guard unsafe fstatat(descriptor, String(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return .missing }
            throw error(.read, name)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw TreeError(action: .replace, path: "\(path)/\(name)", number: EISDIR)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { return .foreign }
        if status.st_size == 0 { return bytes.isEmpty ? .same : .ours }
        if Int(status.st_size) == bytes.count, try read(name) == bytes { return .same }
        guard let beginning = try read(name, limit: 512) else { return .missing }
        if isOurs(beginning) { return .ours }
        guard beginning.allSatisfy({ $0 == 0 }) else { return .foreign }
        return try read(name)?.allSatisfy { $0 == 0 } == true ? .ours : .foreign
    }

    /// What the system says of a file, or of a link itself; `nil` where there is none.
    func state(of name: String) -> FileState? {
        var status = stat()
        guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return FileState(status)
    }

    /// Makes sure that nothing but folders stands on the way to a folder below this one.
    func expectNoFile(onTheWayTo relative: Substring) throws(TreeError) {
        var end = relative.startIndex
        while end < relative.endIndex {
            end = relative[end...].dropFirst().firstIndex(of: "/") ?? relative.endIndex
            var status = stat()
            guard unsafe fstatat(descriptor, String(relative[..<end]), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                return
            }
            if status.st_mode & S_IFMT != S_IFDIR {
                throw TreeError(action: .openFolder, path: "\(path)/\(relative[..<end])", number: ENOTDIR)
            }
        }
    }

    /// The contents of a file, at most `limit` bytes; `nil` where there is no such file.
    func read(_ name: Substring, limit: Int = .max) throws(TreeError) -> [UInt8]? {
        let file = unsafe openat(descriptor, String(name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT || errno == ELOOP { return nil }
            throw error(.read, name)
        }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw error(.read, name) }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        let count = min(Int(status.st_size), limit)
        var number: CInt = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                guard let base = buffer.baseAddress else { break }
                let got = unsafe readBytes(file, base + filled, count - filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { number = errno }
                if got <= 0 { break }
                filled += got
            }
        }
        if number != 0 { throw TreeError(action: .read, path: "\(path)/\(name)", number: number) }
        return bytes
    }

    /// Writes a file under a temporary name; `false` where there is something of that name.
    func create(_ temporary: String, _ bytes: [UInt8], shownAs name: Substring) throws(TreeError) -> Bool {
        let file = unsafe openat(descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else {
            if errno == EEXIST { return false }
            throw error(.write, name)
        }
        var number: CInt = 0
        unsafe bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                let count = unsafe write(file, base + written, buffer.count - written)
                if count < 0, errno == EINTR { continue }
                if count < 0 {
                    number = errno
                    return
                }
                written += count
            }
        }
        if close(file) != 0, number == 0 { number = errno }
        if number != 0 { throw TreeError(action: .write, path: "\(path)/\(name)", number: number) }
        return true
    }

    /// Puts a temporary file in its place.
    func replace(_ name: Substring, with temporary: String) throws(TreeError) {
        guard unsafe renameat(descriptor, temporary, descriptor, String(name)) == 0 else { throw error(.replace, name) }
    }

    /// Removes a file; none there is well too.
    func remove(_ name: Substring) throws(TreeError) {
        guard unsafe unlinkat(descriptor, String(name), 0) == 0 || errno == ENOENT else { throw error(.remove, name) }
    }

    /// Removes a folder below this one where it is empty; says whether it did.
    func removeFolder(_ name: Substring) -> Bool {
        unsafe unlinkat(descriptor, String(name), AT_REMOVEDIR) == 0
    }

    private func error(_ action: TreeError.Action, _ name: Substring) -> TreeError {
        TreeError(action: action, path: "\(path)/\(name)", number: errno)
    }

    // MARK: Listing

    /// The names in the folder, sorted, each with whether it is a folder itself.
    func list() throws(TreeError) -> [(name: String, isFolder: Bool)] {
        let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw TreeError(action: .list, path: path, number: errno) }
        guard let stream = unsafe fdopendir(copy) else {
            let number = errno
            close(copy)
            throw TreeError(action: .list, path: path, number: number)
        }
        defer { unsafe closedir(stream) }
        var entries: [(name: String, isFolder: Bool)] = []
        while true {
            // The end and an error look alike but for this: a folder half listed would keep what is to go.
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { throw TreeError(action: .list, path: path, number: errno) }
                break
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            var isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
            if unsafe entry.pointee.d_type == UInt8(DT_UNKNOWN) {
                var status = stat()
                isFolder =
                    unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
                    && status.st_mode & S_IFMT == S_IFDIR
            }
            entries.append((name, isFolder))
        }
        return entries.sorted { $0.name < $1.name }
    }
}

// The system's own functions, where a method of the same name hides them.

private func openPath(_ path: String, _ flags: CInt) -> CInt {
    unsafe open(path, flags)
}

@unsafe
private func readBytes(_ file: CInt, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    unsafe read(file, bytes, count)
}
