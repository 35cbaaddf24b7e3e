extension DocumentType {
    /// The kind `cli-command` of a tool: what every tool's has, and what it adds.
    ///
    /// - Parameters:
    ///   - vocabularies: The tool's closed texts.
    ///   - version: The version of its schema.
    ///   - examples: Bodies that together have every optional field.
    ///   - exampleCommand: The command that the example is of.
    ///   - exampleDuration: How long the example's run took.
    ///   - given: The tool's own fields.
    /// - Returns: The kind.
    public static func command<Given>(
        _ vocabularies: ToolVocabularies, version: Int,
        examples: @autoclosure @escaping @Sendable () -> [CommandBody<Given>], exampleCommand: StaticString? = nil,
        exampleDuration: Duration = .milliseconds(250), _ given: [Field<Given>]
    ) -> DocumentType where Body == CommandBody<Given> {
        // What a tool has no words for is no field of its documents.
        var fields: [Field<Body>] = []
        if !vocabularies.phases.isEmpty {
            fields.append(
                .list(
                    "phases", \.phases, atMost: 64, "The phases that finished, in the order of their beginning.",
                    Phase.fields(vocabularies.phases)))
        }
        fields.append(
            .object(
                "resources", \.resources, "What the run used of the machine.", ResourceUse.fields
            ).present("once the run has ended"))
        fields.append(
            .list(
                "documents", \.documents, of: vocabularies.kinds, atMost: 32,
                "The kinds of the run's other documents."))
        if !vocabularies.codes.isEmpty {
            fields.append(
                .list(
                    "diagnostics", \.diagnostics, atMost: 64, "What the run had to say about its input, by code.",
                    [
                        .closed("code", \.code, of: vocabularies.codes, "Which diagnostic, by its documented code."),
                        .closed("severity", \.severity, "How bad it was."),
                        .count("count", \.count, "How often it was reported."),
                    ]))
        }
        for field in given { fields.append(field.lifted(\.given)) }
        return DocumentType(
            kind: "cli-command", version: version,
            purpose:
                "One for each recorded invocation, however it ended: what ran, how long, how it ended, what it used.",
            examples: examples(), exampleCommand: exampleCommand, exampleDuration: exampleDuration,
            fields)
    }
}

extension ResourceUse {
    static let fields: [Field<ResourceUse>] = [
        .duration("userCpuMs", \.userCPU, "Processor time of the process itself."),
        .duration("systemCpuMs", \.systemCPU, "Processor time of the system on its behalf."),
        .bytes("peakMemoryBytes", \.peakMemoryBytes, "The largest resident size."),
        .bytes("bytesRead", \.bytesRead, "What was read by system calls, cache or not.")
            .present("where the system tells"),
        .bytes("bytesWritten", \.bytesWritten, "What was written by system calls.")
            .present("where the system tells"),
        .count("availableParallelism", \.availableParallelism, in: 1...65_536, "Processors the process may run on.")
            .redacted(.powerOfTwo, strict: .powerOfTwo),
        .closed("memoryClass", \.memoryClass, "The machine's memory, rounded up to a power of two.")
            .present("where the system tells").redacted(.keep, strict: .drop),
        .closed("fileSystem", \.fileSystem, "What the project lies on.")
            .present("where the run is recorded on a disk").redacted(.keep, strict: .drop),
        .closed("buildMode", \.buildMode, "How the tool was built."),
    ]
}
