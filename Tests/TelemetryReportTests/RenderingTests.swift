import Diagnostics
import LocalTelemetry
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@Suite struct RenderingTests {
    private func run(_ documents: [EncodedDocument]) throws -> RunRecord {
        let folder = try TemporaryFolder()
        try Samples.write(documents, to: folder)
        return try #require(RunCollection([folder.path], reader: reader).runs.first)
    }

    @Test(arguments: [
        ("show.wide.txt", TextStyle(width: 120, isColoured: false, isUnicode: true)),
        ("show.narrow.txt", TextStyle(width: 80, isColoured: false, isUnicode: true)),
        ("show.ascii.txt", TextStyle(width: 80, isColoured: false, isUnicode: false)),
        ("show.colour.txt", TextStyle(width: 100, isColoured: true, isUnicode: true)),
    ])
    func showsAWholeRun(name: String, style: TextStyle) throws {
        let text = RunRenderer(xtraq.kinds.descriptions, style: style).render(try run(Samples.examples))
        expectGolden(text, name)
        let widest = text.split(separator: "\n").map(\.count).max() ?? 0
        #expect(style.isColoured || widest <= style.width)
        let isASCII = text.allSatisfy { $0.isASCII }
        #expect(style.isUnicode || isASCII)
    }

    @Test func showsFailuresInterruptionsAndUnfinishedRuns() throws {
        let codes = xtraq.tool.vocabularies.codes
        let phases = xtraq.tool.vocabularies.phases
        let failure = Samples.command(
            run: 1, minute: 0, outcome: .failure, exitCode: 1,
            error: RunError(code: codes.term(DiagnosticCode.filterNoMatch), phase: phases.term(RunPhase.snapshot)))
        let check = Samples.command(run: 2, minute: 0, outcome: .checkFailed, exitCode: 4)
        let interrupted = Samples.command(
            run: 3, minute: 0, outcome: .interrupted, exitCode: 130, signal: .interrupt, duration: .seconds(75))
        let unfinished = Samples.command(run: 4, minute: 0, outcome: .unfinished, exitCode: nil, duration: nil)
        let renderer = RunRenderer(xtraq.kinds.descriptions, style: .plain)
        let texts = try [failure, check, interrupted, unfinished].map { renderer.render(try run([$0])) }
        expectGolden(texts.joined(separator: "\n"), "show.outcomes.txt")
    }

    @Test func listsRuns() throws {
        let folder = try TemporaryFolder()
        try Samples.write(Samples.examples, to: folder)
        try Samples.write(
            [
                Samples.command(run: 1, minute: 61, command: "init", duration: .seconds(3)),
                Samples.command(run: 2, minute: 120, outcome: .unfinished, exitCode: nil, duration: nil),
            ], to: folder)
        let runs = RunCollection([folder.path], reader: reader).runs
        expectGolden(RunListRenderer(style: .plain).render(runs), "list.txt")
        let json = String(decoding: DocumentJSON().list(runs), as: UTF8.self).replacing(folder.path, with: "DIR")
        expectGolden(json, "list.json")
    }

    @Test func revealsNamesAndMarksTheOthers() throws {
        let record = try run(Samples.examples)
        let document = try #require(record.document("snapshot"))
        guard case .pseudonym(_, let digits) = document.values["slowest"]?.items.first?["procedureHash"] else {
            Issue.record("no pseudonym")
            return
        }
        let revealer = Revealer(names: [digits: "shop.order\u{1B}[31mSummary"])
        let text = RunRenderer(xtraq.kinds.descriptions, style: .plain, revealer: revealer).render(record)
        #expect(text.contains("shop.order\\u{1B}[31mSummary"))
        #expect(text.contains("path:7e9170fd (no longer in the project)"))
        #expect(
            String(decoding: DocumentJSON(revealer: revealer).documents(of: record), as: UTF8.self).contains(
                "shop.order"))
    }

    @Test(arguments: [
        (0, "0 ms"), (0.0004, "0 ms"), (0.312, "0.312 ms"), (1.2, "1.20 ms"), (18.44, "18.4 ms"), (184.32, "184 ms"),
        (999.6, "1 s"), (1842, "1.84 s"), (59_949, "59.9 s"), (125_000, "2 min 05 s"), (7_380_000, "2 h 03 min"),
    ])
    func durationsReadWell(milliseconds: Double, expected: String) {
        #expect(Figures.duration(milliseconds) == expected)
    }

    @Test(arguments: [(0, "0 B"), (999, "999 B"), (18_422, "18.4 kB"), (21_364_736, "21.4 MB"), (1_000_000, "1 MB")])
    func sizesReadWell(count: Int, expected: String) {
        #expect(Figures.bytes(count) == expected)
    }

    @Test func countsHaveTheirThousandsApart() {
        #expect([0, 999, 1000, 1_234_567, -1000].map(Figures.count) == ["0", "999", "1,000", "1,234,567", "-1,000"])
    }

    @Test func escapesWhatATerminalWouldObey() {
        #expect(Escaping.visible("ordërs 表") == "ordërs 表")
        #expect(Escaping.visible("a\u{1B}[2J\u{202E}b\u{200B}\n") == "a\\u{1B}[2J\\u{202E}b\\u{200B}\\u{A}")
    }
}
