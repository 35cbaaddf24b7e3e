import LocalTelemetry
import TestSupport
import Testing
import XtraqDocuments

/// The schemas against an independent validator.
@Suite struct SchemaTests {
    /// Twenty wrong values of each field, each alone in an otherwise valid document, are refused.
    @Test(arguments: DocumentKind.allCases.map(\.rawValue) + ["statistics"])
    func refusesEveryMutant(kind: String) throws {
        let all = xtraq.kinds.descriptions + SampleTool.kinds.descriptions
        let description = try #require(all.first { $0.kind == kind })
        let schema = description.schema()
        let valid = Array(Mutants.document(description.fields).utf8)
        try #require(try SchemaValidator.shared.violations(of: valid, schema: schema) == [])
        // The envelope is the same in every kind: once is enough.
        let envelope = Set((description.core + description.extras + [description.recorder]).map(\.name))
        for (place, mutants) in Mutants.all(of: description.fields) {
            if kind != "cli-command", kind != "statistics", envelope.contains(String(place.prefix { $0 != "." })) {
                continue
            }
            let distinct = Set(mutants.map(\.document))
            #expect(distinct.count >= 20, "\(place) has \(distinct.count) mutants")
            let documents = distinct.map { Array($0.utf8) }
            let violations = try SchemaValidator.shared.violations(of: documents, schema: schema)
            for (document, found) in zip(distinct, violations) where found.isEmpty {
                Issue.record("\(kind).\(place) takes \(document.prefix(2000))")
            }
        }
    }

    @Test func identifiersAreStableAndDistinct() {
        let identifiers = xtraq.kinds.descriptions.map(\.schemaIdentifier)
        #expect(
            identifiers == [
                "urn:xtraq:telemetry:cli-command:3", "urn:xtraq:telemetry:snapshot:3", "urn:xtraq:telemetry:build:3",
                "urn:xtraq:telemetry:summary:3",
            ])
    }
}
