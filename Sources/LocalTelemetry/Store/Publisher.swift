#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a file system can do for us. Found out by trying; tests take abilities away.
package struct FileSystemAbilities: Sendable, Equatable {
    /// Files without a name (`O_TMPFILE`).
    package var unnamedFiles = true
    /// Hard links.
    package var hardLinks = true

    package init(unnamedFiles: Bool = true, hardLinks: Bool = true) {
        self.unnamedFiles = unnamedFiles
        self.hardLinks = hardLinks
    }
}

/// Makes files that appear under their name whole, or not at all.
///
/// On Linux: an unnamed file, written, its data synced, linked to its name; a link never overwrites, and a kill leaves
/// nothing. Where that is missing: a file named `.part-…`, locked while its writer lives, so that the next run can tell
/// what was left behind (see ``Recovery``).
struct Publisher: Sendable {
    var abilities = FileSystemAbilities()

    /// Makes a file of mode 0600 under the first of the names that is free.
    ///
    /// - Parameters:
    ///   - bytes: Its content.
    ///   - directory: Where.
    ///   - names: In the order to try.
    ///   - syncs: Whether the content must have reached the disk before the file has a name.
    /// - Returns: The name it got; `nil` where all are taken.
    /// - Throws: Where the file cannot be made; then nothing is left of it.
    func publish(
        _ bytes: [UInt8], in directory: borrowing Directory, as names: [String], syncs: Bool = true
    ) throws(SystemError) -> String? {
        if abilities.unnamedFiles, let file = try unnamed(bytes, in: directory, syncs: syncs) {
            do {
                for name in names where try link(file, in: directory, to: name) { return name }
                return nil
            } catch {
                guard error.isInability else { throw error }
            }
        }
        return try publishThroughPart(bytes, in: directory, as: names, syncs: syncs)
    }

    /// Puts a file in the place of another, so that a kill at any moment leaves the one or the other whole.
    ///
    /// The new one is linked whole under a second name and renamed over the first. It is locked before it has a name:
    /// whoever finds it under the second name and can lock it knows that its writer is gone.
    func replace(_ name: String, with bytes: [UInt8], in directory: borrowing Directory) throws(SystemError) {
        if abilities.unnamedFiles, let file = try unnamed(bytes, in: directory, syncs: true) {
            _ = try? file.lock()
            do {
                if try link(file, in: directory, to: name + Self.finalSuffix) {
                    return try directory.rename(name + Self.finalSuffix, to: name)
                }
            } catch {
                guard error.isInability else { throw error }
            }
        }
        let part = Self.partName(for: name + Self.finalSuffix)
        let file = try writePart(part, bytes, in: directory, syncs: true)
        _ = file.number
        try directory.rename(part, to: name)
    }

    /// What the second name of a replacement ends with.
    static let finalSuffix = ".final"
    /// What the name of a file begins with that is being written where there are no unnamed files.
    static let partPrefix = ".part-"

    // MARK: Unnamed files

    /// A file without a name; `nil` where the file system has no such thing.
    private func unnamed(
        _ bytes: [UInt8], in directory: borrowing Directory, syncs: Bool
    ) throws(SystemError) -> Descriptor? {
        #if os(Linux)
        // O_TMPFILE of <bits/fcntl-linux.h>; the importer does not take the macro.
        let unnamedFile: CInt = 0o20_000_000 | O_DIRECTORY
        let folder = directory.descriptor.number
        let number = SystemFile.uninterrupted { unsafe openat(folder, ".", unnamedFile | O_WRONLY | O_CLOEXEC, 0o600) }
        if number < 0, SystemError.last.isInability { return nil }
        let file = try Descriptor(number)
        try fill(file, bytes, syncs: syncs)
        return file
        #else
        return nil
        #endif
    }

    /// Gives an unnamed file a name.
    ///
    /// - Returns: Whether the name was free.
    private func link(
        _ file: borrowing Descriptor, in directory: borrowing Directory, to name: String
    ) throws(SystemError) -> Bool {
        #if os(Linux)
        let target = directory.descriptor.number
        let own = "/proc/self/fd/\(file.number)"
        let result = SystemFile.uninterrupted { unsafe linkat(AT_FDCWD, own, target, name, AT_SYMLINK_FOLLOW) }
        guard result != 0 else {
            return true
        }
        var error = SystemError.last
        // No /proc here. AT_EMPTY_PATH of <linux/fcntl.h>, which the importer does not show: root, and everybody since Linux 6.10, can link the descriptor itself.
        if error.code == ENOENT {
            let emptyPath: CInt = 0x1000
            guard unsafe linkat(file.number, "", target, name, emptyPath) != 0 else { return true }
            error = .last
        }
        guard error.code == EEXIST else { throw error }
        return false
        #else
        throw SystemError(code: ENOTSUP)
        #endif
    }

    private func fill(_ file: borrowing Descriptor, _ bytes: [UInt8], syncs: Bool) throws(SystemError) {
        guard fchmod(file.number, 0o600) == 0 else { throw .last }
        try FileSizeSignal.held { () throws(SystemError) in try file.write(bytes) }
        if syncs { try file.syncData() }
    }

    // MARK: Named files, where there is nothing better

    private func publishThroughPart(
        _ bytes: [UInt8], in directory: borrowing Directory, as names: [String], syncs: Bool
    ) throws(SystemError) -> String? {
        guard let longest = names.last else { return nil }
        let part = Self.partName(for: longest)
        let file = try writePart(part, bytes, in: directory, syncs: syncs)
        // The file stays locked until it has its name.
        defer { _ = file.number }
        do {
            for name in names where try nameWithoutReplacing(part, name, in: directory) { return name }
        } catch {
            try? directory.remove(part)
            throw error
        }
        try directory.remove(part)
        return nil
    }

    /// Gives a part its name, and takes its own away.
    ///
    /// - Returns: Whether the name was free.
    private func nameWithoutReplacing(
        _ part: String, _ name: String, in directory: borrowing Directory
    ) throws(SystemError) -> Bool {
        let number = directory.descriptor.number
        if abilities.hardLinks {
            if unsafe linkat(number, part, number, name, 0) == 0 {
                try directory.remove(part)
                return true
            }
            let error = SystemError.last
            if error.code == EEXIST { return false }
            guard error.isInability else { throw error }
        }
        if SystemFile.renameWithoutReplacing(number, part, to: name) == 0 { return true }
        let error = SystemError.last
        if error.code == EEXIST { return false }
        throw error
    }

    /// A name for a file that is being written, unlike that of any other.
    private static func partName(for name: String) -> String {
        let digits = String(UInt32.random(in: .min ... .max), radix: 16)
        return partPrefix + String(repeating: "0", count: 8 - digits.count) + digits + "-" + name
    }

    /// The name that such a file was to get.
    static func target(ofPart name: String) -> String {
        String(name.dropFirst(partPrefix.utf8.count + 9))
    }

    /// A locked file under the name of one that is being written.
    private func writePart(
        _ name: String, _ bytes: [UInt8], in directory: borrowing Directory, syncs: Bool
    ) throws(SystemError) -> Descriptor {
        // Between its making and its locking another run may take it for a dead one's and remove it.
        for _ in 0..<16 {
            let file = try Descriptor(
                unsafe openat(
                    directory.descriptor.number, name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600))
            guard try file.lock(), try file.status().st_nlink > 0 else { continue }
            do {
                try fill(file, bytes, syncs: syncs)
            } catch {
                try? directory.remove(name)
                throw error
            }
            return file
        }
        throw SystemError(code: EBUSY)
    }
}

extension SystemError {
    /// Whether the file system cannot do what was asked of it, as opposed to: it failed to.
    fileprivate var isInability: Bool {
        [ENOTSUP, EOPNOTSUPP, EISDIR, EINVAL, ENOSYS, ENOENT, EPERM, EMLINK, EXDEV].contains(code)
    }
}
