#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What an invocation used of the machine, and what kind of machine that was.
public struct ResourceUse: Sendable {
    /// The machine's memory, rounded up to a power of two.
    public enum MemoryClass: String, Sendable, CaseIterable {
        case upTo1GiB, upTo2GiB, upTo4GiB, upTo8GiB, upTo16GiB, upTo32GiB, upTo64GiB, upTo128GiB, upTo256GiB
        case over256GiB

        init(bytes: UInt64) {
            var limit: UInt64 = 1 << 30
            // What a system reports is a little less than what is built in: the rounding is up.
            self =
                Self.allCases.dropLast().first { _ in
                    defer { limit <<= 1 }
                    return bytes <= limit
                } ?? .over256GiB
        }
    }

    /// The file system that the project lies on.
    public enum FileSystem: String, Sendable, CaseIterable {
        case apfs, btrfs, ceph, cifs, ext4, f2fs, fuse, nfs, overlay, tmpfs, v9fs, vfat, xfs, zfs
    }

    /// How the tool was built.
    public enum BuildMode: String, Sendable, CaseIterable {
        case debug, release
    }

    /// Processor time of the process itself.
    public var userCPU: Duration
    /// Processor time of the system on its behalf.
    public var systemCPU: Duration
    /// The largest resident size.
    public var peakMemoryBytes: Int
    /// What was read by system calls, cache or not.
    public var bytesRead: Int?
    /// What was written by system calls.
    public var bytesWritten: Int?
    /// How many processors the process may run on.
    public var availableParallelism: Int
    /// How much memory the machine has.
    public var memoryClass: MemoryClass?
    /// What the project lies on; `nil` where that is not known.
    public var fileSystem: Closed<FileSystem>?
    /// How the tool was built.
    public var buildMode: BuildMode

    /// Makes figures from their parts.
    public init(
        userCPU: Duration, systemCPU: Duration, peakMemoryBytes: Int, bytesRead: Int?, bytesWritten: Int?,
        availableParallelism: Int, memoryClass: MemoryClass?, fileSystem: Closed<FileSystem>?, buildMode: BuildMode
    ) {
        self.userCPU = userCPU
        self.systemCPU = systemCPU
        self.peakMemoryBytes = peakMemoryBytes
        self.bytesRead = bytesRead
        self.bytesWritten = bytesWritten
        self.availableParallelism = availableParallelism
        self.memoryClass = memoryClass
        self.fileSystem = fileSystem
        self.buildMode = buildMode
    }

    /// The figures of this process up to now: `getrusage`, `/proc/self/io`, `sysconf`, and what else `/proc/self` says.
    ///
    /// - Parameter directory: A descriptor of a directory on the file system to name.
    /// - Returns: The figures.
    public static func current(directory: CInt?) -> ResourceUse {
        var usage = rusage()
        #if canImport(Glibc)
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
        unsafe getrusage(RUSAGE_SELF, &usage)
        #endif
        let (read, written) = transferredBytes()
        return ResourceUse(
            userCPU: duration(usage.ru_utime), systemCPU: duration(usage.ru_stime),
            peakMemoryBytes: peakBytes(usage), bytesRead: read, bytesWritten: written,
            availableParallelism: parallelism(), memoryClass: memoryClass(),
            fileSystem: directory.flatMap(fileSystem), buildMode: buildMode)
    }

    private static func duration(_ time: timeval) -> Duration {
        .seconds(Int64(time.tv_sec)) + .microseconds(Int64(time.tv_usec))
    }

    private static var buildMode: BuildMode {
        #if DEBUG
        .debug
        #else
        .release
        #endif
    }

    private static func memoryClass() -> MemoryClass? {
        let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
        return pages > 0 && size > 0 ? MemoryClass(bytes: UInt64(pages) * UInt64(size)) : nil
    }
}
