internal import JSONBytes

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that the tool wrote itself: its name and its content agree on what it is.
struct OwnDocument: Sendable {
    /// What its name says.
    let name: DocumentName
    /// The run it is of.
    let runId: RunIdentifier
    /// The start of that run.
    let start: Timestamp
    /// Its size.
    let bytes: Int

    /// No document is larger.
    private static let maximumBytes = 16 << 20

    /// Looks at a file; `nil` where it is not a document that the tool wrote.
    ///
    /// - Parameters:
    ///   - name: Its name in the folder.
    ///   - directory: The folder.
    ///   - tool: The tool, as its documents name it.
    init?(_ name: String, in directory: borrowing Directory, tool: String) {
        guard let documentName = DocumentName(name), let named = directory.status(of: name), named.isRegular,
            named.isOwn, named.st_size <= Self.maximumBytes, let file = try? directory.open(name),
            let status = try? file.status(), status.isRegular,
            let bytes = try? file.read(atMost: Int(status.st_size)), let head = try? Head(bytes),
            head.kind == documentName.kind, head.tool == tool, let runId = RunIdentifier(head.runId),
            runId.text.hasPrefix(documentName.digits), let start = Timestamp(head.start),
            start.fileNameText == documentName.start
        else { return nil }
        self.name = documentName
        self.runId = runId
        self.start = start
        self.bytes = bytes.count
    }

    /// The members that say what a document is.
    private struct Head {
        var kind = ""
        var tool = ""
        var runId = ""
        var start = ""

        init(_ bytes: [UInt8]) throws(JSONError) {
            var reader = JSONReader(bytes)
            var head = self
            try reader.object { (key, reader) throws(JSONError) in
                switch key {
                case "kind": head.kind = try reader.string()
                case "tool": head.tool = try reader.string()
                case "runId": head.runId = try reader.string()
                case "timestampUtc": head.start = try reader.string()
                default: try reader.skip()
                }
            }
            try reader.end()
            self = head
        }
    }
}
