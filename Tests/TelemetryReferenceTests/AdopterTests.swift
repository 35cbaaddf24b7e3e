import Foundation
import TestSupport
import Testing

/// Pages, diagram and history of another tool, with kinds and names of its own.
@Suite struct AdopterTests {
    private func run(_ arguments: String..., in folder: TemporaryFolder? = nil) throws -> Tool.Run {
        let folder = try folder ?? TemporaryFolder()
        return try Command.run(
            Tool.productsFolder + "/recorded-tool", ["telemetry", "schema"] + arguments, in: folder.path)
    }

    @Test func pagesSpeakOfItAlone() throws {
        let page = try run("--reference").output
        #expect(page.hasPrefix("# What `recorded-tool --telemetry` writes\n"))
        #expect(page.contains("`.tool/private/telemetry.key`"))
        #expect(page.contains("[`big`](big.md)"))
        #expect(page.contains("| `items[].fileHash` | `big` | `file` |"))
        #expect(page.contains("4 fields can hold a pseudonym."))
        let big = try run("big", "--reference").output
        #expect(big.hasPrefix("# recorded-tool: the document `big`\n"))
        #expect(big.contains("urn:recorded-tool:telemetry:big:1"))
        #expect(big.contains("| `items` | list of at most 5000 | always |"))
        #expect(try run("small", "--reference").output.contains("None of its own."))
        let diagram = try run("--diagram", "svg").output
        #expect(diagram.contains(">recorded-tool adds<"))
        for text in [page, big, diagram, try run("--diagram", "mermaid").output] {
            #expect(!text.lowercased().contains("xtraq"))
        }
    }

    @Test func keepsItsCatalogueAndHoldsTheNextOneAgainstIt() throws {
        let folder = try TemporaryFolder()
        let catalogue = try run("--catalogue").output
        try folder.write("1.2.3.json", catalogue)
        let same = try run("--review", "1.2.3.json", in: folder)
        #expect(same.output == "# recorded-tool: review of the catalogue, 1.2.3 to 1.2.3\n\nNothing changed.\n")
        #expect(same.exitCode == 0)
        // As if the last release had had another unit, one field more, and another less.
        let old = catalogue.replacing("\"1.2.3\"", with: "\"1.1.0\"")
            .replacing(
                "\"path\": \"items[].index\", \"type\": \"count\", \"unit\": \"1\"",
                with: "\"path\": \"items[].index\", \"type\": \"count\", \"unit\": \"{row}\""
            )
            .replacing("\"path\": \"thorough\"", with: "\"path\": \"careful\"")
        #expect(old != catalogue)
        try folder.write("1.1.0.json", old)
        let review = try run("--review", "1.1.0.json", in: folder)
        #expect(review.exitCode == 4)
        #expect(review.errors.contains("error: big.items[].index: has another unit, but the version of the schema is"))
        #expect(review.errors.contains("error: big.careful: is gone"))
        #expect(review.errors.contains("error: small.thorough: is new, but the version of the schema is still 1"))
        #expect(review.output.contains("| `items[].index` | `big` | changed: unit from {row} to 1 |"))
        #expect(review.output.contains("| `thorough` | every document | added | One of two answers"))
        let changes = try run("--changelog", "1.1.0.json", "1.2.3.json", in: folder).output
        #expect(changes.contains("### 1.2.3\n"))
        #expect(changes.contains("| Removed | `careful` | every document |"))
        #expect(changes.contains("### 1.1.0\n\nThe first catalogue"))
    }

    @Test func refusesWhatIsNoCatalogueAndTwoThingsAtOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write("broken.json", "{\"tool\": 1}")
        let broken = try run("--review", "broken.json", in: folder)
        #expect(broken.exitCode == 1)
        #expect(
            broken.errors.contains("broken.json is no catalogue: recorded-tool telemetry schema --catalogue makes one"))
        let missing = try run("--review", "missing.json", in: folder)
        #expect(missing.exitCode == 1)
        #expect(missing.errors.contains("There is no missing.json."))
        #expect(try run("--reference", "--diagram", "svg").exitCode == 64)
        #expect(try run("big", "--diagram", "svg").exitCode == 64)
        let near = try run("--diagram", "svgg")
        #expect(near.exitCode == 64)
        #expect(near.errors.contains("did you mean 'svg'?"))
    }
}
