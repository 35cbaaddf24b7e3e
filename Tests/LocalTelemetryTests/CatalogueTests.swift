import LocalTelemetry
import TestSupport
import Testing
import XtraqDocuments

/// The catalogue that the tests speak of: Xtraq's own, with a fixed list of commands.
let xtraq = XtraqCatalogue(
    version: Version(1, 4, 2), commands: Vocabulary(["run", "init", "snapshot", "build", "version", "telemetry-list"]))

@Suite struct CatalogueTests {
    @Test func lintHasNothingToSay() {
        #expect(CatalogueLint.objections(to: xtraq.descriptions) == [])
    }

    @Test(arguments: DocumentKind.allCases)
    func examplesAreValid(kind: DocumentKind) throws {
        let example = try #require(xtraq.example(kind))
        let description = try #require(xtraq.descriptions.first { $0.kind == kind.rawValue })
        #expect(try SchemaValidator.shared.violations(of: example.bytes, schema: description.schema()) == [])
        #expect(example.bytes.last == 0x0A)
    }

    @Test(arguments: DocumentKind.allCases)
    func examplesAndSchemasAreAsCommitted(kind: DocumentKind) throws {
        let example = try #require(xtraq.example(kind))
        let description = try #require(xtraq.descriptions.first { $0.kind == kind.rawValue })
        expectGolden(String(decoding: example.bytes, as: UTF8.self), "\(kind.rawValue).example.json")
        expectGolden(String(decoding: description.schema(), as: UTF8.self), "\(kind.rawValue).schema.json")
    }
}
