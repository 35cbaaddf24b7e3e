internal import TelemetryRecording

extension TelemetryTool {
    /// Describes a tool by what is its own; all else is as every tool has it: one `cli-command` document for each
    /// recorded invocation, with the spans that lie in no other as its phases.
    ///
    /// ```swift
    /// TelemetryTool(name: "logstat", version: Version(1, 0), folder: ".logstat", commands: commandVocabulary, facts: Facts())
    /// ```
    ///
    /// - Parameters:
    ///   - name: Its name, as people type it.
    ///   - version: Its version.
    ///   - schemaVersion: The version of its `cli-command` schema: raised when a field of `extras` changes its meaning.
    ///   - folder: One component that begins with a dot: documents lie in `telemetry/` below it, the key in `private/`.
    ///   - projectFile: The file that makes a folder a project; see ``projectFile``.
    ///   - commands: Its commands; `TelemetryRoot.commandVocabulary` takes them from the command tree.
    ///   - phases: The names of the spans that are phases of a run; others are written as `other`, and counted.
    ///   - facts: The facts of a run that has told nothing yet.
    ///   - errors: Where the facts hold the code that the run failed with.
    ///   - checkFailedCode: The exit code by which it says that a check said no.
    ///   - extras: What it adds to the envelope.
    ///   - documents: Its own kinds.
    ///   - knownNames: The names that a project has now, for `--reveal`.
    public init<Extras>(
        name: StaticString, version: Version, schemaVersion: Int = 1, folder: String, projectFile: String? = nil,
        commands: Vocabulary, phases: Vocabulary = Vocabulary([StaticString]()), facts: Facts,
        errors: ToolErrors<Facts> = .none, checkFailedCode: Int? = nil, extras: ToolExtras<Facts, Extras>,
        documents: [ToolDocument<Facts>] = [],
        knownNames: @escaping @Sendable (_ projectRoot: String) -> [KnownName] = { _ in [] }
    ) {
        let vocabularies = ToolVocabularies(
            commands: commands, phases: phases, kinds: Vocabulary(documents.map(\.name)), codes: errors.codes)
        let catalogue = ToolCatalogue(
            tool: name, version: version, vocabularies: vocabularies, exampleExtras: extras.examples(), extras.fields)
        let command = DocumentType.command(
            vocabularies, version: schemaVersion, examples: CommandBody.examples(vocabularies), [Field<NoFields>]())
        @Sendable func envelope(_ moment: RunMoment, _ facts: Facts) -> Envelope {
            Envelope(moment, code: errors.code(facts, vocabularies.codes), phases: vocabularies.phases)
        }
        self.init(
            name: "\(name)", folder: folder, projectFile: projectFile,
            catalogue: DocumentCatalogue([catalogue.kind(command)] + documents.map { $0.describe(in: catalogue) }),
            commands: vocabularies.commands, facts: facts, checkFailedCode: checkFailedCode,
            documents: RunDocuments(
                command: { moment, facts in
                    catalogue.encode(
                        CommandBody(moment, vocabularies), as: command, envelope: envelope(moment, facts),
                        extras: extras.make(moment, facts))
                },
                others: { moment, facts in
                    let (envelope, own) = (envelope(moment, facts), extras.make(moment, facts))
                    return documents.compactMap { $0.encode(moment, facts, envelope, own, in: catalogue) }
                }),
            knownNames: knownNames)
    }

    /// Describes a tool that adds nothing to the envelope.
    public init(
        name: StaticString, version: Version, schemaVersion: Int = 1, folder: String, projectFile: String? = nil,
        commands: Vocabulary, phases: Vocabulary = Vocabulary([StaticString]()), facts: Facts,
        errors: ToolErrors<Facts> = .none, checkFailedCode: Int? = nil, documents: [ToolDocument<Facts>] = [],
        knownNames: @escaping @Sendable (_ projectRoot: String) -> [KnownName] = { _ in [] }
    ) {
        self.init(
            name: name, version: version, schemaVersion: schemaVersion, folder: folder, projectFile: projectFile,
            commands: commands, phases: phases, facts: facts, errors: errors, checkFailedCode: checkFailedCode,
            extras: ToolExtras(examples: [NoFields()], []) { _, _ in NoFields() }, documents: documents,
            knownNames: knownNames)
    }
}

extension TelemetryTool where Facts == NoFields {
    /// Describes a tool of which nothing is recorded but what every tool has.
    public init(
        name: StaticString, version: Version, folder: String, projectFile: String? = nil, commands: Vocabulary,
        phases: Vocabulary = Vocabulary([StaticString]())
    ) {
        self.init(
            name: name, version: version, folder: folder, projectFile: projectFile, commands: commands, phases: phases,
            facts: NoFields())
    }
}

extension Envelope {
    /// The envelope of a run of a tool that tells its errors by code.
    fileprivate init(_ moment: RunMoment, code: Term?, phases: Vocabulary) {
        self.init(
            moment, error: code.map { RunError(code: $0, phase: moment.recording?.lastPhase(names: phases)) },
            // Where no phase has a name, there is no place for one.
            unread: { phases.isEmpty ? $0.spans.count : 0 })
    }
}

extension CommandBody where Given == NoFields {
    /// What every tool's document says of a run.
    fileprivate init(_ moment: RunMoment, _ vocabularies: ToolVocabularies) {
        self.init(
            phases: moment.recording?.phases(names: vocabularies.phases) ?? [],
            resources: moment.outcome == .unfinished ? nil : .current(directory: moment.directory),
            documents: moment.documents.map { vocabularies.kinds.term(named: $0) })
    }

    /// A body with every field.
    fileprivate static func examples(_ vocabularies: ToolVocabularies) -> [CommandBody] {
        [
            CommandBody(
                phases: vocabularies.phases.texts.prefix(3).enumerated().map { place, name in
                    Phase(
                        name: vocabularies.phases.term(named: name), start: .milliseconds(place * 40),
                        duration: .milliseconds(38))
                },
                resources: ResourceUse(
                    userCPU: .microseconds(91_240), systemCPU: .microseconds(12_070), peakMemoryBytes: 18_874_368,
                    bytesRead: 4_210_688, bytesWritten: 16_384, availableParallelism: 8, memoryClass: .upTo16GiB,
                    fileSystem: Closed(.ext4), buildMode: .release),
                documents: vocabularies.kinds.texts.dropFirst().map { vocabularies.kinds.term(named: $0) },
                diagnostics: vocabularies.codes.texts.prefix(1).map { code in
                    DiagnosticCount(code: vocabularies.codes.term(named: code), severity: .error, count: 1)
                })
        ]
    }
}
