import Diagnostics
import JSONBytes
import Project

/// What a run has found and done, gathered for the one JSON value and the summary at its end.
final class RunReport {
    /// Everything that was shown.
    private(set) var findings: [Finding] = []
    private var sections: [(inout JSONWriter) -> Void] = []

    /// Keeps findings.
    func add(_ findings: [Finding]) {
        self.findings += findings
    }

    /// Adds a member to the JSON value.
    func section(_ write: @escaping (inout JSONWriter) -> Void) {
        sections.append(write)
    }

    /// Whether there is anything to write.
    var isEmpty: Bool { findings.isEmpty && sections.isEmpty }

    /// Writes the JSON value.
    func write(to console: Console) {
        console.result { writer in
            for section in sections { section(&writer) }
            writer.diagnostics(findings)
        }
    }

    /// The warnings by kind, in one line; `nil` where there are none.
    var warnings: String? {
        var counts: [DiagnosticCode: Int] = [:]
        for finding in findings where finding.severity == .warning { counts[finding.code, default: 0] += 1 }
        guard !counts.isEmpty else { return nil }
        let kinds = counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) ×\($0.value)" }
        return "warnings: \(kinds.joined(separator: ", "))"
    }
}
