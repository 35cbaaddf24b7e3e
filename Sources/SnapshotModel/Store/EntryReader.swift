import Diagnostics
import TelemetryRecording

/// Reads the files of an index, keeping open the folder that the last one lay in.
struct EntryReader {
    private let top: Folder
    private var current: (path: Substring, folder: Folder)?

    /// Makes a reader of files below a folder.
    init(top: Folder) {
        self.top = top
    }

    /// The bytes of an entry's file; `nil`, with a finding, where they are not what the index says.
    mutating func contents(
        of entry: SnapshotIndex.Entry, recorder: Recorder, findings: inout [Finding]
    ) throws(TreeError) -> [UInt8]? {
        let operation = recorder.operation("build.readFile")
        let (path, name) = TreePath.split(entry.file)
        if current?.path != path {
            current = try top.folder(path, makes: false).map { (path, $0) }
        }
        let bytes = try current?.folder.read(name)
        operation.end()
        if let bytes, Fingerprint(of: bytes) == entry.contents { return bytes }
        findings.append(
            Finding(
                .snapshotIncomplete,
                "\(SnapshotStore.folder)/\(entry.file) \(bytes == nil ? "is missing" : "is not what the index says")",
                notes: ["run \"xtraq snapshot\", which completes it"]))
        return nil
    }
}
