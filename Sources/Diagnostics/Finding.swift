/// Something a run has to say about its input: what, where, how bad, and what to do.
package struct Finding: Sendable, Hashable {
    /// Which diagnostic it is; stable and documented.
    package var code: DiagnosticCode
    /// Whether the run fails.
    package var severity: Severity
    /// One sentence: what was found, what is allowed, the likely fix.
    package var message: String
    /// Where; `nil` where it has no place in a file.
    package var location: SourceLocation?
    /// The line of source the location points at, for the caret.
    package var sourceLine: String?
    /// What to do, shown below as `note:`.
    package var notes: [String]

    /// Makes a finding; its severity is the code's own unless given.
    package init(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation? = nil, sourceLine: String? = nil,
        notes: [String] = [], severity: Severity? = nil
    ) {
        self.code = code
        self.message = message
        self.location = location
        self.sourceLine = sourceLine
        self.notes = notes
        self.severity = severity ?? code.severity
    }
}

/// How bad a finding is.
package enum Severity: String, Sendable, CaseIterable {
    case error, warning, note
}

/// A place in a source file.
package struct SourceLocation: Sendable, Hashable {
    /// Path as shown to the user: relative to the project root where it lies below it.
    package var path: String
    /// From 1.
    package var line: Int
    /// From 1, in characters.
    package var column: Int

    /// Makes a location.
    package init(path: String, line: Int, column: Int) {
        self.path = path
        self.line = line
        self.column = column
    }
}
