import Foundation
@testable import LocalTelemetry
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@testable import TelemetrySharing

/// How much a bundle still gives away to somebody who knows the runs or the sources: measured here, and said in
/// `docs/telemetry.md` in these figures.
@Suite struct RecognitionTests {
    private static let page = try? String(contentsOfFile: Repository.path("docs/telemetry.md"), encoding: .utf8)

    /// The page says what was measured, in these words.
    private func expectSaid(_ sentence: String) throws {
        let page = try #require(Self.page)
        let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(sentence), "docs/telemetry.md must say: \(sentence)")
    }

    // MARK: Runs

    /// A thousand runs of one project: the same counts, durations that vary by a quarter either way.
    private func runs() throws -> [TelemetryDocument] {
        var generator = SeededGenerator(seed: 1000)
        func vary(_ value: DocumentValue) -> DocumentValue {
            switch value {
            case .milliseconds(let time):
                .milliseconds((time * Double.random(in: 0.8...1.25, using: &generator) * 1000).rounded() / 1000)
            case .object(let members): .object(members.map { .init(name: $0.name, value: vary($0.value)) })
            case .list(let items): .list(items.map(vary))
            default: value
            }
        }
        let example = try #require(xtraq.kinds.kinds[1].example())
        let document = try DocumentReader(xtraq.kinds.descriptions).read(example.bytes)
        return (0..<1000).map { _ in
            var run = document
            run.values = vary(document.values)
            return run
        }
    }

    /// The durations of a document that both levels tell, as logarithms.
    private func figures(_ value: DocumentValue) -> [Double] {
        let phases = value["phases"]?.items.map { $0["durationMs"]?.number ?? 0 } ?? []
        let totals = value["operations"]?.items.map { $0["maxMs"]?.number ?? 0 } ?? []
        return ([value["durationMs"]?.number ?? 0] + phases + totals).map { log($0 + 0.001) }
    }

    /// Somebody who knows all runs exactly looks for the one whose figures are nearest.
    @Test func knownRunsAreRecognisedByTheirDurations() throws {
        let runs = try runs()
        let known = runs.map { figures($0.values) }
        var recognised: [RedactionLevel: Int] = [:]
        for level in RedactionLevel.allCases {
            let plan = RedactionPlan(xtraq.kinds.descriptions[1], level: level)
            var redactor = Redactor(
                key: .thrownAway(bundle: BundleKey.randomBundle()), first: runs[0].timestamp, level: level)
            for (place, run) in runs.enumerated() {
                let redacted = redactor.redact(run, ordinal: 1, plan: plan)
                let seen = figures(try #require(redacted))
                var (best, nearest) = (Double.infinity, -1)
                for (candidate, figures) in known.enumerated() {
                    var distance = 0.0
                    for index in seen.indices {
                        distance += abs(figures[index] - seen[index])
                        if distance >= best { break }
                    }
                    if distance < best { (best, nearest) = (distance, candidate) }
                }
                if nearest == place { recognised[level, default: 0] += 1 }
            }
        }
        try expectSaid(
            """
            of 1,000 runs of one project, somebody who has their exact figures recognises \
            \(Self.number(recognised[.standard])) in a `standard` bundle and \(Self.number(recognised[.strict])) in a \
            `strict` one by the nearest durations
            """)
    }

    // MARK: Sources

    /// Files by their sizes, and queries by what a bundle tells of their shape, to whoever has the sources.
    @Test func filesAndQueriesAreRecognisedBySizeAndShape() throws {
        var recognised: [RedactionLevel: (files: Int, queries: Int)] = [:]
        for level in RedactionLevel.allCases {
            recognised[level] = (
                files: try unique(1000, of: 2, "largest", level) { Self.file($0, &$1) },
                queries: try unique(1000, of: 1, "slowest", level) { Self.query($0, &$1) }
            )
        }
        #expect(recognised[.strict]?.files == 0 && recognised[.strict]?.queries == 0)
        try expectSaid(
            """
            whoever has the sources recognises \(Self.number(recognised[.standard]?.files)) of 1,000 generated files and \
            \(Self.number(recognised[.standard]?.queries)) of 1,000 queries in a `standard` bundle, and none in a `strict` \
            one, which holds neither
            """)
    }

    /// How many of so many items stand alone with what a bundle tells of each: a receiver who has the sources can tell
    /// which they are. All are taken to be in the bundle, which shows 25 for each run.
    private func unique(
        _ count: Int, of kind: Int, _ list: String, _ level: RedactionLevel,
        _ item: (Int, inout SeededGenerator) -> [DocumentValue.Member]
    ) throws -> Int {
        let description = xtraq.kinds.descriptions[kind]
        let plan = RedactionPlan(description, level: level)
        let example = try #require(xtraq.kinds.kinds[kind].example())
        var document = try DocumentReader([description]).read(example.bytes)
        guard case .object(var members) = document.values else { return 0 }
        let place = try #require(members.firstIndex { $0.name == list })
        var generator = SeededGenerator(seed: 2000)
        members[place].value = .list((0..<count).map { .object(item($0, &generator)) })
        document.values = .object(members)
        var redactor = Redactor(
            key: .thrownAway(bundle: BundleKey.randomBundle()), first: document.timestamp, level: level)
        let redacted = redactor.redact(document, ordinal: 1, plan: plan)
        // What does not follow from the sources: the token, and what a run measured.
        let measured = ["durationMs", "rows"]
        let shapes = try #require(redacted)[list]?.items.map { item -> [UInt8] in
            guard case .object(let members) = item else { return [] }
            return DocumentJSON().document(
                .object(
                    members.filter { member in
                        if case .pseudonym = member.value { return false }
                        return !measured.contains(member.name)
                    }))
        }
        return Dictionary(grouping: shapes ?? []) { $0 }.values.count { $0.count == 1 }
    }

    /// A generated file: four in five of rows and functions, sizes from 400 bytes to 60 kB, as many small as large ones
    /// on a logarithmic scale.
    private static func file(_ place: Int, _ generator: inout SeededGenerator) -> [DocumentValue.Member] {
        let category = ["procedures", "procedures", "rowTypes", "rowTypes", "enumerations"].randomElement(
            using: &generator)
        return [
            .init(name: "fileHash", value: .pseudonym(class: "file", digits: digits(place))),
            .init(name: "category", value: .text(category ?? "other")),
            .init(name: "bytes", value: .count(Int(exp(Double.random(in: 6...11, using: &generator))))),
        ]
    }

    /// A query: none to six parameters, one to thirty columns, both more often few than many, and a text as long as its
    /// columns and a condition make it.
    private static func query(_ place: Int, _ generator: inout SeededGenerator) -> [DocumentValue.Member] {
        let columns = Int(exp(Double.random(in: 0...3.4, using: &generator)))
        let parameters = min(Int.random(in: 0...6, using: &generator), Int.random(in: 0...6, using: &generator))
        let length = columns * 14 + Int.random(in: 20...900, using: &generator)
        return [
            .init(name: "operation", value: .text("prepare")),
            .init(name: "procedureHash", value: .pseudonym(class: "procedure", digits: digits(place))),
            .init(name: "statementHash", value: .pseudonym(class: "statement", digits: digits(place + 5000))),
            .init(name: "durationMs", value: .milliseconds(1)), .init(name: "rows", value: .count(1)),
            .init(name: "parameterCount", value: .count(parameters)),
            .init(name: "columnCount", value: .count(columns)),
            .init(name: "statementLengthClass", value: .text(LengthClass(bytes: length).rawValue)),
        ]
    }

    private static func digits(_ number: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(number))
        return RunIdentifier(using: &generator).text + RunIdentifier(using: &generator).text
    }

    private static func number(_ value: Int?) -> String {
        switch value ?? -1 {
        case 1000: "all"
        case 0: "none"
        case let number: "\(number)"
        }
    }
}
