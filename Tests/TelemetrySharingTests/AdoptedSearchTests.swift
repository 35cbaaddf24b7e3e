import LocalTelemetry
import TelemetryRecording
import TelemetryReport
import TestSupport
import Testing

@testable import TelemetrySharing

/// The search for a project's names in what another tool records: fields that nobody here has heard of.
@Suite struct AdoptedSearchTests {
    enum Delimiter: String, CaseIterable, Sendable { case comma, tab, semicolon }

    struct Column: Sendable {
        var name = Pseudonym(example: (9, 10, 11, 12))
        var delimiter = Delimiter.comma
        var cells = 4
    }

    struct Body: Sendable {
        var rows = 3
        var delimiter = Delimiter.comma
        var writer = Version(7)
        var file = Pseudonym(example: (1, 2, 3, 4))
        var columns = [Column]()
        var widest = Column()
    }

    private static let description: DocumentDescription = {
        let column: [Field<Column>] = [
            .pseudonym("columnHash", \.name, class: PseudonymClass("column"), "The column's name."),
            .closed("delimiter", \.delimiter, "What stands behind it."), .count("cells", \.cells, "Its cells."),
        ]
        let type = DocumentType(
            kind: "statistics", version: 1, purpose: "One for each file.", examples: [Body()],
            [
                .count("rows", \Body.rows, "Rows of the file."),
                .closed("delimiter", \.delimiter, "What stands between cells."),
                .version("writer", \.writer, "The version of what wrote it."),
                .pseudonym("fileHash", \.file, class: .file, "The file."),
                .list(
                    "columns", \.columns, atMost: 12, order: .largest(\.cells), "The longest columns.", column),
                .object("widest", \.widest, "The widest column.", column),
            ])
        let vocabularies = ToolVocabularies(
            commands: Vocabulary(["count"]), phases: Vocabulary(["parse"]), kinds: Vocabulary(["statistics"]),
            codes: Vocabulary(["E1"]))
        return ToolCatalogue(
            tool: "csvstat", version: Version(0, 9), vocabularies: vocabularies, exampleExtras: [NoFields()], []
        ).kind(type).describe()
    }()

    /// A document as it leaves, and its texts: those of fields, and their names.
    private func document(_ seed: UInt64) throws -> (json: [UInt8], tokens: Set<String>) {
        var random = RandomDocuments(seed: seed)
        let start = Timestamp(millisecondsSince1970: 1_772_439_342_307)
        let json = random.document(Self.description, run: RunIdentifier(high: 1, low: 2), start: start).json
        var redactor = Redactor(key: .thrownAway(bundle: BundleKey.randomBundle()), first: start, level: .standard)
        let redacted = redactor.redact(
            try DocumentReader([Self.description]).read(json), ordinal: 1,
            plan: RedactionPlan(Self.description, level: .standard))
        return (DocumentJSON().document(try #require(redacted)), redactor.issued)
    }

    @Test func findsEachPlantedNameWhereverItStands() throws {
        let names = SearchTests.planted
        let search = NameSearch(names)
        let fixed = FixedTexts([Self.description.redacted(at: .standard)])
        let documents = try (0..<20).map { try document(UInt64($0)) }
        for (json, tokens) in documents {
            #expect(fixed.names(search, in: json, file: "d", isToken: tokens.contains) == [])
        }
        var fields: Set<Substring> = []
        for (place, name) in names.enumerated() {
            let (json, tokens) = documents[place % documents.count]
            // Every text of the document in turn, the tool's own fields and their names among them.
            var parts = String(decoding: json, as: UTF8.self).split(separator: "\"", omittingEmptySubsequences: false)
            let planted = place / documents.count * 2 % (parts.count - 1) + 1
            if parts[planted - 1] == ": " { fields.insert(parts[planted - 2]) }
            let spelt = place % 3 == 0 ? name.uppercased() : place % 3 == 1 ? name : "x/\(name).sql"
            parts[planted] = Substring(spelt)
            let changed = Array(parts.joined(separator: "\"").utf8)
            let found = fixed.names(search, in: changed, file: "d", isToken: tokens.contains)
            #expect(found.count == 1 && !found[0].reason.contains(name), "\(name): \(found)")
        }
        #expect(fields.isSuperset(of: ["columnHash", "delimiter", "fileHash", "writer"]))
    }
}
