#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the files of a folder look like from outside: two equal stamps, the first of them settled, mean that no file was
/// written, replaced, added or removed in between.
///
/// As in git's index (https://git-scm.com/docs/racy-git), a file is taken for unchanged where its size, both times to the
/// nanosecond and its inode are the same. Times cannot tell two writes within one tick of the file system's clock apart: so
/// a stamp is of use only where the last change lies further back than that when it is taken.
package struct TreeStamp: Sendable {
    /// Stands for all of it.
    package let fingerprint: Fingerprint
    /// Whether the last change lies so far back that a later one would show.
    package let isSettled: Bool

    /// Looks at the files of a folder; `nil` where there is no folder.
    ///
    /// - Parameters:
    ///   - root: The folder.
    ///   - goesDeeper: Whether files of folders below it count too.
    /// - Throws: ``TreeError`` where a folder cannot be read.
    package init?(of root: String, goesDeeper: Bool) throws(TreeError) {
        guard let top = try Folder.open(root, makes: false) else { return nil }
        var draft = Draft()
        try draft.add(top, goesDeeper: goesDeeper)
        fingerprint = Fingerprint(of: draft.bytes)
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        // Some file systems keep whole seconds only, or every other one.
        let tick: Int64 = draft.hasFineTimes ? 100_000_000 : 3_000_000_000
        isSettled = draft.lastChange < Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec) - tick
    }

    /// A stamp while it is taken.
    private struct Draft {
        var bytes: [UInt8] = []
        /// In nanoseconds since 1970.
        var lastChange: Int64 = 0
        var hasFineTimes = false

        mutating func add(_ folder: Folder, goesDeeper: Bool) throws(TreeError) {
            for (name, isFolder) in try folder.list() {
                if isFolder {
                    guard goesDeeper, let below = try folder.folder(name[...], makes: false) else { continue }
                    bytes += Array(name.utf8) + [UInt8(ascii: "/")]
                    try add(below, goesDeeper: true)
                    bytes.append(UInt8(ascii: "/"))
                } else if let state = folder.state(of: name) {
                    bytes += Array(name.utf8)
                    bytes.append(0)
                    for number in [
                        state.size, state.modified, state.changed, Int64(truncatingIfNeeded: state.inode),
                        Int64(state.mode),
                    ] {
                        for shift in stride(from: 0, to: 64, by: 8) {
                            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
                        }
                    }
                    lastChange = max(lastChange, state.changed)
                    if state.changed % 1_000_000_000 != 0 { hasFineTimes = true }
                }
            }
        }
    }
}

/// What the system says of a file without its being opened.
struct FileState {
    /// In bytes.
    var size: Int64
    /// When the contents were last written, in nanoseconds since 1970.
    var modified: Int64
    /// When anything about it last changed, in nanoseconds since 1970; no program can set it.
    var changed: Int64
    var inode: UInt64
    var mode: UInt32

    init(_ status: stat) {
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        mode = UInt32(status.st_mode)
        #if canImport(Darwin)
        let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
        let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.modified = Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec)
        self.changed = Int64(changed.tv_sec) * 1_000_000_000 + Int64(changed.tv_nsec)
    }
}
