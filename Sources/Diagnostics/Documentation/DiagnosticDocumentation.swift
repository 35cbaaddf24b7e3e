/// What the documentation says about a diagnostic.
package struct DiagnosticDocumentation: Sendable {
    /// Its heading: what is wrong, in a few words.
    package var title: String
    /// What it means and why it is one.
    package var explanation: String
    /// How it looks, as the tool prints it.
    package var example: String
    /// What to do.
    package var remedy: String

    /// Makes an entry.
    package init(_ title: String, _ explanation: String, example: String, remedy: String) {
        self.title = title
        self.explanation = explanation
        self.example = example
        self.remedy = remedy
    }

    /// The entry of a code; `nil` where somebody forgot to write it (a test finds that).
    package static func entry(of code: DiagnosticCode) -> DiagnosticDocumentation? {
        areas.lazy.compactMap { $0.entries[code] }.first
    }

    /// The entries by area, in the order of the codes.
    package static let areas: [(title: String, entries: [DiagnosticCode: DiagnosticDocumentation])] = [
        ("Project and configuration", project),
        ("Query files", queryFiles),
        ("Schema and database", database),
        ("Types and NULL", types),
        ("Snapshot and output", disk),
        ("Command line and environment", commandLine),
    ]

    /// `docs/diagnostics.md`.
    package static func page() -> String {
        var page = """
            # Diagnostics

            Every error and warning of `xtraq` has a code that stays the same from version to version. All that a run finds is
            reported, then the run fails once.

            <!-- Made from Sources/Diagnostics/Documentation by `make docs`; a test compares. -->

            """
        for area in areas where !area.entries.isEmpty {
            page += "\n## \(area.title)\n"
            for (code, entry) in area.entries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                page += """

                    ### \(code.rawValue): \(entry.title)

                    \(code.severity == .warning ? "A warning: the run goes on. " : "")\(entry.explanation)

                    ```text
                    \(entry.example)
                    ```

                    \(entry.remedy)

                    """
            }
        }
        return page
    }
}
