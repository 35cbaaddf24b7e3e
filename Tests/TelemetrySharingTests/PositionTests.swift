@testable import LocalTelemetry
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@testable import TelemetrySharing

/// Somebody who has a list of the project's names in the order in which they stand there, or were worked on, learns
/// nothing from the places of tokens.
@Suite struct PositionTests {
    @Test func aListOfNamesDecodesNothingByItsOrder() throws {
        let description = xtraq.kinds.descriptions[2]
        let plan = RedactionPlan(description, level: .standard)
        let example = try #require(xtraq.kinds.kinds[2].example())
        let document = try DocumentReader([description]).read(example.bytes)
        guard case .object(let members) = document.values else { return }
        let place = try #require(members.firstIndex { $0.name == "largest" })
        let hasher = PseudonymHasher(key: key())
        let names = (0..<25).map { "Sources/Generated/Query\(10 + $0).swift" }
        var bySize = [Int](), (byName, byWork) = (0, 0)
        let bundles = 400
        for bundle in 0..<bundles {
            // Worked on in an order of its own, larger the later: sizes tell the order on disk.
            var generator = SeededGenerator(seed: UInt64(bundle))
            let work = names.indices.shuffled(using: &generator)
            var largest = members
            largest[place].value = .list(
                work.enumerated().reversed().map { rank, name in
                    .object([
                        .init(
                            name: "fileHash",
                            value: .pseudonym(class: "file", digits: hasher.pseudonym(.file, of: names[name]).text)),
                        .init(name: "category", value: .text("procedures")),
                        .init(name: "bytes", value: .count(5000)),
                    ])
                })
            var run = document
            run.values = .object(largest)
            let bundleKey = BundleKey(key(), bundle: RunIdentifier(high: 7, low: UInt64(bundle)).text)
            var redactor = Redactor(key: bundleKey, first: document.timestamp, level: .standard)
            let redacted = redactor.redact(run, ordinal: 1, plan: plan)
            let tokens = try #require(redacted)["largest"]?.items.compactMap { item -> String? in
                if case .pseudonym(_, let token)? = item["fileHash"] { token } else { nil }
            }
            let found = try #require(tokens)
            try #require(found.count == names.count)
            let truth = names.map { bundleKey.token(class: "file", digits: hasher.pseudonym(.file, of: $0).text) }
            byName += names.indices.count { found[$0] == truth[$0] }
            byWork += work.indices.count { found[$0] == truth[work[$0]] }
            bySize.append(work.indices.count { found[$0] == truth[work[work.count - 1 - $0]] })
        }
        // By chance one of the 25 is right; the sum of so many has a deviation of the root of their number.
        let room = bundles / 4
        for hits in [byName, byWork, bySize.reduce(0, +)] {
            #expect(abs(hits - bundles) < room, "\(hits) of \(bundles * names.count), by chance \(bundles)")
        }
    }
}
