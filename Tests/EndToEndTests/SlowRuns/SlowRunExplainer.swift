import LocalTelemetry
import TelemetryRecording
import TelemetryReport
import XtraqDocuments

/// Finds out why the newest run of a folder of documents was slow. It sees the documents and nothing else: no source, no
/// log, no key.
///
/// Each possible cause is priced in milliseconds from the figures of the run and of the runs before it; the dearest is
/// the explanation.
struct SlowRunExplainer {
    /// What can make a run slow.
    enum Cause: String, Sendable, CaseIterable {
        /// Each file takes long to write.
        case slowDisk
        /// One statement takes most of the database's time.
        case slowStatement
        /// What was known was done again.
        case cachingOff
        /// There is much more to do than before.
        case moreObjects
    }

    /// The causes with what each cost, dearest first.
    let costs: [(cause: Cause, milliseconds: Double)]

    /// The dearest cause; `nil` where none cost a twentieth of the run.
    var cause: Cause? {
        costs.first { $0.milliseconds > total / 20 }?.cause
    }

    private let total: Double

    init?(documentsIn directory: String) {
        let descriptions = XtraqCatalogue(version: Version(1), commands: Vocabulary(["run"])).kinds.descriptions
        let runs = RunCollection([directory], reader: DocumentReader(descriptions)).runs
        guard let slow = runs.first.flatMap({ Figures($0) }) else { return nil }
        let before = runs.dropFirst().compactMap { Figures($0) }
        total = slow.total
        let known = before.first
        costs = [
            (.slowDisk, Self.disk(slow, known)), (.slowStatement, Self.statement(slow, known)),
            (.cachingOff, slow.isForced ? slow.work : 0), (.moreObjects, Self.objects(slow, known)),
        ].sorted { $0.1 > $1.1 }
    }

    /// What writing took beyond what as many files took before.
    private static func disk(_ slow: Figures, _ known: Figures?) -> Double {
        guard slow.filesWritten > 0 else { return 0 }
        let usual = known.flatMap { $0.filesWritten > 0 ? $0.writing / Double($0.filesWritten) : nil } ?? 0.5
        return slow.writing - usual * Double(slow.filesWritten)
    }

    /// What the slowest statement took beyond what statements usually take: in the run before where that prepared any, since
    /// the slow one can be the only one of its run.
    private static func statement(_ slow: Figures, _ known: Figures?) -> Double {
        let usual = known?.usualStatement ?? slow.usualStatement ?? 0
        return slow.slowestStatement > 20 * usual ? slow.slowestStatement - usual : 0
    }

    /// The share of the work that is there because there are more objects.
    private static func objects(_ slow: Figures, _ known: Figures?) -> Double {
        guard let known, known.objects > 0, slow.objects > 2 * known.objects else { return 0 }
        return slow.work * (1 - Double(known.objects) / Double(slow.objects))
    }

    /// What the explanation needs of one run.
    private struct Figures {
        /// The whole run.
        var total: Double
        /// Queries in the snapshot.
        var objects: Int
        /// Analysing and generating, writing aside.
        var work: Double
        /// Writing files.
        var writing: Double
        var filesWritten: Int
        /// Whether what was known was done again because somebody said so.
        var isForced: Bool
        var slowestStatement: Double
        /// `nil` where none was prepared.
        var usualStatement: Double?

        init?(_ run: RunRecord) {
            guard let snapshot = run.document("snapshot")?.values else { return nil }
            let build = run.document("build")?.values
            total = run.main.durationMs ?? 0
            objects = snapshot["objects"]?["procedures"]?.integer ?? 0
            (writing, filesWritten, work) = (0, 0, 0)
            isForced = false
            for document in [snapshot, build].compactMap(\.self) {
                for operation in document["operations"]?.items ?? [] where operation["name"]?.text == "writeFile" {
                    writing += operation["totalMs"]?.number ?? 0
                    filesWritten += operation["count"]?.integer ?? 0
                }
                for phase in document["phases"]?.items ?? [] where phase["name"]?.text != "write" {
                    work += phase["durationMs"]?.number ?? 0
                }
                for reason in document["planner"]?["reasons"]?.items ?? [] where reason["reason"]?.text == "forced" {
                    isForced = isForced || (reason["roots"]?.integer ?? 0) > 0
                }
            }
            slowestStatement = snapshot["slowest"]?.items.first?["durationMs"]?.number ?? 0
            let prepare = snapshot["operations"]?.items.first { $0["name"]?.text == "prepare" }
            usualStatement = prepare?["histogram"]?.histogram?.percentile(0.5)
        }
    }
}
