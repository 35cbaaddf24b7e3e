import JSONBytes
import TelemetryRecording
import TestSupport
import Testing
import XtraqDocuments

@testable import LocalTelemetry

/// No list with pseudonyms is in the order of names or of work: a list of names would decode it by position.
@Suite struct OrderTests {
    private static let names = (0..<1000).map { "main.query\(String(10_000 + $0).dropFirst())" }
    private static let catalogue = XtraqCatalogue(version: Version(1, 0, 0), commands: Vocabulary(["run"]))

    /// The documents of forty runs, each over 25 names and as long as its lists may be.
    private func lists(
        _ list: String, kind: String, _ play: (Recorder, ManualClock, [String]) -> Void
    ) throws -> [(names: [String], pseudonyms: [String])] {
        let hasher = PseudonymHasher(key: try #require(TelemetryKey(Array(0..<32))))
        return try stride(from: 0, to: Self.names.count, by: 25).map { start in
            let names = Array(Self.names[start..<start + 25])
            let clock = ManualClock()
            let recorder = Recorder(clock: .manual(clock))
            play(recorder, clock, names)
            let moment = RunMoment(
                runId: RunIdentifier(high: 1, low: UInt64(start)), start: Timestamp(millisecondsSince1970: 0),
                command: .other, platform: .current(), outcome: .success, exitCode: 0, signal: nil,
                duration: .seconds(1), recording: recorder.recording(), hasher: hasher, projectRoot: nil, documents: [],
                directory: nil)
            let documents = Self.catalogue.documents.others(moment, XtraqFacts())
            let document = try #require(documents.first { $0.kind == kind })
            let items = try JSONNode.parse(document.bytes)[list]
            guard case .array(let elements)? = items?.value else { return (names, []) }
            let pseudonyms: [String] = elements.compactMap { element in
                let node = element["procedureHash"] ?? element["fileHash"]
                if case .string(let text)? = node?.value { return text }
                return nil
            }
            return (names, pseudonyms)
        }
    }

    private func hash(_ name: String, _ pseudonymClass: PseudonymClass) throws -> String {
        PseudonymHasher(key: try #require(TelemetryKey(Array(0..<32)))).pseudonym(pseudonymClass, of: name).text
    }

    /// Spearman's coefficient between the place in a list and the place in the order of names, over all lists.
    private func correlation(_ lists: [(names: [String], pseudonyms: [String])], _ pseudonymClass: PseudonymClass)
        throws
        -> Double
    {
        var sum = 0.0
        for list in lists {
            #expect(list.pseudonyms.count == 25)
            let places = try Dictionary(
                uniqueKeysWithValues: list.names.enumerated().map { (try hash($1, pseudonymClass), $0) })
            var squares = 0.0
            for (place, pseudonym) in list.pseudonyms.enumerated() {
                let difference = Double(place - (try #require(places[pseudonym])))
                squares += difference * difference
            }
            sum += 1 - 6 * squares / (25 * (25 * 25 - 1))
        }
        return sum / Double(lists.count)
    }

    /// Work in the order of names, each as long as the next: the worst case, and what a fast disk comes near to.
    @Test func slowestIsInNoOrderOfNamesOrWork() throws {
        let lists = try lists("slowest", kind: "snapshot") { recorder, clock, names in
            recorder.span("snapshot.analyse") {
                for name in names {
                    let operation = recorder.operation("prepare")
                    clock.advance(by: .microseconds(50))
                    operation.end(Subject(name: name, text: "SELECT \(name)"))
                }
            }
        }
        let value = try correlation(lists, .procedure)
        #expect(abs(value) < 0.1, "\(value)")
    }

    @Test func largestIsInNoOrderOfNamesOrWork() throws {
        let lists = try lists("largest", kind: "build") { recorder, clock, names in
            recorder.span("build.render") {
                for name in names {
                    recorder.item("build.largest", size: 4096, Subject(name: name, category: "procedures"))
                }
            }
        }
        let value = try correlation(lists, .file)
        #expect(abs(value) < 0.1, "\(value)")
    }

    /// The measure sees an order where there is one.
    @Test func theMeasureSeesAnOrder() throws {
        let names = Array(Self.names.prefix(25))
        let ordered = [(names: names, pseudonyms: try names.map { try hash($0, .file) })]
        #expect(try correlation(ordered, .file) == 1)
    }
}
