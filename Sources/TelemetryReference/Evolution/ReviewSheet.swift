internal import LocalTelemetry

extension ToolFootprint {
    /// What somebody reviews before a release: the fields that are new or changed since the last, and what each can
    /// reveal.
    ///
    /// - Parameter released: The catalogue as it was released last.
    /// - Returns: The sheet in Markdown, and what breaks the rules.
    package func review(since released: CatalogueRecord) -> (sheet: String, objections: [String]) {
        let comparison = CatalogueComparison(from: released, to: CatalogueRecord(self), notes: notes)
        var text = "# \(tool): review of the catalogue, \(released.version) to \(version)\n\n"
        guard !comparison.changes.isEmpty else { return (text + "Nothing changed.\n", comparison.objections) }
        text += Markdown.table(
            ["field", "document", "what", "can reveal", "export", "why"], comparison.changes.map(reviewRow))
        let opened = comparison.changes.filter { $0.differences.contains(where: \.letsMoreOut) }
        if !opened.isEmpty {
            text +=
                "\n**An export lets more out than before:** "
                + Phrase.list(opened.map { "`\($0.path ?? "")`" }) + ".\n"
        }
        if !comparison.objections.isEmpty {
            text += "\n## Against the rules\n\n" + comparison.objections.map { "- \($0)\n" }.joined()
        }
        return (text, comparison.objections)
    }

    private func reviewRow(_ change: CatalogueChange) -> [String] {
        let field = change.field
        let what =
            change.differences.isEmpty
            ? change.kind.rawValue.lowercased()
            : "changed: " + change.differences.map(\.text).joined(separator: "; ")
        return [
            change.path.map { "`\($0)`" } ?? "the whole kind", shown(change.documents), what, field?.reveals ?? "",
            field.map { $0.standard == $0.strict ? $0.standard : "\($0.standard) / \($0.strict)" } ?? "",
            change.reason ?? "**no reason given**",
        ]
    }

    /// The kinds of a change; all of them are said in a word.
    func shown(_ documents: [String]) -> String {
        kinds.count > 1 && documents.count == kinds.count
            ? "every document" : documents.map { "`\($0)`" }.joined(separator: ", ")
    }
}
