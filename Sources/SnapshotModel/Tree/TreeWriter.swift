package import TelemetryRecording

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Brings a folder of generated files to a wanted state: writes only where bytes differ, each file atomically, the index
/// last, and removes what is gone only where it is ours.
///
/// Whatever ends it in between leaves files that are each old or new and whole, an index that is still the old one, and at
/// most a temporary file, which the next writer removes. Two writers of one folder take turns (`flock`).
package struct TreeWriter: Sendable {
    /// What happens to files that are there and not wanted.
    package enum Removal: Sendable {
        /// They go, where they are ours.
        case unlisted
        /// They stay.
        case nothing
    }

    /// Under which names the work is recorded.
    package enum Names: Sendable {
        case snapshot, build
    }

    /// A step that is about to be taken; for tests that end a run there.
    package enum Step: Sendable, Equatable {
        case create(String), replace(String), remove(String)
    }

    private let root: String
    private let isOurs: @Sendable (_ beginning: [UInt8]) -> Bool
    private let recorder: Recorder
    private let names: Names
    /// Called before each step; what it throws ends the writer there, as a kill would.
    package var beforeStep: (@Sendable (Step) throws(TreeError) -> Void)?

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - root: The folder; made, with all above it, when the first file is written.
    ///   - recorder: Where the work is recorded.
    ///   - names: Under which names.
    ///   - isOurs: Whether a file is ours, by its first 512 bytes or less: only such files are ever removed.
    package init(
        root: String, recorder: Recorder = .off, names: Names = .build, isOurs: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        self.root = root
        self.recorder = recorder
        self.names = names
        self.isOurs = isOurs
    }

    /// Writes a tree.
    ///
    /// - Parameters:
    ///   - files: All files wanted, in any order, no path twice.
    ///   - kept: Paths of files that are wanted as they are.
    ///   - last: The file that makes the tree whole; written after all others are written and removed.
    ///   - removal: What happens to files that are neither.
    ///   - isDryRun: Whether it only says what it would do.
    /// - Returns: What was done.
    /// - Throws: ``TreeError`` for the first step that fails; what was done before stays.
    package func write(
        files: [TreeFile], kept: Set<String> = [], last: TreeFile? = nil, removal: Removal, isDryRun: Bool = false
    ) throws(TreeError) -> TreeReport {
        for file in files + (last.map { [$0] } ?? []) where !TreePath.isSafe(file.path) {
            throw TreeError(action: .write, path: "\(root)/\(file.path)", number: 0)
        }
        var report = TreeReport()
        report.unchanged = kept.count
        let ordered = files.sorted { $0.path < $1.path }
        guard let top = try Folder.open(root, makes: !isDryRun && !(files.isEmpty && last == nil)) else {
            report.written = ordered.map(\.path) + (last.map { [$0.path] } ?? [])
            return report
        }
        if !isDryRun { top.lock() }
        try put(ordered, below: top, isDryRun: isDryRun, report: &report)
        if removal == .unlisted {
            var wanted = kept
            for file in ordered { wanted.insert(file.path) }
            if let last { wanted.insert(last.path) }
            _ = try sweep(top, prefix: "", wanted: wanted, isDryRun: isDryRun, report: &report)
        }
        if let last { try put([last], below: top, isDryRun: isDryRun, report: &report) }
        count(report, isDryRun: isDryRun)
        return report
    }

    // MARK: Writing

    private func put(
        _ files: [TreeFile], below top: Folder, isDryRun: Bool, report: inout TreeReport
    ) throws(TreeError) {
        var index = 0
        while index < files.count {
            let (folderPath, _) = TreePath.split(files[index].path)
            var end = index + 1
            while end < files.count, TreePath.split(files[end].path).folder == folderPath { end += 1 }
            guard let folder = try top.folder(folderPath, makes: !isDryRun) else {
                report.written += files[index..<end].map(\.path)
                index = end
                continue
            }
            for file in files[index..<end] { try put(file, in: folder, isDryRun: isDryRun, report: &report) }
            index = end
        }
    }

    private func put(
        _ file: TreeFile, in folder: Folder, isDryRun: Bool, report: inout TreeReport
    ) throws(TreeError) {
        let (_, name) = TreePath.split(file.path)
        if try folder.contains(name, file.bytes) {
            report.unchanged += 1
            return
        }
        if !isDryRun {
            let operation = recorder.operation(names == .build ? "build.writeFile" : "snapshot.writeFile")
            do {
                try replace(name, file, in: folder)
                operation.end(Subject(name: file.path, category: file.category))
            } catch {
                operation.end(failed: true, Subject(name: file.path, category: file.category))
                throw error
            }
        }
        report.written.append(file.path)
        report.bytesWritten += file.bytes.count
    }

    private func replace(_ name: Substring, _ file: TreeFile, in folder: Folder) throws(TreeError) {
        let temporary = Self.temporaryPrefix + String(getpid()) + Self.temporarySuffix
        try beforeStep?(.create(file.path))
        do {
            try folder.create(temporary, file.bytes, shownAs: name)
        } catch {
            try? folder.remove(temporary[...])
            throw error
        }
        try beforeStep?(.replace(file.path))
        do {
            try folder.replace(name, with: temporary)
        } catch {
            try? folder.remove(temporary[...])
            throw error
        }
    }

    // MARK: Removing

    private static let temporaryPrefix = ".xtraq-"
    private static let temporarySuffix = ".tmp"

    /// Removes what is ours and not wanted, and folders that became empty by that; says whether anything went.
    private func sweep(
        _ folder: Folder, prefix: String, wanted: Set<String>, isDryRun: Bool, report: inout TreeReport
    ) throws(TreeError) -> Bool {
        var hasRemoved = false
        for (name, isFolder) in try folder.list() {
            let path = prefix + name
            if isFolder {
                guard let below = try folder.folder(name[...], makes: false) else { continue }
                if try sweep(below, prefix: path + "/", wanted: wanted, isDryRun: isDryRun, report: &report) {
                    hasRemoved = true
                    if !isDryRun { _ = folder.removeFolder(name[...]) }
                }
                continue
            }
            if name.hasPrefix(Self.temporaryPrefix), name.hasSuffix(Self.temporarySuffix) {
                if !isDryRun { try folder.remove(name[...]) }
                continue
            }
            guard !wanted.contains(path), let beginning = try folder.read(name[...], limit: 512), isOurs(beginning)
            else { continue }
            if !isDryRun {
                try beforeStep?(.remove(path))
                try folder.remove(name[...])
            }
            report.removed.append(path)
            hasRemoved = true
        }
        return hasRemoved
    }

    private func count(_ report: TreeReport, isDryRun: Bool) {
        guard recorder.isOn, !isDryRun else { return }
        switch names {
        case .snapshot:
            recorder.add(report.written.count, to: "snapshot.files.written")
            recorder.add(report.unchanged, to: "snapshot.files.unchanged")
            recorder.add(report.removed.count, to: "snapshot.files.removed")
            recorder.add(report.bytesWritten, to: "snapshot.files.bytesWritten")
        case .build:
            recorder.add(report.written.count, to: "build.files.written")
            recorder.add(report.unchanged, to: "build.files.unchanged")
            recorder.add(report.removed.count, to: "build.files.removed")
            recorder.add(report.bytesWritten, to: "build.files.bytesWritten")
        }
    }
}
