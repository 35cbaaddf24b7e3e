#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A system call that failed.
struct SystemError: Error, Sendable, Equatable {
    /// The system's number for the reason.
    let code: CInt

    /// The last system call's reason.
    static var last: SystemError { SystemError(code: errno) }

    /// The system's words for the reason.
    var text: String {
        SystemFile.reason(code)
    }
}

/// An open file or directory, closed at the end of its life.
struct Descriptor: ~Copyable, Sendable {
    /// The number by which the system knows it.
    let number: CInt

    /// Takes over what a system call returned; a negative number is the call's failure.
    init(_ result: CInt) throws(SystemError) {
        guard result >= 0 else { throw .last }
        number = result
    }

    deinit {
        close(number)
    }

    /// What the file is.
    func status() throws(SystemError) -> stat {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw .last }
        return status
    }

    /// Writes all of it, in as many calls as that takes.
    func write(_ bytes: [UInt8]) throws(SystemError) {
        let code = SystemFile.writeAll(number, bytes)
        guard code == 0 else { throw SystemError(code: code) }
    }

    /// Reads to the end, or to `limit` bytes.
    func read(atMost limit: Int) throws(SystemError) -> [UInt8] {
        guard let bytes = SystemFile.read(number, atMost: limit) else { throw .last }
        return bytes
    }

    /// Waits until the content has reached the disk.
    func syncData() throws(SystemError) {
        #if canImport(Darwin)
        let result = SystemFile.uninterrupted { fsync(number) }
        #else
        let result = SystemFile.uninterrupted { fdatasync(number) }
        #endif
        guard result == 0 else { throw .last }
    }

    /// Waits until the directory's entries have reached the disk. Where the file system cannot do that for a
    /// directory, nothing can be done about it.
    func syncDirectory() throws(SystemError) {
        guard SystemFile.uninterrupted({ fsync(number) }) == 0 || errno == EINVAL || errno == EROFS else { throw .last }
    }

    /// Takes the lock on the file if nobody has it; never waits.
    func lock() throws(SystemError) -> Bool {
        if SystemFile.uninterrupted({ flock(number, LOCK_EX | LOCK_NB) }) == 0 { return true }
        if errno == EWOULDBLOCK { return false }
        throw .last
    }
}

extension stat {
    /// Whether it is a regular file.
    var isRegular: Bool { st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) }
    /// Whether it is a directory.
    var isDirectory: Bool { st_mode & mode_t(S_IFMT) == mode_t(S_IFDIR) }
    /// Whether it belongs to the effective user.
    var isOwn: Bool { st_uid == geteuid() }
    /// Whether group or others have any right to it.
    var isOpenToOthers: Bool { st_mode & 0o077 != 0 }
    /// Whether group or others may write to it.
    var isWritableByOthers: Bool { st_mode & 0o022 != 0 }
}
