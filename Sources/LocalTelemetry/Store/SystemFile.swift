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
