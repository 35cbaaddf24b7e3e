/// A file that a tree is to hold.
package struct TreeFile: Sendable {
    /// Path below the tree's root, with `/`.
    package var path: String
    package var bytes: [UInt8]
    /// What kind of file it is, for telemetry.
    package var category: StaticString

    /// Makes a file.
    package init(path: String, bytes: [UInt8], category: StaticString = "") {
        self.path = path
        self.bytes = bytes
        self.category = category
    }
}

/// What became of a tree's files.
package struct TreeReport: Sendable, Equatable {
    /// Paths of files that are new or have new contents, in their order.
    package var written: [String] = []
    /// How many files were as they should be.
    package var unchanged = 0
    /// Paths of files that are gone.
    package var removed: [String] = []
    /// Bytes of the files written.
    package var bytesWritten = 0

    /// Whether nothing had to be done.
    package var isUnchanged: Bool { written.isEmpty && removed.isEmpty }
}

/// What became of a tree's files, in numbers.
package struct TreeCounts: Sendable, Equatable {
    /// Files written.
    package var written = 0
    /// Files that were as they should be.
    package var unchanged = 0
    /// Files removed.
    package var removed = 0
    package var bytesWritten = 0

    /// Nothing happened to any file.
    package init() {}

    /// Counts what a report lists.
    package init(_ report: TreeReport) {
        written = report.written.count
        unchanged = report.unchanged
        removed = report.removed.count
        bytesWritten = report.bytesWritten
    }

    /// `3 written, 12 unchanged, 0 removed`.
    package var text: String { "\(written) written, \(unchanged) unchanged, \(removed) removed" }
}

/// Paths within a tree.
package enum TreePath {
    /// Whether a path leads to a file below its root: relative, no `.` or `..`, nothing empty, no NUL.
    package static func isSafe(_ path: String) -> Bool {
        !path.isEmpty && !path.utf8.contains(0)
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255
            }
    }

    /// The folder's path and the file's name.
    static func split(_ path: String) -> (folder: Substring, name: Substring) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path[...]) }
        return (path[..<slash], path[path.utf8.index(after: slash)...])
    }
}
