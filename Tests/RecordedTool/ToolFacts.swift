#if TelemetryCommands
import LocalTelemetry
import TelemetryCommands
import TelemetryRecording

/// What the tool's commands tell of themselves.
struct ToolFacts: Sendable {
    var isThorough = false
    var worksOn: String?
    var filter: [String] = []
    var bigItems = 0
}

/// What the tool adds to each document.
struct ToolExtras: Sendable {
    var isThorough: Bool
    var projectRoot: Pseudonym?
    var file: Pseudonym?
    var filter: Pseudonym?

    static let fields: [Field<ToolExtras>] = [
        .flag("thorough", \.isThorough, "Whether the work is done twice."),
        .pseudonym("projectRootHash", \.projectRoot, class: .path, "Where the project lies.")
            .present("where the run was in a project"),
        .pseudonym("fileHash", \.file, class: .file, "What the work is done on.").present("where a file was named"),
        .pseudonym("filterHash", \.filter, class: .filter, "What the work is restricted to.")
            .present("where --filter was given"),
    ]
}

/// A document as large as a test wants it.
struct BigBody: Sendable {
    struct Item: Sendable {
        var index: Int
        var file: Pseudonym
    }

    var items: [Item]
}

/// The tool's documents.
enum ToolDocuments {
    enum Kind: String, Sendable, CaseIterable { case big, small }
    enum Phase: String, Sendable, CaseIterable { case read, write }
    enum Code: String, Sendable, CaseIterable { case failed = "T0001" }

    static func tool(commands: Vocabulary) -> TelemetryTool<ToolFacts> {
        let vocabularies = ToolVocabularies(
            commands: commands, phases: Vocabulary(Phase.self), kinds: Vocabulary(Kind.self),
            codes: Vocabulary(Code.self))
        let catalogue = ToolCatalogue(
            tool: "recorded-tool", version: Version(1, 2, 3), vocabularies: vocabularies,
            exampleExtras: [ToolExtras(isThorough: false)], ToolExtras.fields)
        let command = DocumentType.command(vocabularies, version: 1, examples: [CommandBody(given: NoFields())], [])
        let big = DocumentType(
            kind: "big", version: 1, purpose: "A large one.", examples: [BigBody(items: [])],
            [
                .list(
                    "items", \BigBody.items, atMost: 5000, order: .largest(\.index), "Items.",
                    [
                        .count("index", \.index, "Which."),
                        .pseudonym("fileHash", \.file, class: .file, "Of which file."),
                    ])
            ])
        let small = DocumentType(
            kind: "small", version: 1, purpose: "A small one.", examples: [NoFields()], [Field<NoFields>]())
        @Sendable func envelope(_ moment: RunMoment) -> Envelope {
            Envelope(
                runId: moment.runId, timestamp: moment.start, command: moment.command, platform: moment.platform,
                outcome: moment.outcome, exitCode: moment.exitCode, signal: moment.signal, duration: moment.duration,
                counts: EncodingCounts(droppedSpans: moment.recording?.droppedSpans ?? 0))
        }
        @Sendable func extras(_ moment: RunMoment, _ facts: ToolFacts) -> ToolExtras {
            ToolExtras(
                isThorough: facts.isThorough,
                projectRoot: moment.projectRoot.map { moment.hasher.pseudonym(.path, of: $0) },
                file: facts.worksOn.map { moment.hasher.pseudonym(.file, of: $0) },
                filter: moment.hasher.pseudonym(ofFilter: facts.filter))
        }
        return TelemetryTool(
            name: "recorded-tool", folder: ".tool", projectFile: ".toolconfig",
            catalogue: DocumentCatalogue([catalogue.kind(command), catalogue.kind(big), catalogue.kind(small)]),
            commands: vocabularies.commands, facts: ToolFacts(), checkFailedCode: 4,
            documents: RunDocuments(
                command: { moment, facts in
                    let phases = (moment.recording?.spans ?? []).compactMap { span in
                        span.durationNanoseconds.map {
                            LocalTelemetry.Phase(
                                name: vocabularies.phases.term(named: span.name),
                                start: .nanoseconds(Int64(clamping: span.startNanoseconds)),
                                duration: .nanoseconds(Int64(clamping: $0)))
                        }
                    }
                    let body = CommandBody(
                        phases: phases,
                        resources: moment.outcome == .unfinished ? nil : .current(directory: moment.directory),
                        documents: moment.documents.map { vocabularies.kinds.term(named: $0) })
                    return catalogue.encode(
                        body, as: command, envelope: envelope(moment), extras: extras(moment, facts))
                },
                others: { moment, facts in
                    let items = (0..<facts.bigItems).map { index in
                        BigBody.Item(index: index, file: moment.hasher.pseudonym(.file, of: "file \(index)"))
                    }
                    return [
                        catalogue.encode(
                            BigBody(items: items), as: big, envelope: envelope(moment), extras: extras(moment, facts)),
                        catalogue.encode(
                            NoFields(), as: small, envelope: envelope(moment), extras: extras(moment, facts)),
                    ]
                }),
            // What a project of this tool would have: the first of its files, and one that is named to deceive.
            knownNames: { _ in [KnownName(.file, "file 0"), KnownName(.file, "a\u{1B}[2Jb")] })
    }
}
#endif
