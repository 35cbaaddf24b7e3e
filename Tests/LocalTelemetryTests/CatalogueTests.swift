import LocalTelemetry
import TestSupport
import Testing
import XtraqDocuments

/// The catalogue that the tests speak of: Xtraq's own, with a fixed list of commands.
let xtraq = XtraqCatalogue(
    version: Version(1, 4, 2), commands: Vocabulary(["run", "init", "snapshot", "build", "version", "telemetry-list"]))

@Suite struct CatalogueTests {
    @Test func lintHasNothingToSay() {
        #expect(xtraq.kinds.objections == [])
    }

    @Test(arguments: DocumentKind.allCases)
    func examplesAreValid(kind: DocumentKind) throws {
        let described = try #require(xtraq.kinds.kinds.first { $0.name == kind.rawValue })
        let (example, description) = (try #require(described.example()), described.describe())
        #expect(try SchemaValidator.shared.violations(of: example.bytes, schema: description.schema()) == [])
        #expect(example.bytes.last == 0x0A)
    }

    @Test(arguments: DocumentKind.allCases)
    func examplesAreAsCommitted(kind: DocumentKind) throws {
        let described = try #require(xtraq.kinds.kinds.first { $0.name == kind.rawValue })
        expectGolden(
            String(decoding: try #require(described.example()).bytes, as: UTF8.self), "\(kind.rawValue).example.json")
    }

    /// A tool of somebody else's, with every factory: its schema shows what each makes.
    @Test func anotherToolsKindIsDescribedAsWell() throws {
        #expect(SampleTool.kinds.objections == [])
        let schema = SampleTool.catalogue.describe(SampleTool.type).schema()
        expectGolden(String(decoding: schema, as: UTF8.self), "statistics.schema.json")
        let example = try #require(SampleTool.catalogue.example(of: SampleTool.type))
        #expect(try SchemaValidator.shared.violations(of: example.bytes, schema: schema) == [])
    }
}
