#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension ResourceUse {
    static func peakBytes(_ usage: rusage) -> Int {
        #if canImport(Darwin)
        Int(usage.ru_maxrss)
        #else
        Int(usage.ru_maxrss) * 1024
        #endif
    }

    /// `rchar` and `wchar` of `/proc/self/io` (proc(5)); nothing where the system does not tell.
    static func transferredBytes() -> (read: Int?, written: Int?) {
        #if os(Linux)
        let figures = SmallFile.values(of: ["rchar:", "wchar:"], at: "/proc/self/io")
        return (figures[0].flatMap(number), figures[1].flatMap(number))
        #else
        return (nil, nil)
        #endif
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self))
    }

    /// The file system that a descriptor's mount is of: its number stands in `/proc/self/fdinfo`, its type in
    /// `/proc/self/mountinfo` (proc(5)).
    static func fileSystem(_ directory: CInt) -> Closed<FileSystem>? {
        #if os(Linux)
        guard let number = SmallFile.value(of: "mnt_id:", at: "/proc/self/fdinfo/\(directory)"),
            let mounts = SmallFile.bytes(at: "/proc/self/mountinfo", limit: 1 << 18)
        else { return nil }
        return fileSystem(ofMount: number, in: mounts)
        #else
        return .other
        #endif
    }

    /// The type of a mount: the word after the lone hyphen of its line.
    static func fileSystem(ofMount number: ArraySlice<UInt8>, in mounts: [UInt8]) -> Closed<FileSystem>? {
        let space = UInt8(ascii: " ")
        var rest = mounts[...]
        while !rest.isEmpty {
            var line = rest.cut(at: UInt8(ascii: "\n"))
            guard line.cut(at: space) == number else { continue }
            // Five words have their place; then come as many as the mount has options to share.
            for _ in 0..<5 { _ = line.cut(at: space) }
            while !line.isEmpty, !line.cut(at: space).equals("-") {}
            let type = line.cut(at: space)
            return type.isEmpty ? nil : named(type)
        }
        return nil
    }

    private static func named(_ type: ArraySlice<UInt8>) -> Closed<FileSystem> {
        switch String(decoding: type, as: UTF8.self) {
        case "ext2", "ext3": Closed(.ext4)
        case "nfs4": Closed(.nfs)
        case "9p": Closed(.v9fs)
        case "msdos", "exfat": Closed(.vfat)
        case "smb3", "smbfs": Closed(.cifs)
        case let name: type.starts(with: "fuse") ? Closed(.fuse) : Closed(named: name)
        }
    }

    /// How many processors the process may run on: `Cpus_allowed` is a mask in hexadecimal digits.
    static func parallelism() -> Int {
        var allowed = 0
        for digit in SmallFile.value(of: "Cpus_allowed:", at: "/proc/self/status") ?? [] {
            allowed += (Hex.value(of: digit) ?? 0).nonzeroBitCount
        }
        return allowed > 0 ? allowed : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
}
