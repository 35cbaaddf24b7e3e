/// What a run says of its recording, on standard error, after everything else.
struct RunReport: Sendable {
    let runId: RunIdentifier
    let tool: String
    let place: RunPlace
    /// The project's folder as the command line named it.
    let projectPath: String?
    /// The kinds that were written.
    var written: [String] = []
    /// What a person should know about the key.
    var remark: String?
    private var missing: [String] = []
    private var reason: String?

    init(runId: RunIdentifier, tool: String, place: RunPlace, projectPath: String?) {
        self.runId = runId
        self.tool = tool
        self.place = place
        self.projectPath = projectPath
    }

    /// Takes note of what could not be written; the first reason is the one that is told.
    mutating func fail(_ what: String, _ failure: StoreFailure) {
        missing.append(what)
        if reason == nil { reason = failure.reason }
    }

    /// One line.
    var text: String {
        var line = "telemetry: \(written.count) document\(written.count == 1 ? "" : "s")"
        switch place {
        case .directory(_, let shown, _):
            line += "; see: \(tool) telemetry show \(Self.quoted(shown))"
        default:
            line += ", run \(runId.shortText); see: \(tool) telemetry show \(runId.shortText)"
            if let projectPath { line += " -p \(Self.quoted(projectPath))" }
        }
        if let reason { line += "; not recorded: \(missing.joined(separator: ", ")) (\(reason))" }
        if let remark { line += "; \(remark)" }
        return Self.oneLine(line)
    }

    /// The line of a run of which nothing was recorded.
    static func nothing(_ reason: String) -> String {
        oneLine("telemetry: nothing recorded: \(reason)")
    }

    /// The documents instead of files: one a line.
    static func preview(_ documents: [EncodedDocument]) -> String {
        let lines = documents.map { String(decoding: compact($0.bytes), as: UTF8.self) }
        return (["telemetry preview:"] + lines + ["telemetry: nothing written"]).joined(separator: "\n") + "\n"
    }

    /// An indented document on one line: a line break of a document stands between its tokens, never within one.
    static func compact(_ bytes: [UInt8]) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(bytes.count)
        var isIndentation = false
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                isIndentation = true
            } else if !isIndentation || byte != UInt8(ascii: " ") {
                isIndentation = false
                line.append(byte)
            }
        }
        return line
    }

    /// A path as a shell takes it back.
    private static func quoted(_ path: String) -> String {
        let isPlain = path.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+,:@%".unicodeScalars.contains($0)
        }
        if isPlain, !path.isEmpty, path.first != "-" { return path }
        return "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// Paths may hold line breaks and worse; a line holds none.
    private static func oneLine(_ line: String) -> String {
        var result = ""
        for scalar in line.unicodeScalars {
            result.unicodeScalars.append(scalar.properties.generalCategory == .control ? "?" : scalar)
        }
        return result + "\n"
    }
}
