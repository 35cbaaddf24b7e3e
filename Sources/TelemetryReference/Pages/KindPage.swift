package import LocalTelemetry

extension ToolFootprint {
    /// The reference page of a kind in Markdown: every field with all that the catalogue says of it.
    package func page(of kind: DocumentDescription) -> String {
        let place = kinds.firstIndex { $0.kind == kind.kind } ?? 0
        let envelope = kind.core + kind.extras + [kind.recorder]
        return """
            # \(tool): the document `\(kind.kind)`

            \(Markdown.note("\(tool) telemetry schema \(kind.kind) --reference"))
            \(kind.purpose) \(writers(of: kind))

            Schema version \(kind.version), understood by readers of version \(kind.minimumReader) on. \
            JSON Schema: [`\(kind.kind).schema.json`](\(kind.kind).schema.json), `$id` `\(kind.schemaIdentifier)`. \
            [All that is written](README.md).

            ## Fields of this kind

            \(Self.table(of: kind.body, otherwise: "None of its own."))
            ## Fields of every document

            \(Self.table(of: envelope, otherwise: ""))
            ## How to read the tables

            - **always** or a condition says when the field is there; what has no field of its own is absent, never null.
            - **Export** is what happens to the field where a person packages documents for somebody else: at the level \
            `standard`, and after the slash at `strict` where that differs. A list goes with its items' fields.
            - **Tells** is what the field can tell a stranger: `low` (closed sets, flags, versions: what is used), \
            `figure` (many together can recognise a project or run that is known already), `time`, `identifier` (ties \
            documents together), `pseudonym` (where the same name recurs; who has the key can test guesses).
            - A number out of its range is written as the nearest end of it, a text that is not of the set as `other`, a \
            list that is too long is cut: `recorder` counts them.

            ## Example

            `\(tool) telemetry schema \(kind.kind) --example` prints it, without running anything.

            \(Markdown.block(examples[place], "json"))
            """
    }

    /// Which commands write a kind.
    func writers(of kind: DocumentDescription) -> String {
        guard !kind.writtenBy.isEmpty else { return "Every command writes it." }
        return "Written by \(Phrase.list(kind.writtenBy.map { "`\(shown($0))`" }))."
    }

    /// A command as people type it.
    func shown(_ command: String) -> String {
        command == "run" ? tool : "\(tool) \(command.replacing("-", with: " "))"
    }

    private static func table(of fields: [FieldShape], otherwise: String) -> String {
        let rows = fields.flatMap { $0.flattened() }.map { path, field in
            [
                "`\(path)`", FieldWords.type(of: field), FieldWords.presence(of: field), field.purpose,
                field.sensitivity.rawValue, FieldWords.export(of: field), "\(field.since)",
                FieldWords.example(of: field),
            ]
        }
        guard !rows.isEmpty else { return otherwise + "\n" }
        return Markdown.table(
            ["field", "type, unit, range", "there", "why it is recorded", "tells", "export", "since", "example"], rows)
    }
}
