import LocalTelemetry
import TelemetryRecording

// A tool that has nothing to do with databases: what an adopter of the library writes.

/// What the tool's documents say beside the common fields.
struct SampleBody: Sendable {
    enum Delimiter: String, CaseIterable, Sendable {
        case comma, tab, semicolon
    }

    struct Column: Sendable {
        var name: Pseudonym?
        var delimiter = Closed<Delimiter>(.comma)
        var duration = Duration.milliseconds(1)
        var bytes = 10
        var cells: Int? = 4
    }

    var rows = 3
    var limit: Int?
    var size = 120
    var hasHeader = true
    var isQuoted: Bool?
    var delimiter = Delimiter.comma
    var guessed: Closed<Delimiter>?
    var format = Version(1, 2)
    var writer: Version?
    var modified = Timestamp(millisecondsSince1970: 0)
    var accessed: Timestamp?
    var parse = Duration.milliseconds(2)
    var sort: Duration?
    var file = Pseudonym(example: (1, 2, 3, 4))
    var folder: Pseudonym?
    var durations = Histogram()
    var columns: [Column] = []
    var largest: Column?
}

/// What the tool adds to the envelope.
struct SampleSwitches: Sendable {
    var isStrict = false
}

enum SampleTool {
    static let column: [Field<SampleBody.Column>] = [
        .pseudonym("columnHash", \.name, class: PseudonymClass("column"), "The column's name.")
            .present("where it has one"),
        .closed("delimiter", \.delimiter, "What stands behind it."),
        .duration("durationMs", \.duration, "How long it took."),
        .bytes("bytes", \.bytes, "Its size."),
        .count("cells", \.cells, in: 1...1000, "Its cells.").present("where they were counted").since(2),
    ]

    static let fields: [Field<SampleBody>] = [
        .count("rows", \.rows, unit: .rows, "Rows of the file."),
        .count("limit", \.limit, in: 1...100, "How many were asked for.").present("where --limit was given"),
        .bytes("sizeBytes", \.size, "The size of the file."),
        .flag("hasHeader", \.hasHeader, "Whether it has a header."),
        .flag("isQuoted", \.isQuoted, "Whether its cells are quoted.").present("where it has any"),
        .closed("delimiter", \.delimiter, "What stands between cells."),
        .closed("guessed", \.guessed, "What was taken for it at first.").present("where it was guessed"),
        .version("format", \.format, "The version of the format."),
        .version("writer", \.writer, "The version of what wrote it.").present("where the file says so"),
        .timestamp("modifiedUtc", \.modified, "When it was written."),
        .timestamp("accessedUtc", \.accessed, "When it was read last.").present("where the system says so"),
        .duration("parseMs", \.parse, "How long parsing took."),
        .duration("sortMs", \.sort, "How long sorting took.").present("where it was sorted"),
        .pseudonym("fileHash", \.file, class: .file, "The file."),
        .pseudonym("folderHash", \.folder, class: .path, "The folder of the file.").present(
            "where it is not the working folder"),
        .histogram("cellDurations", \.durations, "How long single cells took."),
        .list(
            "columns", \.columns, atMost: 3, order: .slowest(\.duration), "The slowest columns.", column),
        .object("widest", \.largest, "The widest column.", column).present("where there is a column"),
    ]

    static var example: SampleBody {
        var body = SampleBody()
        body.limit = 10
        body.isQuoted = true
        body.guessed = Closed(.tab)
        body.writer = Version(7)
        body.accessed = Timestamp(millisecondsSince1970: 1_000_000_000_000)
        body.sort = .milliseconds(3)
        body.folder = Pseudonym(example: (5, 6, 7, 8))
        body.durations.add(0.5)
        body.durations.add(0)
        body.columns = [.init(name: Pseudonym(example: (9, 10, 11, 12)))]
        body.largest = body.columns[0]
        return body
    }

    static let type = DocumentType(
        kind: "statistics", version: 2, firstVersion: 1, purpose: "One for each file.", examples: [example],
        fields)

    static let vocabularies = ToolVocabularies(
        commands: Vocabulary(["count", "sort"]), phases: Vocabulary(["parse", "print"]),
        kinds: Vocabulary(["statistics"]), codes: Vocabulary(["E1", "E2"]))

    static let catalogue = ToolCatalogue(
        tool: "csvstat", version: Version(0, 9), vocabularies: vocabularies, exampleExtras: [SampleSwitches()],
        [.flag("strict", \.isStrict, "Whether --strict was given.")])

    static let resources = ResourceUse(
        userCPU: .milliseconds(1), systemCPU: .milliseconds(2), peakMemoryBytes: 3, bytesRead: 4, bytesWritten: 5,
        availableParallelism: 6, memoryClass: .upTo8GiB, fileSystem: .other, buildMode: .debug)

    static let command = DocumentType<CommandBody<NoFields>>.command(
        vocabularies, version: 1,
        examples: [
            CommandBody(
                phases: [Phase(name: vocabularies.phases.term(named: "parse"), start: .zero, duration: .seconds(1))],
                resources: resources, documents: [vocabularies.kinds.term(named: "statistics")],
                diagnostics: [.init(code: vocabularies.codes.term(named: "E1"), severity: .note, count: 1)])
        ], [])

    static let kinds = DocumentCatalogue([catalogue.kind(command), catalogue.kind(type)])

    /// An envelope of a run that succeeded.
    static var envelope: Envelope {
        Envelope(
            runId: RunIdentifier(high: 1, low: 2), timestamp: Timestamp(millisecondsSince1970: 1_772_439_342_307),
            command: vocabularies.commands.term(named: "count"),
            platform: Platform(
                runtimeIdentifier: Closed(.linuxX64), operatingSystem: Closed(named: "debian"),
                operatingSystemVersion: Version("12")),
            outcome: .success, exitCode: 0, duration: .milliseconds(7))
    }

    static func encode(_ body: SampleBody, counts: EncodingCounts = EncodingCounts()) -> EncodedDocument {
        var envelope = envelope
        envelope.counts = counts
        return catalogue.encode(body, as: type, envelope: envelope, extras: SampleSwitches())
    }
}
