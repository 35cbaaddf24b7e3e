/// The closed texts of a tool that no enumeration of the library can list.
public struct ToolVocabularies: Sendable {
    /// Its commands, registered once from the command tree: `build`, `telemetry-show`.
    public let commands: Vocabulary
    /// The phases of a run.
    public let phases: Vocabulary
    /// The kinds of its documents.
    public let kinds: Vocabulary
    /// The codes of its diagnostics.
    public let codes: Vocabulary
    /// The states that a database reports errors with (SQLSTATE), for tools that speak to one.
    public let sqlStates: Vocabulary?

    /// Gathers a tool's vocabularies. What every tool has (`help`, `completion`, `unparsed`; the kind `cli-command`) is
    /// added.
    public init(
        commands: Vocabulary, phases: Vocabulary, kinds: Vocabulary, codes: Vocabulary, sqlStates: Vocabulary? = nil
    ) {
        self.commands = Vocabulary(registering: commands.texts + ["help", "completion", "unparsed"])
        self.phases = phases
        self.kinds = Vocabulary(registering: ["cli-command"] + kinds.texts)
        self.codes = codes
        self.sqlStates = sqlStates
    }
}
