package import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Why a tree could not be read or written.
package struct TreeError: Error, Equatable {
    /// What was being done.
    package enum Action: String, Sendable {
        case openFolder = "open the folder", makeFolder = "make the folder", read = "read", write = "write"
        case replace = "replace", remove = "remove", list = "list the folder"
        /// Something that is not ours stands where a file of ours belongs.
        case overwrite = "overwrite"
    }

    package var action: Action
    /// The path as shown to the user.
    package var path: String
    /// The system's error number; 0 where a path is not allowed, and where nothing went wrong but what is found.
    package var number: Int32
    /// Further paths of which the same is to be said.
    package var further: [String] = []

    /// The error as findings, one for each path; those below the project's root, given absolute, are shown relative to it.
    package func findings(below root: String) -> [Finding] {
        ([path] + further).map { path in
            let shown = path.hasPrefix(root + "/") ? String(path.dropFirst(root.utf8.count + 1)) : path
            return action == .overwrite ? Self.foreign(shown) : finding(shown)
        }
    }

    private static func foreign(_ path: String) -> Finding {
        Finding(
            .fileNotOurs, "\(path) was not written by xtraq, and a file of that name is to be written",
            notes: ["move it away or delete it, and run again: it is left as it is, and nothing was written"])
    }

    private func finding(_ path: String) -> Finding {
        let reason = number == 0 ? "the path leads out of its folder" : Self.text(of: number)
        var notes: [String] = []
        switch number {
        case ENOSPC, EDQUOT: notes = ["make room on the disk and run again: what was written so far is completed then"]
        case EACCES, EPERM, EROFS: notes = ["this needs the right to write there"]
        case ENOTDIR, EEXIST: notes = ["a file stands where a folder is needed: move it away"]
        case EISDIR: notes = ["a folder stands where a file is needed: move it away"]
        default: break
        }
        return Finding(
            .treeUnwritable, "cannot \(action.rawValue) \(path): \(reason)", notes: notes)
    }

    /// The system's text for an error number, thread-safe.
    package static func text(of number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
