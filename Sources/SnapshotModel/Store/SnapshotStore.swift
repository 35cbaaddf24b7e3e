package import Diagnostics
import JSONBytes
package import TelemetryRecording

/// The snapshot of a project on disk: `.xtraq/snapshots/` and the machine's own notes on it in `.xtraq/cache/`.
package struct SnapshotStore: Sendable {
    /// A snapshot as read.
    package struct Loaded: Sendable {
        /// `nil` where it is missing or cannot be read.
        package var snapshot: Snapshot?
        package var findings: [Finding]
        /// Stands for the whole snapshot; `nil` with it.
        package var fingerprint: Fingerprint?
    }

    /// Where the snapshot lies, relative to the project's root.
    package static let folder = ".xtraq/snapshots"
    static let indexName = "index.json"

    /// The project's root.
    let projectRoot: String

    /// Makes a store; nothing is read or made.
    package init(projectRoot: String) {
        self.projectRoot = projectRoot
    }

    var root: String { "\(projectRoot)/\(Self.folder)" }

    /// Whether the first bytes of a file are those of one of a snapshot's files.
    static func isOurs(_ beginning: [UInt8]) -> Bool {
        beginning.starts(with: Array("{\n  \"xtraq\": ".utf8))
    }

    // MARK: Reading

    /// Reads the whole snapshot.
    ///
    /// Every file must be what the index says; what is not becomes a finding, and then there is no snapshot.
    package func load(recorder: Recorder = .off) -> Loaded {
        do {
            guard let top = try Folder.open(root, makes: false),
                let bytes = try top.read(Self.indexName[...])
            else { return Loaded(snapshot: nil, findings: [Self.missing], fingerprint: nil) }
            let index: SnapshotIndex
            do {
                index = try SnapshotIndex.decode(bytes)
            } catch {
                return Loaded(
                    snapshot: nil, findings: [Self.finding(error, in: Self.indexName, bytes)], fingerprint: nil)
            }
            return try load(index, of: bytes, from: top, recorder: recorder)
        } catch {
            return Loaded(snapshot: nil, findings: [error.finding], fingerprint: nil)
        }
    }

    private func load(
        _ index: SnapshotIndex, of bytes: [UInt8], from top: Folder, recorder: Recorder
    ) throws(TreeError) -> Loaded {
        var snapshot = Snapshot(engine: index.engine)
        var findings: [Finding] = []
        var reader = EntryReader(top: top)
        snapshot.files.reserveCapacity(index.files.count)
        snapshot.tables.reserveCapacity(index.tables.count)
        for entry in index.files {
            guard let contents = try reader.contents(of: entry, recorder: recorder, findings: &findings) else {
                continue
            }
            do {
                snapshot.files.append(try SnapshotDecoder.queryFile(contents))
            } catch {
                findings.append(Self.finding(error, in: entry.file, contents))
            }
        }
        for entry in index.tables {
            guard let contents = try reader.contents(of: entry, recorder: recorder, findings: &findings) else {
                continue
            }
            do {
                snapshot.tables.append(try SnapshotDecoder.table(contents))
            } catch {
                findings.append(Self.finding(error, in: entry.file, contents))
            }
        }
        return Loaded(
            snapshot: findings.isEmpty ? snapshot : nil, findings: findings,
            fingerprint: findings.isEmpty ? Fingerprint(of: bytes) : nil)
    }

    /// The index alone, and its fingerprint; `nil` where there is none that can be read.
    package func loadIndex() throws(TreeError) -> (index: SnapshotIndex, fingerprint: Fingerprint)? {
        guard let top = try Folder.open(root, makes: false), let bytes = try top.read(Self.indexName[...]) else {
            return nil
        }
        guard let index = try? SnapshotIndex.decode(bytes) else { return nil }
        return (index, Fingerprint(of: bytes))
    }

    /// Those of the index's files that are as the index says, by their paths.
    ///
    /// Reads and hashes every byte, on several processors where there is enough to read.
    package func intactFiles(of index: SnapshotIndex, recorder: Recorder) throws(TreeError) -> Set<String> {
        let entries = index.files + index.tables
        let shares = (0..<Parallel.threadCount(for: entries.count, minimumPerThread: 16)).map { share in
            let count = Parallel.threadCount(for: entries.count, minimumPerThread: 16)
            return entries[entries.count * share / count..<entries.count * (share + 1) / count]
        }
        let results = Parallel.map(shares, minimumPerThread: 1) { share in
            Result { () throws(TreeError) in try intactFiles(share, recorder: recorder) }
        }
        var intact: Set<String> = []
        for result in results { intact.formUnion(try result.get()) }
        return intact
    }

    private func intactFiles(
        _ entries: ArraySlice<SnapshotIndex.Entry>, recorder: Recorder
    ) throws(TreeError) -> [String] {
        guard let top = try Folder.open(root, makes: false) else { return [] }
        var reader = EntryReader(top: top)
        var findings: [Finding] = []
        var intact: [String] = []
        intact.reserveCapacity(entries.count)
        for entry in entries where try reader.contents(of: entry, recorder: recorder, findings: &findings) != nil {
            intact.append(entry.file)
        }
        return intact
    }

    /// One query file's part of the snapshot; `nil` where it is not there or cannot be read.
    func queryFile(_ path: String) throws(TreeError) -> QueryFile? {
        guard let top = try Folder.open(root, makes: false) else { return nil }
        let (folderPath, name) = TreePath.split(path)
        guard let folder = try top.folder(folderPath, makes: false), let bytes = try folder.read(name) else {
            return nil
        }
        return try? SnapshotDecoder.queryFile(bytes)
    }

    // MARK: Findings

    private static let missing = Finding(
        .snapshotMissing, "there is no snapshot in \(folder)", notes: ["take one with \"xtraq snapshot\""])

    private static func finding(_ failure: SnapshotDecoder.Failure, in file: String, _ bytes: [UInt8]) -> Finding {
        let source = SourceFile(path: "\(folder)/\(file)", bytes: bytes)
        let again = "run \"xtraq snapshot\", which writes it anew"
        switch failure {
        case .format(let format):
            return Finding(
                .snapshotFormat,
                "\(source.path) has format \(format); this tool reads format \(SnapshotEncoder.format)",
                notes: [format > SnapshotEncoder.format ? "use a newer xtraq" : again])
        case .json(let error):
            return source.finding(.snapshotCorrupt, error.problem.rawValue, at: error.offset, notes: [again])
        case .value(let member, let offset):
            return source.finding(.snapshotCorrupt, "\(member) is missing or wrong here", at: offset, notes: [again])
        }
    }
}
