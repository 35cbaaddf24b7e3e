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
        return (figures[0].flatMap { Int($0) }, figures[1].flatMap { Int($0) })
        #else
        return (nil, nil)
        #endif
    }

    /// The file system that a descriptor's mount is of: its number stands in `/proc/self/fdinfo`, its type in
    /// `/proc/self/mountinfo` (proc(5)).
    static func fileSystem(_ directory: CInt) -> Closed<FileSystem>? {
        #if os(Linux)
        guard let number = SmallFile.value(of: "mnt_id:", at: "/proc/self/fdinfo/\(directory)"),
            let mounts = SmallFile.text(at: "/proc/self/mountinfo", limit: 1 << 18)
        else { return nil }
        return fileSystem(ofMount: number, in: mounts)
        #else
        return .other
        #endif
    }

    /// The type of a mount: the word after the lone hyphen of its line.
    static func fileSystem(ofMount number: Substring, in mounts: String) -> Closed<FileSystem>? {
        for line in mounts.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.first == number, let hyphen = words.dropFirst(6).firstIndex(of: "-"),
                words.indices.contains(hyphen + 1)
            else { continue }
            let type = words[hyphen + 1]
            switch type {
            case "ext2", "ext3": return Closed(.ext4)
            case "nfs4": return Closed(.nfs)
            case "9p": return Closed(.v9fs)
            case "msdos", "exfat": return Closed(.vfat)
            case "smb3", "smbfs": return Closed(.cifs)
            default: return Closed(named: type.hasPrefix("fuse") ? "fuse" : type)
            }
        }
        return nil
    }

    /// How many processors the process may run on: `Cpus_allowed` is a mask in hexadecimal digits.
    static func parallelism() -> Int {
        let mask = SmallFile.value(of: "Cpus_allowed:", at: "/proc/self/status") ?? ""
        let allowed = mask.reduce(0) { $0 + ($1.hexDigitValue ?? 0).nonzeroBitCount }
        return allowed > 0 ? allowed : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
}
