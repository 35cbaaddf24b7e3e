#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The few things the tool asks of the file system, without Foundation.
package enum FileSystem {
    /// What a directory entry is.
    package enum Kind: Sendable, Equatable {
        case file, directory, other
    }

    /// A name in a directory.
    package struct Entry: Sendable, Equatable {
        /// The name.
        package var name: String
        /// What it is, links followed.
        package var kind: Kind
        /// Whether it is a link.
        package var isLink: Bool
    }

    /// All bytes of a file.
    package static func read(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.read, path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(.read, path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw FileError(.read, path, errorNumber: EISDIR) }
        var bytes = [UInt8]()
        var size = max(Int(status.st_size) + 1, 4096)
        while true {
            var failure: Int32 = 0
            var count = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
                repeat { count = unsafe systemRead(descriptor, buffer) } while count < 0 && errno == EINTR
                failure = count < 0 ? errno : 0
                initialized = max(0, count)
            }
            if failure != 0 { throw FileError(.read, path, errorNumber: failure) }
            if count == 0 { return bytes }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            size = 65_536
        }
    }

    /// Whether anything is at the path, links followed.
    package static func exists(_ path: String) -> Bool {
        kind(of: path) != nil
    }

    /// What is at the path, links followed; `nil` where nothing is.
    package static func kind(of path: String) -> Kind? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        default: return .other
        }
    }

    /// The names in a directory with what they are (links followed), in the order of their bytes.
    package static func list(_ path: String) throws(FileError) -> [Entry] {
        guard let directory = unsafe opendir(path) else { throw FileError(.list, path) }
        defer { unsafe closedir(directory) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(directory) else {
                if errno != 0 { throw FileError(.list, path) }
                break
            }
            let type = unsafe Int32(entry.pointee.d_type)
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            switch type {
            case Int32(DT_REG): entries.append(Entry(name: name, kind: .file, isLink: false))
            case Int32(DT_DIR): entries.append(Entry(name: name, kind: .directory, isLink: false))
            default:
                let kind = kind(of: path + "/" + name) ?? .other
                entries.append(Entry(name: name, kind: kind, isLink: type == Int32(DT_LNK)))
            }
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Replaces a file whole: written beside it, then renamed over it; a link is followed to the file it names.
    ///
    /// A file that is new gets the mode, an existing one keeps its own.
    package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError) {
        let target = resolved(path) ?? path
        var status = stat()
        let exists = unsafe stat(target, &status) == 0
        let temporary = "\(target).\(getpid()).tmp"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? 0o600 : mode_t(mode))
        guard descriptor >= 0 else { throw FileError(.write, path) }
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes[offset...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                offset += count
            } else if errno != EINTR {
                let error = FileError(.write, path)
                close(descriptor)
                unsafe unlink(temporary)
                throw error
            }
        }
        if exists { fchmod(descriptor, status.st_mode & 0o7777) }
        close(descriptor)
        if unsafe rename(temporary, target) != 0 {
            let error = FileError(.write, path)
            unsafe unlink(temporary)
            throw error
        }
    }

    /// Makes a directory and those above it.
    package static func makeDirectories(_ path: String) throws(FileError) {
        if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw FileError(.write, path)
        }
        try makeDirectories(String(path[..<slash]))
        if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError(.write, path) }
    }

    /// The absolute path with every link followed; `nil` where nothing is there.
    package static func resolved(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// The working directory; `nil` where it is gone.
    package static func workingDirectory() -> String? {
        guard let path = unsafe getcwd(nil, 0) else { return nil }
        defer { unsafe free(path) }
        return unsafe String(cString: path)
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    unsafe read(descriptor, buffer.baseAddress, buffer.count)
}
