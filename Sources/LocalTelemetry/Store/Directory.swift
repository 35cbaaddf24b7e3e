#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An open directory, in which files are reached by name, never by a path that somebody could bend.
struct Directory: ~Copyable, Sendable {
    let descriptor: Descriptor

    /// What a directory must be for telemetry to use it.
    enum Demand: Sendable {
        /// It belongs to the effective user.
        case own
        /// It belongs to the effective user and nobody else may write to it.
        case writableByNobodyElse
        /// It belongs to the effective user and nobody else has any right to it.
        case openToNobodyElse
    }

    /// Opens the directory at a path, following links: the caller has resolved it.
    init(path: [UInt8]) throws(SystemError) {
        descriptor = try Descriptor(
            SystemFile.open(path, O_RDONLY | O_DIRECTORY))
    }

    private init(in parent: borrowing Directory, name: String) throws(SystemError) {
        descriptor = try Descriptor(
            SystemFile.uninterrupted {
                unsafe openat(parent.descriptor.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            })
    }

    /// Opens the directory of that name if it is there, following no link.
    func existing(_ name: String) throws(SystemError) -> Directory {
        try Directory(in: self, name: name)
    }

    /// Opens the directory of that name, following no link; makes it with `mode` where it is missing.
    ///
    /// A directory that is to be private gets its mode on the descriptor, whatever the umask; one that was there
    /// already is never changed.
    func making(_ name: String, mode: mode_t, isPrivate: Bool) throws(SystemError) -> Directory {
        do {
            return try Directory(in: self, name: name)
        } catch {
            guard error.code == ENOENT else { throw error }
        }
        guard unsafe mkdirat(descriptor.number, name, mode) == 0 else {
            let error = SystemError.last
            guard error.code == EEXIST else { throw error }
            return try Directory(in: self, name: name)
        }
        let directory = try Directory(in: self, name: name)
        if isPrivate, try directory.descriptor.status().isOwn, fchmod(directory.descriptor.number, mode) != 0 {
            throw .last
        }
        return directory
    }

    /// Why the directory does not meet the demand; `nil` where it does.
    func refusal(_ demand: Demand) throws(SystemError) -> String? {
        let status = try descriptor.status()
        guard status.isOwn else { return "belongs to another user" }
        switch demand {
        case .own: return nil
        case .writableByNobodyElse: return status.isWritableByOthers ? "can be written by others" : nil
        case .openToNobodyElse: return status.isOpenToOthers ? "is open to others" : nil
        }
    }

    /// What stands under a name, links not followed; `nil` where nothing does.
    func status(of name: String) -> stat? {
        var status = stat()
        return unsafe fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Opens a file for reading, following no link and waiting for no writer of a FIFO.
    func open(_ name: String, _ access: CInt = O_RDONLY) throws(SystemError) -> Descriptor {
        try Descriptor(
            SystemFile.uninterrupted {
                unsafe openat(descriptor.number, name, access | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            })
    }

    /// The names in the directory, those of the directory itself and its parent left out.
    func names() throws(SystemError) -> [String] {
        let copy = unsafe openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw .last }
        guard let stream = unsafe fdopendir(copy) else {
            let error = SystemError.last
            close(copy)
            throw error
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { throw .last }
                break
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(validatingCString: $0) }
            }
            // A name that is not UTF-8 is none of ours.
            if let name, name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a file.
    func remove(_ name: String) throws(SystemError) {
        guard unsafe unlinkat(descriptor.number, name, 0) == 0 else { throw .last }
    }

    /// Gives a file another name, replacing what has that name.
    func rename(_ name: String, to newName: String) throws(SystemError) {
        guard unsafe renameat(descriptor.number, name, descriptor.number, newName) == 0 else { throw .last }
    }
}

extension [UInt8] {
    /// Calls `body` with the bytes as the system takes a path: ended by a zero.
    func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        var path = map { CChar(bitPattern: $0) }
        path.append(0)
        return unsafe path.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("a zero stands at no address") }
            return unsafe body(base)
        }
    }
}
