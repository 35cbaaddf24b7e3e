/// The fields that documents of every tool have.
enum EnvelopeFields {
    /// The first fields, which say what the document is.
    static func head<Body>(of type: DocumentType<Body>) -> [Field<Envelope>] {
        [
            number("schemaVersion", type.version, "The version of this kind's schema."),
            number("minimumReader", type.minimumReader, "The oldest schema version whose readers understand this one."),
            .constant("kind", type.kind, "What the document is about."),
        ]
    }

    /// What is said of the run.
    static func core(
        tool: StaticString, version: Version, vocabularies: ToolVocabularies
    ) -> [Field<Envelope>] {
        [
            .runId("runId", \.runId, "Drawn at random for each invocation; ties its documents together."),
            .timestamp("timestampUtc", \.timestamp, "When the run started."),
            .constant("tool", tool, "The tool that wrote it."),
            toolVersion(version),
            .closed("command", \.command, of: vocabularies.commands, "The command that ran."),
            .closed("outcome", \.outcome, "How the run ended; unfinished where it had no chance to say so."),
            .flag("success", \.success, "Whether it succeeded.").present("once the run has ended"),
            .exitCode("exitCode", \.exitCode, "The exit code of the process.").present("once the run has ended"),
            .closed("signal", \.signal, "The signal that ended the run.").present("where a signal ended it"),
            .duration("durationMs", \.duration, "How long the run took by a monotonic clock.")
                .present("once the run has ended"),
            .duration(
                "recordingMs", \.recording,
                "How much of that recording itself took before the command began: the key, and the document of the start."
            ).present("once the run has ended"),
            .closed(
                "runtimeIdentifier", \.platform.runtimeIdentifier, "System and processor that the tool is built for."),
            .closed("operatingSystem", \.platform.operatingSystem, "The distribution or system that it ran on."),
            .version(
                "operatingSystemVersion", \.platform.operatingSystemVersion,
                "The version of that system."
            ).present("where the system says one"),
        ] + errorField(vocabularies)
    }

    /// None for a tool that has no codes.
    private static func errorField(_ vocabularies: ToolVocabularies) -> [Field<Envelope>] {
        guard !vocabularies.codes.isEmpty else { return [] }
        return [
            .object(
                "error", \.error, "What the run failed with.", error(vocabularies)
            ).present("where it failed and the tool could say why")
        ]
    }

    /// The last field: what was lost or changed.
    static let recorder = Field<EncodingCounts>.object(
        "recorder", \.self, "What was dropped, clamped or cut on the way into this document.",
        [
            .count("droppedSpans", \.droppedSpans, "Spans beyond what the recorder keeps."),
            .count("droppedAttributes", \.droppedAttributes, "Names and attributes that the catalogue does not know."),
            .count("clampedValues", \.clampedValues, "Numbers out of their range, written as its nearest end."),
            .count("otherValues", \.otherValues, "Closed values written as `other`."),
            .count("cutLists", \.cutLists, "Lists that were longer than a document may hold."),
        ])

    private static func error(_ vocabularies: ToolVocabularies) -> [Field<RunError>] {
        var fields: [Field<RunError>] = [
            .closed(
                "code", \.code, of: vocabularies.codes, "The diagnostic that ended the run, by its documented code.")
        ]
        if !vocabularies.phases.isEmpty {
            fields.append(
                .closed("phase", \.phase, of: vocabularies.phases, "The phase that it arose in.")
                    .present("where it arose in one"))
        }
        if let states = vocabularies.sqlStates {
            fields.append(
                .closed("sqlState", \.sqlState, of: states, "The database's SQLSTATE, as its published list has it.")
                    .present("where the database reported one")
            )
        }
        return fields
    }

    private static func number(_ name: StaticString, _ value: Int, _ purpose: StaticString) -> Field<Envelope> {
        let key = FieldKey(name)
        return Field(name, shape: { _ in .number(name, .count, .one, value...value, purpose) }) { _, encoder in
            encoder.key(key)
            encoder.integer(value)
        }.redacted(.keep, strict: .keep)
    }

    private static func toolVersion(_ version: Version) -> Field<Envelope> {
        let key = FieldKey("version")
        let text = Array(version.text.utf8)
        return Field("version", shape: { _ in FieldShape("version", .version, "The version of the tool.") }) {
            _, encoder in
            encoder.key(key)
            encoder.quoted(text)
        }
    }
}
