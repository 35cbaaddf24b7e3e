package import TelemetryRecording

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Brings a folder of generated files to a wanted state: writes only where bytes differ, each file atomically, the index
/// last. It replaces and removes only what is ours: where anything else has the name of a file to be written, it writes
/// nothing at all.
///
/// Whatever ends it in between leaves files that are each old or new and whole, an index that is still the old one, and at
/// most a temporary file, which the next writer removes. Two writers of one folder take turns (`flock`).
package struct TreeWriter: Sendable {
    /// What happens to files that are there and not wanted.
    package enum Removal: Sendable {
        /// They go, where they are ours, in the folder and all below it.
        case unlisted
        /// They go, where they are ours, in the folder itself.
        case unlistedAtTop
        /// They stay, but for what a killed run left half written in the folder itself.
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
    ///   - isOurs: Whether a file is ours, by its first 512 bytes or less: no other is ever replaced or removed.
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
        let stale = try stale(ordered + (last.map { [$0] } ?? []), below: top)
        report.unchanged += stale.count { !$0 }
        try put(zip(ordered, stale).filter(\.1).map(\.0), below: top, isDryRun: isDryRun, report: &report)
        // What a killed run left half written goes in any case.
        if removal != .nothing || !isDryRun {
            var wanted = kept
            for file in ordered { wanted.insert(file.path) }
            if let last { wanted.insert(last.path) }
            _ = try sweep(top, prefix: "", wanted: wanted, removal, isDryRun: isDryRun, report: &report)
        }
        if let last, stale.last == true { try put([last], below: top, isDryRun: isDryRun, report: &report) }
        count(report, isDryRun: isDryRun)
        return report
    }

    // MARK: Comparing

    /// Which of the files are not as they should be.
    ///
    /// - Throws: ``TreeError`` where anything that is not ours has one of the names.
    private func stale(_ files: [TreeFile], below top: Folder) throws(TreeError) -> [Bool] {
        var stale: [Bool] = []
        stale.reserveCapacity(files.count)
        var foreign: [String] = []
        var current: (path: Substring, folder: Folder?)?
        for file in files {
            let (folderPath, name) = TreePath.split(file.path)
            if current?.path != folderPath {
                let folder = try top.folder(folderPath, makes: false)
                if folder == nil { try top.expectNoFile(onTheWayTo: folderPath) }
                current = (folderPath, folder)
            }
            switch try current?.folder?.compare(name, file.bytes, isOurs: isOurs) {
            case .same: stale.append(false)
            case .foreign:
                foreign.append("\(root)/\(file.path)")
                stale.append(true)
            case .missing, .ours, nil: stale.append(true)
            }
        }
        if let first = foreign.first {
            throw TreeError(action: .overwrite, path: first, number: 0, further: Array(foreign.dropFirst()))
        }
        return stale
    }

    // MARK: Writing

    private func put(
        _ files: [TreeFile], below top: Folder, isDryRun: Bool, report: inout TreeReport
    ) throws(TreeError) {
        if !isDryRun {
            let threads =
                beforeStep == nil ? Parallel.threadCount(for: files.count, minimumPerThread: 32) : 1
            if threads > 1 { try put(files, onThreads: threads) } else { try put(files[...], below: top, share: 0) }
        }
        for file in files {
            report.written.append(file.path)
            report.bytesWritten += file.bytes.count
        }
    }

    /// Writes files, each thread a share of them; making a file keeps the system as busy as writing it.
    private func put(_ files: [TreeFile], onThreads threads: Int) throws(TreeError) {
        let results = Parallel.map(Array(0..<threads), minimumPerThread: 1) { share in
            Result { () throws(TreeError) in
                guard let top = try Folder.open(root, makes: true) else { return }
                let range = files.count * share / threads..<files.count * (share + 1) / threads
                try put(files[range], below: top, share: share)
            }
        }
        for result in results { try result.get() }
    }

    private func put(_ files: ArraySlice<TreeFile>, below top: Folder, share: Int) throws(TreeError) {
        var current: (path: Substring, folder: Folder?)?
        for file in files {
            let (folderPath, name) = TreePath.split(file.path)
            if current?.path != folderPath { current = (folderPath, try top.folder(folderPath, makes: true)) }
            if let folder = current?.folder { try put(file, as: name, in: folder, share: share) }
        }
    }

    private func put(_ file: TreeFile, as name: Substring, in folder: Folder, share: Int) throws(TreeError) {
        let operation = recorder.operation(names == .build ? "build.writeFile" : "snapshot.writeFile")
        do {
            try replace(name, file, in: folder, share: share)
            operation.end(Subject(name: file.path, category: file.category))
        } catch {
            operation.end(failed: true, Subject(name: file.path, category: file.category))
            throw error
        }
    }

    private func replace(_ name: Substring, _ file: TreeFile, in folder: Folder, share: Int) throws(TreeError) {
        try beforeStep?(.create(file.path))
        let temporary = try create(file, shownAs: name, in: folder, share: share)
        try beforeStep?(.replace(file.path))
        do {
            try folder.replace(name, with: temporary)
        } catch {
            try? folder.remove(temporary[...])
            throw error
        }
    }

    /// Writes a file under a name that nothing else has, and returns the name.
    private func create(
        _ file: TreeFile, shownAs name: Substring, in folder: Folder, share: Int
    ) throws(TreeError) -> String {
        var attempt = 0
        while true {
            let temporary = ".xtraq-\(getpid())-\(share)-\(attempt).tmp"
            do {
                if try folder.create(temporary, file.bytes, shownAs: name) { return temporary }
            } catch {
                try? folder.remove(temporary[...])
                throw error
            }
            // Left behind by a run that was killed, or somebody else's: `sweep` tells which.
            attempt += 1
        }
    }

    // MARK: Removing

    /// Whether a name is one that a killed run may have left a temporary file under.
    private static func isTemporary(_ name: String) -> Bool {
        name.hasPrefix(".xtraq-") && name.hasSuffix(".tmp")
            && name.dropFirst(7).dropLast(4).utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }

    /// Removes what is ours and not wanted, and folders that became empty by that; says whether anything went.
    private func sweep(
        _ folder: Folder, prefix: String, wanted: Set<String>, _ removal: Removal, isDryRun: Bool,
        report: inout TreeReport
    ) throws(TreeError) -> Bool {
        var hasRemoved = false
        for (name, isFolder) in try folder.list() {
            let path = prefix + name
            if isFolder {
                guard removal == .unlisted, let below = try folder.folder(name[...], makes: false) else { continue }
                if try sweep(
                    below, prefix: path + "/", wanted: wanted, removal, isDryRun: isDryRun, report: &report)
                {
                    hasRemoved = true
                    if !isDryRun { _ = folder.removeFolder(name[...]) }
                }
                continue
            }
            guard !wanted.contains(path), removal != .nothing || Self.isTemporary(name),
                let beginning = try folder.read(name[...], limit: 512)
            else { continue }
            if Self.isTemporary(name) {
                // A full disk or a kill may have come before its first byte.
                if !isDryRun, beginning.isEmpty || isOurs(beginning) { try folder.remove(name[...]) }
                continue
            }
            guard isOurs(beginning) else { continue }
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
