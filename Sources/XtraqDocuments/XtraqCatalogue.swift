import Diagnostics
package import LocalTelemetry

/// The catalogue of Xtraq's documents: its envelope and its four kinds.
package struct XtraqCatalogue: Sendable {
    /// Name, version, vocabularies and what is added to the envelope.
    package let tool: ToolCatalogue<Switches>
    /// The kind `cli-command`.
    package let command: DocumentType<CommandBody<XtraqCommand>>
    /// The kind `snapshot`.
    package let snapshot: DocumentType<SnapshotBody>
    /// The kind `build`.
    package let build: DocumentType<BuildBody>
    /// The kind `summary`.
    package let summary: DocumentType<SummaryBody>

    /// The version of all four schemas.
    package static let schemaVersion = 3

    /// Makes the catalogue.
    ///
    /// - Parameters:
    ///   - version: The tool's version.
    ///   - commands: The commands of the tool, from its command tree.
    package init(version: Version, commands: Vocabulary) {
        let vocabularies = ToolVocabularies(
            commands: commands, phases: Vocabulary(RunPhase.self), kinds: Vocabulary(DocumentKind.self),
            codes: Vocabulary(DiagnosticCode.self), sqlStates: SQLState.vocabulary)
        tool = ToolCatalogue(
            tool: "xtraq", version: version, vocabularies: vocabularies, exampleExtras: [.example], Switches.fields)
        command = .command(
            vocabularies, version: Self.schemaVersion, examples: CommandBody.examples(vocabularies),
            exampleCommand: "run", exampleDuration: .microseconds(184_320), XtraqCommand.fields)
        snapshot = DocumentType(
            kind: "snapshot", version: Self.schemaVersion,
            purpose: "One for each run that took or tried a snapshot: what was refreshed and why, and what was slow.",
            examples: [.example], exampleCommand: "run", exampleDuration: .microseconds(184_320), SnapshotBody.fields)
        build = DocumentType(
            kind: "build", version: Self.schemaVersion,
            purpose: "One for each run that generated or tried to: what was generated and why, and what is large.",
            examples: [.example], exampleCommand: "run", exampleDuration: .microseconds(184_320), BuildBody.fields)
        summary = DocumentType(
            kind: "summary", version: Self.schemaVersion,
            purpose: "One for each run that took a snapshot or generated: the run in a few figures.",
            examples: SummaryBody.examples, exampleCommand: "run", exampleDuration: .microseconds(184_320),
            SummaryBody.fields)
    }

    /// The four kinds, for the commands that show and explain them.
    package var kinds: DocumentCatalogue {
        DocumentCatalogue([tool.kind(command), tool.kind(snapshot), tool.kind(build), tool.kind(summary)])
    }
}
