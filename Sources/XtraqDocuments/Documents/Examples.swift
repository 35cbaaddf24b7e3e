import Diagnostics
import LocalTelemetry
import TelemetryRecording

// One run of `xtraq` in a project of 41 queries, of which one had changed: what `schema --example` prints.

extension Pseudonym {
    /// A digest that is of nothing.
    static func example(_ seed: UInt64) -> Pseudonym {
        var generator = ExampleDigits(state: seed)
        return Pseudonym(example: (generator.next(), generator.next(), generator.next(), generator.next()))
    }
}

/// Digits that look like a digest's and are the same every time.
private struct ExampleDigits {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
}

extension Switches {
    static var example: Switches {
        var switches = Switches()
        switches.projectRoot = .example(1)
        switches.procedureFilter = .example(2)
        return switches
    }
}

extension CommandBody where Given == XtraqCommand {
    static func examples(_ vocabularies: ToolVocabularies) -> [CommandBody] {
        func phase(_ name: RunPhase, _ start: Int, _ duration: Int) -> Phase {
            Phase(
                name: vocabularies.phases.term(name), start: .microseconds(start), duration: .microseconds(duration))
        }
        let run = CommandBody(
            phases: [
                phase(.configuration, 412, 1_204), phase(.snapshot, 1_690, 141_873), phase(.build, 143_611, 38_240),
                phase(.output, 181_902, 310),
            ],
            resources: ResourceUse(
                userCPU: .microseconds(131_208), systemCPU: .microseconds(24_117), peakMemoryBytes: 21_364_736,
                bytesRead: 1_843_201, bytesWritten: 48_310, availableParallelism: 8, memoryClass: .upTo16GiB,
                fileSystem: Closed(.ext4), buildMode: .release),
            documents: [DocumentKind.snapshot, .build, .summary].map { vocabularies.kinds.term($0) },
            diagnostics: [
                DiagnosticCount(
                    code: vocabularies.codes.term(DiagnosticCode.configurationPassword), severity: .warning, count: 1)
            ],
            given: XtraqCommand())
        var initialise = run
        initialise.given = XtraqCommand(
            given: InitGiven(module: true, connection: false, schemas: false, force: false))
        return [run, initialise]
    }
}

extension SnapshotBody {
    static var example: SnapshotBody {
        var body = SnapshotBody()
        let names = Vocabulary(SnapshotPhase.self)
        func phase(_ name: SnapshotPhase, _ start: Int, _ duration: Int) -> Phase {
            Phase(name: names.term(name), start: .microseconds(start), duration: .microseconds(duration))
        }
        body.engine = EngineFacts(
            name: .sqlite, version: Version(3, 40), connection: .memory, connect: .microseconds(190),
            roundTrip: .microseconds(12))
        body.phases = [
            phase(.plan, 1_702, 6_415), phase(.connect, 8_130, 190), phase(.schema, 8_340, 12_877),
            phase(.read, 21_240, 9_102), phase(.analyse, 30_361, 104_518), phase(.write, 134_902, 8_604),
        ]
        body.objects = .example
        body.planner = .example
        body.inference.columns.declared = 188
        body.inference.columns.annotated = 31
        body.inference.parameters.annotated = 74
        body.operations = [
            .example(.prepare, milliseconds: [0.412, 0.655, 98.204]),
            .example(.tableInfo, milliseconds: [0.071, 0.066, 0.069, 0.084], rows: 46),
            .example(.writeFile, milliseconds: [1.92, 2.115, 2.204]),
        ]
        body.slowest = [
            SlowStatement(
                operation: Closed(.prepare), procedure: .example(3), statement: .example(4),
                duration: .microseconds(98_204), rows: 0, parameterCount: 2, columnCount: 7, length: .upTo1024)
        ]
        body.files = FileCounts(written: 3, unchanged: 12, removed: 0, bytesWritten: 18_422)
        return body
    }
}

extension ObjectCounts {
    fileprivate static var example: ObjectCounts {
        var objects = ObjectCounts()
        objects.procedures = 41
        objects.parameters = 74
        objects.columns = 219
        objects.tables = 12
        objects.skipped = [Skipped(reason: Closed(.annotation), count: 1)]
        return objects
    }
}

extension BuildBody {
    static var example: BuildBody {
        var body = BuildBody()
        let names = Vocabulary(BuildPhase.self)
        func phase(_ name: BuildPhase, _ start: Int, _ duration: Int) -> Phase {
            Phase(name: names.term(name), start: .microseconds(start), duration: .microseconds(duration))
        }
        body.phases = [
            phase(.load, 143_620, 9_311), phase(.plan, 152_950, 2_006), phase(.render, 154_980, 19_225),
            phase(.write, 174_230, 7_533),
        ]
        body.planner = .example
        body.planner.reasons = [.init(reason: Closed(.snapshotChanged), roots: 3, cascaded: 0)]
        body.operations = [
            .example(.renderFile, milliseconds: [5.902, 6.311, 7.012]),
            .example(.writeFile, milliseconds: [2.31, 2.402, 2.455]),
        ]
        var category = Category(name: .procedures)
        category.files = 9
        category.bytes = 61_840
        category.duration = .microseconds(14_212)
        category.written = 3
        category.unchanged = 6
        body.categories = [category]
        body.largest = [
            LargeFile(file: .example(5), category: Closed(.procedures), bytes: 17_204),
            LargeFile(file: .example(6), category: Closed(.rowTypes), bytes: 9_118),
        ]
        body.files = FileCounts(written: 3, unchanged: 9, removed: 0, bytesWritten: 29_888)
        return body
    }
}

extension SummaryBody {
    static var examples: [SummaryBody] {
        let total = Duration.microseconds(184_320)
        let worked = SummaryBody(
            snapshot: SnapshotFigures(SnapshotBody.example), build: BuildFigures(BuildBody.example), total: total)
        var (snapshot, build) = (SnapshotBody(), BuildBody())
        snapshot.planner.considered = 41
        snapshot.planner.reused = 41
        build.planner = snapshot.planner
        let warm = SummaryBody(
            snapshot: SnapshotFigures(snapshot), build: BuildFigures(build), total: .microseconds(9_412))
        return [worked, warm]
    }
}
