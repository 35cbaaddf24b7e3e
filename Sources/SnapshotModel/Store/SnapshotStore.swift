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

    /// Where the snapshot lies.
    package var root: String { "\(projectRoot)/\(Self.folder)" }

    /// Whether the first bytes of a file are those of one of a snapshot's files, or of the machine's notes on it; of a
    /// file that was cut short within the mark itself, what is left of it.
    @Sendable
    package static func isOurs(_ beginning: [UInt8]) -> Bool {
        let mark = Array("{\n  \"xtraq\": ".utf8)
        return beginning.starts(with: mark) || !beginning.isEmpty && mark.starts(with: beginning)
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
            return try load(index, of: bytes, recorder: recorder)
        } catch {
            return Loaded(snapshot: nil, findings: error.findings(below: projectRoot), fingerprint: nil)
        }
    }

    private func load(
        _ index: SnapshotIndex, of bytes: [UInt8], recorder: Recorder
    ) throws(TreeError) -> Loaded {
        let files = try decode(index.files, recorder: recorder, SnapshotDecoder.queryFile)
        let tables = try decode(index.tables, recorder: recorder, SnapshotDecoder.table)
        let findings = files.findings + tables.findings
        guard findings.isEmpty else { return Loaded(snapshot: nil, findings: findings, fingerprint: nil) }
        return Loaded(
            snapshot: Snapshot(engine: index.engine, files: files.values, tables: tables.values), findings: [],
            fingerprint: Fingerprint(of: bytes))
    }

    /// Reads and decodes entries, each processor a share of them; the values stand in the order of the entries.
    private func decode<Value: Sendable>(
        _ entries: [SnapshotIndex.Entry], recorder: Recorder,
        _ decode: @escaping @Sendable ([UInt8]) throws(SnapshotDecoder.Failure) -> Value
    ) throws(TreeError) -> (values: [Value], findings: [Finding]) {
        let results = Parallel.map(Self.shares(of: entries), minimumPerThread: 1) { share in
            Result { () throws(TreeError) in
                var values: [Value] = []
                var findings: [Finding] = []
                guard let top = try Folder.open(root, makes: false) else { return (values, [Self.missing]) }
                var reader = EntryReader(top: top)
                values.reserveCapacity(share.count)
                for entry in share {
                    guard let contents = try reader.contents(of: entry, recorder: recorder, findings: &findings) else {
                        continue
                    }
                    do throws(SnapshotDecoder.Failure) {
                        values.append(try decode(contents))
                    } catch {
                        findings.append(Self.finding(error, in: entry.file, contents))
                    }
                }
                return (values, findings)
            }
        }
        var values: [Value] = []
        var findings: [Finding] = []
        values.reserveCapacity(entries.count)
        for result in results {
            let (some, more) = try result.get()
            values += some
            findings += more
        }
        return (values, findings)
    }

    /// Entries divided among the processors; several shares each, as files differ in size.
    private static func shares(of entries: [SnapshotIndex.Entry]) -> [ArraySlice<SnapshotIndex.Entry>] {
        let threads = Parallel.threadCount(for: entries.count, minimumPerThread: 16)
        let count = threads == 1 ? 1 : threads * 4
        return (0..<count).map { entries[entries.count * $0 / count..<entries.count * ($0 + 1) / count] }
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
        let shares = Self.shares(of: index.files + index.tables)
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

    /// One query file's part of the snapshot; `nil` where it is not as the index says, or cannot be read.
    func queryFile(_ entry: SnapshotIndex.Entry) throws(TreeError) -> QueryFile? {
        guard let top = try Folder.open(root, makes: false) else { return nil }
        let (folderPath, name) = TreePath.split(entry.file)
        guard let folder = try top.folder(folderPath, makes: false), let bytes = try folder.read(name),
            Fingerprint(of: bytes) == entry.contents
        else { return nil }
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
