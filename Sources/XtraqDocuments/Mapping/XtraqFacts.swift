package import Diagnostics

/// What the executable knows of a run beside what was recorded: values that are closed, or become pseudonyms.
package struct XtraqFacts: Sendable {
    /// The switches as given; their pseudonyms are filled in when documents are made.
    package var switches = Switches()
    /// The parts of `--procedure`.
    package var filter: [String] = []
    /// The engine, once it is known.
    package var engine: EngineFacts?
    /// The diagnostics by code and severity.
    package var diagnostics: [Diagnostic: Int] = [:]
    /// The diagnostic that the run failed with.
    package var error: DiagnosticCode?
    /// The database's SQLSTATE for that error.
    package var sqlState: String?
    /// What `init` was given.
    package var given: InitGiven?

    /// Makes facts of a run of which nothing is known yet.
    package init() {}

    /// What diagnostics are counted by.
    package struct Diagnostic: Sendable, Hashable {
        /// Which one.
        package var code: DiagnosticCode
        /// How bad it was.
        package var severity: Severity

        /// Makes a key.
        package init(code: DiagnosticCode, severity: Severity) {
            self.code = code
            self.severity = severity
        }
    }

    /// Counts what a run had to say; the first error is what the run failed with, unless another is set.
    package mutating func count(_ findings: some Sequence<Finding>) {
        for finding in findings {
            diagnostics[Diagnostic(code: finding.code, severity: finding.severity), default: 0] += 1
            if finding.severity == .error, error == nil { error = finding.code }
        }
    }
}
