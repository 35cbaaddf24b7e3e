internal import LocalTelemetry

extension ToolFootprint {
    /// The rules by which documents change, and what changed by release, in Markdown.
    ///
    /// - Parameter released: The catalogues as they were released, the oldest first; one of the version that the tool
    ///   has now is taken for the present one, which is not released yet.
    /// - Returns: The page.
    package func changesPage(_ released: [CatalogueRecord]) -> String {
        let records = released.filter { $0.version != version } + [CatalogueRecord(self)]
        var text = """
            # \(tool): how the documents change

            \(Markdown.note("\(tool) telemetry schema --changelog FILE…"))
            \(Self.rules)
            ## What changed

            """
        for (place, record) in records.enumerated().reversed() {
            text += "\n### \(record.version)\n\n"
            text += place == 0 ? first(record) : changes(from: records[place - 1], to: record)
        }
        return text
    }

    private static var rules: String {
        """
        ## The rules

        Every document says `schemaVersion`, the version of its kind's schema, and `minimumReader`, the oldest version whose \
        readers still understand it.

        1. **Free:** another text of a closed set, a new kind, another example. A reader takes a text that it does not \
        know as `other` and counts it, and skips a kind that it does not know but for the fields of every document.
        2. **A new version, old readers go on:** a new field, a narrower range, another limit of a list, a text taken away, \
        another rule of export, a field that can be absent and now never is, another condition for its being there. A new \
        field says since which version it is there; an older reader skips and counts it.
        3. **A new version that old readers are told not to trust (`minimumReader` is raised too):** a field that is gone, \
        or of another type, unit, class of pseudonyms or wider range, or that was always there and now can be absent. A \
        field's name is never used again for something else.
        4. Another purpose is another meaning, and a new version, unless the tool's notes call it a rewording. Whatever is \
        changed or taken away has its reason in those notes, and below.
        5. **Readers understand the old without end:** documents of every released version are read; what the present \
        catalogue no longer has is left out and counted. A document that is newer than its reader is read in part, with \
        one warning, and never refused.
        6. A schema's `$id` names tool, kind and version, and stays. Two releases with one `$id` differ at most in the \
        texts of closed sets and in words: to validate a document strictly, take the schema of the release that wrote it.

        The catalogue of each release is kept, machine-readable, in `catalogue/`. A test holds the present one against the \
        last and fails where a rule is broken; `telemetry schema --review FILE` prints the same as a sheet for review, \
        with what each new field can reveal, and exits with 4 then.

        """
    }

    private func first(_ record: CatalogueRecord) -> String {
        let rows = record.kinds.map { kind in
            [
                "`\(kind.name)`", "\(kind.schemaVersion)", "\(kind.minimumReader)", "\(kind.fields.count)",
            ]
        }
        return "The first catalogue: every field is new, and its kind's page says why it is recorded.\n\n"
            + Markdown.table(["document", "schema version", "minimum reader", "fields"], rows)
    }

    private func changes(from old: CatalogueRecord, to new: CatalogueRecord) -> String {
        let changes = CatalogueComparison(from: old, to: new, notes: notes).changes
        guard !changes.isEmpty else { return "Nothing.\n" }
        let rows = changes.map { change in
            [
                change.kind.rawValue, change.path.map { "`\($0)`" } ?? "the whole kind", shown(change.documents),
                change.differences.map(\.text).joined(separator: "; "), change.reason ?? "",
            ]
        }
        return Markdown.table(["", "field", "document", "what", "why"], rows)
    }
}
