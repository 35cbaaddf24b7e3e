import Diagnostics
package import LocalTelemetry

/// The catalogue of Xtraq's documents: its envelope and its four kinds.
package struct XtraqCatalogue: Sendable {
    /// Name, version, vocabularies and what is added to the envelope.
    package let tool: ToolCatalogue<Switches>
    /// The version of all four schemas.
    package static let schemaVersion = 3

    /// How long the run took that the examples are of.
    private static let exampleDuration = Duration.microseconds(184_320)

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
    }

    // Each kind is made when it is asked for: most runs write one or two.

    /// The kind `cli-command`.
    package var command: DocumentType<CommandBody<XtraqCommand>> {
        let vocabularies = tool.vocabularies
        return .command(
            vocabularies, version: Self.schemaVersion, examples: CommandBody.examples(vocabularies),
            exampleCommand: "run", exampleDuration: Self.exampleDuration, XtraqCommand.fields)
    }

    /// The kind `snapshot`.
    package var snapshot: DocumentType<SnapshotBody> {
        DocumentType(
            kind: "snapshot", version: Self.schemaVersion,
            purpose: "One for each run that took or tried a snapshot: what was refreshed and why, and what was slow.",
            writtenBy: ["snapshot", "build", "run"], examples: [.example], exampleCommand: "run",
            exampleDuration: Self.exampleDuration, SnapshotBody.fields)
    }

    /// The kind `build`.
    package var build: DocumentType<BuildBody> {
        DocumentType(
            kind: "build", version: Self.schemaVersion,
            purpose: "One for each run that generated or tried to: what was generated and why, and what is large.",
            writtenBy: ["build", "run"], examples: [.example], exampleCommand: "run",
            exampleDuration: Self.exampleDuration, BuildBody.fields)
    }

    /// The kind `summary`.
    package var summary: DocumentType<SummaryBody> {
        DocumentType(
            kind: "summary", version: Self.schemaVersion,
            purpose: "One for each run that took a snapshot or generated: the run in a few figures.",
            writtenBy: ["snapshot", "build", "run"], examples: SummaryBody.examples, exampleCommand: "run",
            exampleDuration: Self.exampleDuration,
            SummaryBody.fields)
    }

    /// The four kinds, for the commands that show and explain them.
    package var kinds: DocumentCatalogue {
        DocumentCatalogue([tool.kind(command), tool.kind(snapshot), tool.kind(build), tool.kind(summary)])
    }
}
