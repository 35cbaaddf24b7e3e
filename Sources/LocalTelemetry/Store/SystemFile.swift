#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The system's own calls where a name of ours would hide them.
package enum SystemFile {
    /// Makes a call again as long as a signal interrupts it.
    static func uninterrupted(_ call: () -> CInt) -> CInt {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    /// open(2), closed in children; the descriptor or -1.
    static func open(_ path: [UInt8], _ flags: CInt) -> CInt {
        unsafe path.withPath { path in
            uninterrupted {
                #if canImport(Glibc)
                unsafe Glibc.open(path, flags | O_CLOEXEC)
                #elseif canImport(Musl)
                unsafe Musl.open(path, flags | O_CLOEXEC)
                #else
                unsafe Darwin.open(path, flags | O_CLOEXEC)
                #endif
            }
        }
    }

    /// Writes all of it, in as many calls as that takes.
    ///
    /// - Returns: 0, or the system's number for why it could not.
    package static func writeAll(_ number: CInt, _ bytes: [UInt8]) -> CInt {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                return unsafe write(number, base + written, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            // A regular file takes at least one byte or says why not; a device may not.
            guard count > 0 else { return EIO }
            written += count
        }
        return 0
    }

    /// Reads to the end, or to `limit` bytes, for which there is room from the beginning.
    ///
    /// - Returns: The bytes; `nil` where they cannot be read, and `errno` says why.
    package static func read(_ number: CInt, atMost limit: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                return unsafe read(number, base + filled, limit - filled)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return nil
            }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(limit - filled)
        return bytes
    }

    /// Reads to the end what may come in parts and of which nobody knows the size.
    ///
    /// - Returns: The bytes; `nil` where they cannot be read or are more than `limit`, and `errno` says why.
    package static func readToEnd(_ number: CInt, atMost limit: Int = .max) -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            guard let part = read(number, atMost: 1 << 16) else { return nil }
            bytes += part
            guard bytes.count <= limit else {
                errno = EFBIG
                return nil
            }
            if part.count < 1 << 16 { return bytes }
        }
    }

    /// write(2).
    package static func write(_ number: CInt, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
        unsafe Glibc.write(number, bytes, count)
        #elseif canImport(Musl)
        unsafe Musl.write(number, bytes, count)
        #else
        unsafe Darwin.write(number, bytes, count)
        #endif
    }

    /// read(2).
    package static func read(_ number: CInt, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
        unsafe Glibc.read(number, bytes, count)
        #elseif canImport(Musl)
        unsafe Musl.read(number, bytes, count)
        #else
        unsafe Darwin.read(number, bytes, count)
        #endif
    }

    /// The system's words for a number.
    package static func reason(_ code: CInt) -> String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }

    /// renameat2(2) with RENAME_NOREPLACE, for file systems without hard links; -1 with ENOSYS where the C library
    /// does not have it. The importer does not show it, so it is looked up by name.
    static func renameWithoutReplacing(_ directory: CInt, _ name: String, to newName: String) -> CInt {
        #if os(Linux)
        typealias Function =
            @convention(c) (
                CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
            ) -> CInt
        guard let symbol = unsafe dlsym(nil, "renameat2") else {
            errno = ENOSYS
            return -1
        }
        let noReplace: CUnsignedInt = 1
        let function = unsafe unsafeBitCast(symbol, to: Function.self)
        return unsafe function(directory, name, directory, newName, noReplace)
        #else
        errno = ENOSYS
        return -1
        #endif
    }
}
