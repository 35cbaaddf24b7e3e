import LocalTelemetry
import TelemetryReference
import Testing

/// Invented catalogues, each a step from the first: what the rules allow, and what they refuse.
@Suite struct EvolutionTests {
    enum Shade: String, CaseIterable, Sendable { case light, dark }
    enum Shades: String, CaseIterable, Sendable { case light, dark, dim }

    struct Body: Sendable {
        var count = 1
        var optional: Int?
        var size = 1
        var shade = Shade.light
        var shades = Shades.light
        var file = Pseudonym(example: (1, 2, 3, 4))
    }

    /// A catalogue whose one kind has those fields.
    private static func footprint(
        _ fields: [Field<Body>], version: Int = 1, minimumReader: Int? = nil, notes: [CatalogueNote] = []
    ) -> ToolFootprint {
        let vocabularies = ToolVocabularies(
            commands: Vocabulary(["count"]), phases: Vocabulary(["parse"]), kinds: Vocabulary(["statistics"]),
            codes: Vocabulary(["E1"]))
        let catalogue = ToolCatalogue(
            tool: "csvstat", version: Version(0, version), vocabularies: vocabularies, exampleExtras: [NoFields()], [])
        let type = DocumentType(
            kind: "statistics", version: version, firstVersion: 1, minimumReader: minimumReader ?? 1,
            purpose: "One for each file.", examples: [Body()], fields)
        let tool = TelemetryTool(
            name: "csvstat", folder: ".csvstat", projectFile: ".csv",
            catalogue: DocumentCatalogue([catalogue.kind(type)], notes: notes), commands: vocabularies.commands,
            facts: (), documents: RunDocuments(command: { _, _ in fatalError() }, others: { _, _ in [] }))
        return ToolFootprint(tool, commands: ["count"])
    }

    private static let cells = Field<Body>.count("cells", \.count, "How many cells.")
    private static let first = [
        cells, .bytes("sizeBytes", \.size, "How large it is."), .closed("shade", \.shade, "How it looks."),
        .pseudonym("fileHash", \.file, class: .file, "The file."),
    ]
    private static let base = CatalogueRecord(footprint(first))

    private static func review(_ footprint: ToolFootprint) -> [String] {
        footprint.review(since: base).objections
    }

    @Test func recordsAreReadAsTheyAreWritten() throws {
        let read = try CatalogueRecord(Self.base.json)
        #expect(read.json == Self.base.json)
        #expect(Self.footprint(Self.first).review(since: read).sheet.hasSuffix("Nothing changed.\n"))
        #expect(throws: CatalogueDamage.self) { try CatalogueRecord(Array("[]".utf8)) }
    }

    @Test func allowsTextsOfClosedSetsToBeAdded() {
        var fields = Self.first
        fields[2] = .closed("shade", \.shades, "How it looks.")
        #expect(Self.review(Self.footprint(fields)) == [])
    }

    @Test func allowsANewFieldWithANewVersionThatOldReadersStillUnderstand() {
        let field = Field<Body>.count("lines", \.count, "How many lines.")
        let silent = Self.review(Self.footprint(Self.first + [field]))
        #expect(silent.contains { $0.contains("statistics.lines: is new, but the version of the schema is still 1") })
        let late = Self.review(Self.footprint(Self.first + [field], version: 2))
        #expect(late == ["statistics.lines: is new and says since 1: write .since(2)"])
        #expect(Self.review(Self.footprint(Self.first + [field.since(2)], version: 2)) == [])
    }

    @Test(arguments: [
        ("type", Field<Body>.duration("cells", \.duration, "How many cells."), "type"),
        ("unit", .count("cells", \.count, unit: .rows, "How many cells."), "unit"),
        ("range", .count("cells", \.count, in: 0...2_000_000_000, "How many cells."), "range"),
        ("presence", .count("cells", \.optional, "How many cells.").present("where it has any"), "presence"),
    ])
    func changesOfTypeUnitRangeAndPresenceNeedVersionReaderAndReason(
        what: String, field: Field<Body>, aspect: String
    ) {
        let fields = [field] + Self.first.dropFirst()
        let silent = Self.review(Self.footprint(Array(fields)))
        #expect(silent.count { $0.contains("but the version of the schema is still 1: raise it to 2") } == 1, "\(what)")
        #expect(silent.count { $0.contains("raise minimumReader to 2") } == 1)
        #expect(silent.count { $0.contains("give the reason in a note") } == 1)
        #expect(silent.allSatisfy { $0.hasPrefix("statistics.cells: has another") && $0.contains(aspect) })
        let said = Self.footprint(
            Array(fields), version: 2, minimumReader: 2,
            notes: [.change("cells", of: "statistics", in: 2, "It was counted wrongly.")])
        #expect(Self.review(said) == [])
        #expect(said.review(since: Self.base).sheet.contains("It was counted wrongly."))
    }

    @Test func aFieldThatGoesNeedsVersionReaderAndReason() {
        let fields = Array(Self.first.dropFirst())
        #expect(Self.review(Self.footprint(fields)).count == 3)
        let stepped = Self.review(Self.footprint(fields, version: 2))
        #expect(stepped.count == 2)
        let said = Self.footprint(
            fields, version: 2, minimumReader: 2,
            notes: [.change("cells", of: "statistics", in: 2, "Nobody looked at it.")])
        #expect(Self.review(said) == [])
        let page = said.changesPage([Self.base])
        #expect(page.contains("| Removed | `cells` | `statistics` |  | Nobody looked at it. |"))
    }

    @Test func anotherMeaningNeedsAVersionAndOtherWordsANote() {
        let fields = [Field<Body>.count("cells", \.count, "How many cells are empty.")] + Self.first.dropFirst()
        let silent = Self.review(Self.footprint(fields))
        #expect(silent.contains { $0.contains("has another purpose, but the version of the schema is still 1") })
        #expect(silent.contains { $0.contains("or say that it is a rewording") })
        let meant = Self.footprint(
            fields, version: 2, notes: [.change("cells", of: "statistics", in: 2, "Full ones are of no interest.")])
        #expect(Self.review(meant) == [])
        let reworded = Self.footprint(fields, notes: [.rewording("cells", of: "statistics", in: 1)])
        #expect(Self.review(reworded) == [])
        // A rewording excuses words alone.
        let more = [Field<Body>.count("cells", \.count, unit: .rows, "How many empty.")] + Self.first.dropFirst()
        #expect(
            Self.review(Self.footprint(more, notes: [.rewording("cells", of: "statistics", in: 1)])).count == 2)
    }

    @Test func marksWhatAnExportLetsOutMoreThanBefore() {
        var fields = Self.first
        fields[1] = .bytes("sizeBytes", \.size, "How large it is.").redacted(.keep, strict: .twoDigits)
        let opened = Self.footprint(
            fields, version: 2, notes: [.change("sizeBytes", of: "statistics", in: 2, "Exact sizes are asked for.")])
        let (sheet, objections) = opened.review(since: Self.base)
        #expect(objections == [])
        #expect(sheet.contains("**An export lets more out than before:** `sizeBytes`."))
        fields[1] = .bytes("sizeBytes", \.size, "How large it is.").redacted(.drop, strict: .drop)
        #expect(!Self.footprint(fields, version: 2).review(since: Self.base).sheet.contains("lets more out"))
    }

    @Test func saysWhatEachNewFieldCanReveal() {
        let fields =
            Self.first + [
                .pseudonym("folderHash", \.file, class: .path, "Its folder.").since(2),
                .count("lines", \.count, "How many lines.").since(2),
            ]
        let sheet = Self.footprint(fields, version: 2).review(since: Self.base).sheet
        #expect(sheet.contains("Where the same path recurs; who has the key can test guesses of it. | token / drop |"))
        #expect(sheet.contains("| `lines` | `statistics` | added | A figure: with others it can recognise"))
    }

    @Test func aKindThatGoesNeedsAReason() throws {
        var text = String(decoding: Self.base.json, as: UTF8.self)
        text = text.replacing("\"kind\": \"statistics\"", with: "\"kind\": \"totals\"")
        let old = try CatalogueRecord(Array(text.utf8))
        let silent = Self.footprint(Self.first).review(since: old).objections
        #expect(silent == ["totals: the kind is gone: give the reason, with the version 2"])
        let said = Self.footprint(Self.first, notes: [.change(nil, of: "totals", in: 2, "statistics has it all.")])
        #expect(said.review(since: old).objections == [])
    }
}

extension EvolutionTests.Body {
    fileprivate var duration: Duration { .zero }
}
