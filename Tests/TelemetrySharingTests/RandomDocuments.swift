@testable import LocalTelemetry
import TelemetryRecording
import TelemetryReport
import TestSupport
import XtraqDocuments

/// Xtraq's kinds, as the tests export them.
let xtraq = XtraqCatalogue(
    version: Version(1, 4, 2), commands: Vocabulary(["run", "init", "snapshot", "build", "version", "telemetry-list"]))

/// A key that tests repeat.
func key(_ seed: UInt64 = 1) -> TelemetryKey {
    var generator = SeededGenerator(seed: seed)
    return TelemetryKey(using: &generator)
}

/// Values of a catalogue's fields, drawn by nothing but what the fields allow: for properties that hold whatever a tool
/// records.
struct RandomDocuments {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// A document of a kind as it lies on disk.
    mutating func document(
        _ description: DocumentDescription, run: RunIdentifier, start: Timestamp
    ) -> (value: DocumentValue, json: [UInt8]) {
        guard case .object(var members) = object(description.fields) else { fatalError("an object is an object") }
        let fixed: [String: DocumentValue] = [
            "schemaVersion": .count(description.version), "minimumReader": .count(description.minimumReader),
            "kind": .text(description.kind), "tool": .text(description.tool), "runId": .text(run.text),
            "timestampUtc": .text(start.text),
        ]
        for index in members.indices { members[index].value = fixed[members[index].name] ?? members[index].value }
        let value = DocumentValue.object(members)
        return (value, DocumentJSON().document(value))
    }

    private mutating func object(_ fields: [FieldShape]) -> DocumentValue {
        var members: [DocumentValue.Member] = []
        for field in fields where !field.isOptional || Int.random(in: 0..<4, using: &generator) > 0 {
            members.append(.init(name: field.name, value: value(field)))
        }
        return .object(members)
    }

    private mutating func value(_ field: FieldShape) -> DocumentValue {
        switch field.kind {
        case .count, .bytes, .exitCode: return .count(number(in: field.range ?? 0...1000))
        case .duration: return .milliseconds(Double(number(in: 0...900_000_000)) / 1000)
        case .flag: return .flag(Bool.random(using: &generator))
        case .closed: return .text(field.texts.randomElement(using: &generator) ?? "other")
        case .version: return .text("1.2.3")
        case .timestamp: return .text("2026-01-02T03:04:05.678Z")
        case .runId: return .text(String(repeating: "0", count: 32))
        case .pseudonym: return .pseudonym(class: field.pseudonymClass ?? "", digits: digits())
        case .histogram:
            var histogram = Histogram()
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                histogram.add(number(in: 1...5000), at: Int.random(in: -300...300, using: &generator))
            }
            return .histogram(histogram)
        case .object: return object(field.children)
        case .list:
            var items: [DocumentValue] = []
            for _ in 0..<Int.random(in: 0...min(12, field.maximumItems ?? 12), using: &generator) {
                items.append(
                    field.isListOfTexts
                        ? .text(field.texts.randomElement(using: &generator) ?? "other") : object(field.children))
            }
            return .list(items)
        }
    }

    /// Small numbers as often as large ones.
    private mutating func number(in range: ClosedRange<Int>) -> Int {
        let most = [3, 40, 150, 3000, 1_000_000].randomElement(using: &generator) ?? 10
        return min(range.upperBound, max(range.lowerBound, Int.random(in: 0...most, using: &generator)))
    }

    mutating func digits() -> String {
        (0..<2).map { _ in RunIdentifier(using: &generator).text }.joined()
    }
}
