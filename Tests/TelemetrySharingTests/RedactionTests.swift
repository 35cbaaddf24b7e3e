@testable import LocalTelemetry
import TelemetryRecording
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@testable import TelemetrySharing

/// What leaves of a document, whatever it holds.
@Suite struct RedactionTests {
    private static let start = Timestamp(millisecondsSince1970: 1_772_439_342_307)
    private static let run = RunIdentifier(high: 0xABCD_0123_4567_89AB, low: 0xFEDC_BA98_7654_3210)

    private struct Redacted {
        var source: DocumentValue
        var value: DocumentValue
        var json: [UInt8]
        var plan: RedactionPlan
    }

    /// Random documents of all kinds with what leaves of them.
    private func redacted(
        seed: UInt64, level: RedactionLevel, bundle: String = String(repeating: "0", count: 32)
    ) throws -> [Redacted] {
        var random = RandomDocuments(seed: seed)
        return try xtraq.kinds.descriptions.map { description in
            let (_, json) = random.document(description, run: Self.run, start: Self.start)
            let document = try DocumentReader([description]).read(json)
            let plan = RedactionPlan(description, level: level)
            var redactor = Redactor(
                key: BundleKey(key(), bundle: bundle),
                first: Timestamp(millisecondsSince1970: Self.start.millisecondsSince1970 - 90 * 60_000), level: level)
            let redacted = redactor.redact(document, ordinal: 7, plan: plan)
            let value = try #require(redacted, "seed \(seed)")
            return Redacted(
                source: document.values, value: value, json: DocumentJSON().document(value), plan: plan)
        }
    }

    @Test(arguments: RedactionLevel.allCases)
    func leavesWhatItsSchemaSays(level: RedactionLevel) throws {
        for seed in UInt64(0)..<40 {
            for item in try redacted(seed: seed, level: level) {
                let found = DocumentValidator(item.plan.target).look(at: item.json)
                #expect(found.objections == [], "seed \(seed)")
                #expect(found.head.run == "7" && found.head.start == (level == .standard ? "90" : "0"))
            }
        }
        // The same by a validator that is not ours.
        for item in try redacted(seed: 1, level: level) {
            let schema = item.plan.target.schema()
            #expect(try SchemaValidator.shared.violations(of: item.json, schema: schema) == [])
        }
    }

    @Test func twoBundlesShareNothingThatNamesAnything() throws {
        let fixed = FixedTexts(xtraq.kinds.descriptions)
        func names(_ json: [UInt8]) throws -> Set<String> {
            var names: Set<String> = []
            try fixed.others(in: json, isToken: { _ in false }) { text, _ in names.insert(text) }
            return names
        }
        for seed in UInt64(0)..<20 {
            let first = try redacted(seed: seed, level: .standard)
            let second = try redacted(seed: seed, level: .standard, bundle: String(repeating: "1", count: 32))
            for (left, right) in zip(first, second) {
                let (one, other) = (try names(left.json), try names(right.json))
                #expect(one.isDisjoint(with: other), "seed \(seed)")
                let disk = String(decoding: DocumentJSON().document(left.source), as: UTF8.self)
                for name in one.union(other) { #expect(!disk.contains(name.suffix(8)), "seed \(seed)") }
                let text = String(decoding: left.json, as: UTF8.self)
                #expect(!text.contains(Self.run.text) && !text.contains("2026-"))
            }
        }
    }

    @Test func strictHoldsNoTokenListOfItemsOrSize() throws {
        for seed in UInt64(0)..<20 {
            for item in try redacted(seed: seed, level: .strict) {
                let text = String(decoding: item.json, as: UTF8.self)
                for name in [
                    "Hash\"", "slowest", "largest", "ytes", "histogram", "startMs", "memoryClass", "fileSystem",
                ] {
                    #expect(!text.contains(name), "\(name), seed \(seed)")
                }
            }
        }
    }

    /// What can be added, subtracted or joined in a bundle tells no figure finer than the figure's own rounding would.
    @Test func noSumIsFinerThanItsLevel() {
        for seed in UInt64(0)..<400 {
            var generator = SeededGenerator(seed: seed)
            let most = [4, 30, 99, 400].randomElement(using: &generator) ?? 30
            let values = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                Int.random(in: 0...most, using: &generator)
            }
            let grains = FigureGroups.grains(of: values, .twoDigits)
            for subset in 1..<(1 << values.count) {
                let places = values.indices.filter { subset >> $0 & 1 == 1 }
                let sum = places.reduce(0) { $0 + values[$1] }
                let coarsest = places.map { grains[$0] }.max() ?? 1
                #expect(coarsest >= Rounding.grain(twoDigitsOf: sum), "\(values), seed \(seed)")
            }
            for (value, grain) in zip(values, grains) {
                let rounded = FigureGroups.Rounder.twoDigits.round(value, to: grain)
                #expect(rounded % grain == 0 && Rounding.twoDigits(rounded) == rounded, "\(value), seed \(seed)")
                #expect((value == 0) == (rounded == 0))
            }
        }
    }

    /// The same of powers of two, by how many values could stand behind what a bundle shows: whoever knows all grains
    /// knows of a sum at least one summand no finer than the level would tell the sum.
    @Test(arguments: [FigureGroups.Rounder.twoDigits, .powerOfTwo])
    func whatStandsBehindASumIsAsWideAsItsLevel(rounder: FigureGroups.Rounder) {
        func width(_ shown: Int, _ grain: Int) -> Int {
            shown == 0 ? 1 : (1...(shown * 2 + grain)).count { rounder.round($0, to: grain) == shown }
        }
        for seed in UInt64(0)..<60 {
            var generator = SeededGenerator(seed: seed)
            let most = [2, 30, 400].randomElement(using: &generator) ?? 30
            let values = (0..<Int.random(in: 2...7, using: &generator)).map { _ in
                Int.random(in: 0...most, using: &generator)
            }
            let grains = FigureGroups.grains(of: values, rounder)
            let widths = values.indices.map { width(rounder.round(values[$0], to: grains[$0]), grains[$0]) }
            for subset in 1..<(1 << values.count) {
                let places = values.indices.filter { subset >> $0 & 1 == 1 }
                let sum = places.reduce(0) { $0 + values[$1] }
                let known = places.map { widths[$0] }.max() ?? 1
                #expect(
                    known >= min(rounder.grain(sum), width(rounder.round(sum, to: 1), 1)), "\(values), seed \(seed)")
            }
        }
    }

    /// No number in a bundle is finer than its level, by an arithmetic that is not the product's.
    @Test(arguments: RedactionLevel.allCases) func noFigureIsFinerThanItsLevel(level: RedactionLevel) throws {
        func isFine(_ number: Double, digits: Int) -> Bool {
            let text = String(Int(number.rounded()))
            return text.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count > digits
        }
        func visit(_ value: DocumentValue, _ fields: [FieldShape], _ kind: String) {
            for field in fields {
                guard let own = value[field.name] else { continue }
                let place = "\(kind).\(field.name)"
                switch own {
                case .count(let count) where field.kind == .count || field.kind == .bytes:
                    if level == .strict || field.name == "availableParallelism" {
                        #expect(count & (count - 1) == 0, "\(place) \(count)")
                    } else if !["schemaVersion", "minimumReader", "exitCode"].contains(field.name) {
                        #expect(!isFine(Double(count), digits: 2), "\(place) \(count)")
                    }
                case .milliseconds(let time) where level == .strict:
                    #expect(
                        !isFine(time * 1000, digits: 2) || Int(time * 1000).nonzeroBitCount == 1, "\(place) \(time)")
                case .object: visit(own, field.children, place)
                case .list(let items): for item in items { visit(item, field.children, place) }
                default: break
                }
            }
        }
        for seed in UInt64(100)..<130 {
            for item in try redacted(seed: seed, level: level) {
                visit(
                    item.value,
                    item.plan.target.fields.filter { !["schemaVersion", "minimumReader"].contains($0.name) },
                    item.plan.target.kind)
            }
        }
    }

    @Test func distributionsTellTheRoundedNumberOnly() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            var histogram = Histogram()
            for index in 0..<Int.random(in: 1...20, using: &generator) {
                histogram.add(Int.random(in: 1...900, using: &generator), at: index * 7)
            }
            let rounded = Rounding.twoDigits(histogram.count)
            #expect(histogram.scaled(to: rounded).count == rounded)
        }
        // The sum of durations beside a distribution has two digits: over the mean it would tell the number.
        for item in try redacted(seed: 5, level: .standard) {
            for operation in item.value["operations"]?.items ?? [] {
                let total = try #require(operation["totalMs"]?.number)
                let microseconds = Int((total * 1000).rounded())
                #expect(Rounding.twoDigits(microseconds) == microseconds)
                #expect(operation["histogram"]?.histogram.map { Rounding.twoDigits($0.count) == $0.count } == true)
            }
        }
    }

    @Test func listsStandInTheOrderOfTokensWhateverTheOrderOfWork() throws {
        var random = RandomDocuments(seed: 11)
        let description = xtraq.kinds.descriptions[2]
        let plan = RedactionPlan(description, level: .standard)
        let document = random.document(description, run: Self.run, start: Self.start).value
        func largest(_ order: [Int]) throws -> [UInt8] {
            let items = (0..<12).map { place in
                DocumentValue.object([
                    .init(name: "fileHash", value: .pseudonym(class: "file", digits: Self.digits(place))),
                    .init(name: "category", value: .text("support")),
                    .init(name: "bytes", value: .count(1000 * place + 77)),
                ])
            }
            guard case .object(var members) = document else { return [] }
            let place = try #require(members.firstIndex { $0.name == "largest" })
            members[place].value = .list(order.map { items[$0] })
            let read = try DocumentReader([description]).read(DocumentJSON().document(.object(members)))
            var redactor = Redactor(
                key: BundleKey(key(), bundle: String(repeating: "2", count: 32)), first: Self.start, level: .standard)
            let redacted = redactor.redact(read, ordinal: 1, plan: plan)
            return DocumentJSON().document(try #require(redacted))
        }
        let sorted = try largest(Array(0..<12))
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<10 { #expect(try largest(Array(0..<12).shuffled(using: &generator)) == sorted) }
    }

    private static func digits(_ number: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(number))
        return RunIdentifier(using: &generator).text + RunIdentifier(using: &generator).text
    }

    @Test(arguments: [
        (0, 0, 0), (7, 7, 8), (99, 99, 128), (100, 100, 128), (104, 100, 128), (105, 110, 128), (995, 1000, 1024),
        (1_234_567, 1_200_000, 1_048_576), (3, 3, 4), (5, 5, 4), (6, 6, 8), (2, 2, 2), (1, 1, 1),
    ])
    func rounds(value: Int, two: Int, power: Int) {
        #expect(Rounding.twoDigits(value) == two)
        #expect(Rounding.powerOfTwo(value) == power)
    }

    /// A declaration that would let out what must stay loosens nothing.
    @Test func noDeclarationLetsAPseudonymOut() {
        for kind in [FieldShape.Kind.pseudonym, .timestamp, .runId, .histogram] {
            var field = FieldShape("fieldHash", kind, "A field.")
            field.redaction = .keep
            for level in RedactionLevel.allCases { #expect(field.redacted(at: level) == nil) }
        }
    }
}
