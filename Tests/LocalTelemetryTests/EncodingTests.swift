import JSONBytes
import LocalTelemetry
import TelemetryRecording
import TestSupport
import Testing

/// What is written, and what is counted where it could not be written as it was.
@Suite struct EncodingTests {
    private let schema = SampleTool.catalogue.describe(SampleTool.type).schema()

    private func node(_ document: EncodedDocument) throws -> JSONNode {
        #expect(try SchemaValidator.shared.violations(of: document.bytes, schema: schema) == [])
        return try JSONNode.parse(document.bytes)
    }

    private func recorder(_ node: JSONNode) -> [String: Int] {
        var counts: [String: Int] = [:]
        guard case .object(let members)? = node["recorder"]?.value else { return [:] }
        for member in members { if case .integer(let count) = member.node.value { counts[member.key] = count } }
        return counts
    }

    @Test func countsWhatItClampsInTheDocumentItself() throws {
        var body = SampleTool.example
        body.rows = -1
        body.limit = 101
        body.size = .max
        body.parse = .seconds(-1)
        body.sort = .seconds(Int64.max)
        body.modified = Timestamp(millisecondsSince1970: -1)
        let node = try node(SampleTool.encode(body, counts: EncodingCounts(droppedSpans: 7, clampedValues: 10)))
        #expect(node["rows"]?.value == .integer(0))
        #expect(node["limit"]?.value == .integer(100))
        #expect(node["sizeBytes"]?.value == .integer(9_007_199_254_740_991))
        #expect(node["parseMs"]?.value == .integer(0))
        #expect(node["sortMs"]?.value == .integer(1_000_000_000_000))
        #expect(node["modifiedUtc"]?.value == .string("1970-01-01T00:00:00.000Z"))
        #expect(recorder(node)["clampedValues"] == 16)
        #expect(recorder(node)["droppedSpans"] == 7)
    }

    @Test func countsWhatItWritesAsOther() throws {
        var body = SampleTool.example
        body.guessed = Closed(named: "pipe")
        body.columns[0].delimiter = .other
        let node = try node(SampleTool.encode(body))
        #expect(node["guessed"]?.value == .string("other"))
        #expect(recorder(node)["otherValues"] == 2)
        var envelope = SampleTool.envelope
        envelope.command = SampleTool.vocabularies.commands.term(named: "frobnicate")
        let document = SampleTool.catalogue.encode(
            SampleTool.example, as: SampleTool.type, envelope: envelope, extras: SampleSwitches())
        #expect(try recorder(self.node(document))["otherValues"] == 1)
    }

    @Test func cutsListsAndCountsTheCuts() throws {
        var body = SampleTool.example
        body.columns = (0..<9).map { .init(duration: .milliseconds($0)) }
        let node = try node(SampleTool.encode(body))
        guard case .array(let items)? = node["columns"]?.value else { Issue.record("no list"); return }
        #expect(items.compactMap { $0["durationMs"]?.value } == [.integer(8), .integer(7), .integer(6)])
        #expect(recorder(node)["cutLists"] == 1)
    }

    /// Whatever the order of work or of names, a list with pseudonyms is in the order of figures, then of digits.
    @Test func ranksListsByFiguresThenByPseudonym() throws {
        let seed: UInt64 = 0x0DDE
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            var body = SampleTool.example
            body.columns = (0..<3).map { _ in
                // Nanoseconds that a document cannot show must not order it either.
                let nanoseconds =
                    Int.random(in: 0...1, using: &generator) * 1_000_000
                    + Int.random(in: 0...999, using: &generator)
                let words = (generator.next(), UInt64(0), UInt64(0), UInt64(0))
                return .init(
                    name: Bool.random(using: &generator) ? Pseudonym(example: words) : nil,
                    duration: .nanoseconds(nanoseconds))
            }
            let first = SampleTool.encode(body).bytes
            body.columns.shuffle(using: &generator)
            let names = body.columns.filter { $0.name == nil }.count
            // Items that carry no name have nothing that could be decoded, and may stand in any order.
            if names <= 1 { #expect(SampleTool.encode(body).bytes == first, "seed \(seed)") }
        }
    }

    @Test func leavesOutWhatIsAbsent() throws {
        let node = try node(SampleTool.encode(SampleBody()))
        for name in [
            "limit", "isQuoted", "guessed", "writer", "accessedUtc", "sortMs", "folderHash", "widest", "error",
        ] {
            #expect(node[name] == nil)
        }
        #expect(node["success"]?.value == .bool(true))
    }

    @Test func unfinishedRunsHaveNoEnd() throws {
        var envelope = SampleTool.envelope
        envelope.outcome = .unfinished
        envelope.exitCode = nil
        envelope.duration = nil
        let document = SampleTool.catalogue.encode(
            SampleTool.example, as: SampleTool.type, envelope: envelope, extras: SampleSwitches())
        let node = try node(document)
        for name in ["success", "exitCode", "signal", "durationMs"] { #expect(node[name] == nil) }
    }

    /// Any body at all makes a document that the schema takes.
    @Test func everyBodyMakesAValidDocument() throws {
        let seed: UInt64 = 0xB0D1
        var generator = SeededGenerator(seed: seed)
        let edges = [Int.min, -1, 0, 1, 2, 99, 1_000_000_001, .max]
        func number() -> Int {
            Bool.random(using: &generator)
                ? edges.randomElement(using: &generator) ?? 0 : Int(truncatingIfNeeded: generator.next())
        }
        func duration() -> Duration { .nanoseconds(Int64(truncatingIfNeeded: number())) }
        func pseudonym() -> Pseudonym {
            Pseudonym(example: (generator.next(), generator.next(), generator.next(), generator.next()))
        }
        func column() -> SampleBody.Column {
            .init(
                name: Bool.random(using: &generator) ? pseudonym() : nil,
                delimiter: Closed(named: ["comma", "tab", "x"].randomElement(using: &generator) ?? ""),
                duration: duration(), bytes: number(), cells: Bool.random(using: &generator) ? number() : nil)
        }
        var documents: [[UInt8]] = []
        for _ in 0..<300 {
            var body = SampleBody()
            body.rows = number()
            body.limit = number()
            body.size = number()
            body.parse = duration()
            body.sort = duration()
            body.modified = Timestamp(millisecondsSince1970: number())
            body.format = Version(number(), number(), number())
            body.writer = Version("1.2.3-\(number())")
            body.columns = (0..<Int.random(in: 0...6, using: &generator)).map { _ in column() }
            body.largest = column()
            for _ in 0..<Int.random(in: 0...2000, using: &generator) {
                body.durations.add(Double(bitPattern: generator.next()))
            }
            body.durations.add(number(), at: number())
            documents.append(SampleTool.encode(body).bytes)
        }
        let violations = try SchemaValidator.shared.violations(of: documents, schema: schema)
        for found in violations { #expect(found == [], "seed \(seed)") }
        // A distribution may take 320 buckets; everything else is bounded by the lists' limits.
        #expect(documents.allSatisfy { $0.count < 12_000 }, "seed \(seed)")
    }

    @Test func histogramsOfEveryWidthKeepAllTheirValues() throws {
        var body = SampleTool.example
        body.durations = Histogram()
        for exponent in -30...60 { for step in 0..<16 { body.durations.add(exp2(exponent, step)) } }
        let node = try node(SampleTool.encode(body))
        guard case .array(let pairs)? = node["cellDurations"]?["buckets"]?.value else { Issue.record("none"); return }
        var sum = 0
        for pair in pairs {
            guard case .array(let numbers) = pair.value, case .integer(let count) = numbers[1].value else { continue }
            sum += count
        }
        #expect(pairs.count == 320)
        #expect(sum == body.durations.count)
        #expect((recorder(node)["clampedValues"] ?? 0) > 0)
    }

    private func exp2(_ exponent: Int, _ step: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1 + Double(step) / 16)
    }
}
