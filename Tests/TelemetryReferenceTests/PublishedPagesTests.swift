import Foundation
import TestSupport
import Testing

/// `docs/telemetry/`: what the tool prints of itself, committed.
@Suite struct PublishedPagesTests {
    private static let kinds = ["cli-command", "snapshot", "build", "summary"]
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func expectPublished(_ name: String, _ arguments: String...) throws {
        let run = try Tool.run(["telemetry", "schema"] + arguments, in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        try expectCurrent(Repository.path("docs/telemetry/" + name), run.output)
    }

    @Test func whatIsWrittenIsCurrent() throws {
        try expectPublished("README.md", "--reference")
    }

    @Test(arguments: kinds) func pagesOfKindsAreCurrent(kind: String) throws {
        try expectPublished("\(kind).md", kind, "--reference")
        try expectPublished("\(kind).schema.json", kind)
    }

    @Test func diagramsAreCurrent() throws {
        try expectPublished("schema.svg", "--diagram", "svg")
        try expectPublished("schema.mmd", "--diagram", "mermaid")
    }

    /// The catalogue of the version under work is kept current; those of earlier versions stay as they were released.
    @Test func catalogueAndChangesAreCurrent() throws {
        let version = try Tool.run(["version"], in: folder).output.split(separator: " ")
        let number = try #require(version.dropFirst().first).trimmingCharacters(in: .whitespacesAndNewlines)
        try expectPublished("catalogue/\(number).json", "--catalogue")
        let files = try Self.catalogues()
        let arguments = ["--changelog"] + files.map { Repository.path("docs/telemetry/catalogue/" + $0) }
        let run = try Tool.run(["telemetry", "schema"] + arguments, in: folder)
        try expectCurrent(Repository.path("docs/telemetry/changes.md"), run.output)
    }

    /// No field changes its type, unit or meaning, or goes, without a new version of the schema.
    @Test func theCatalogueIsCompatibleWithTheLastRelease() throws {
        guard let last = try Self.catalogues().last else { return }
        let path = Repository.path("docs/telemetry/catalogue/" + last)
        let run = try Tool.run(["telemetry", "schema", "--review", path], in: folder)
        #expect(run.exitCode == 0, "docs/telemetry/changes.md has the rules.\n\(run.errors)")
        let before = try Self.catalogues().dropLast().last
        guard let before else { return }
        let released = try Tool.run(
            ["telemetry", "schema", "--review", Repository.path("docs/telemetry/catalogue/" + before)], in: folder)
        #expect(released.exitCode == 0, "docs/telemetry/changes.md has the rules.\n\(released.errors)")
    }

    @Test func examplesOnThePageAreThoseOfTheCommand() throws {
        let page = try String(contentsOfFile: Repository.path("docs/telemetry/README.md"), encoding: .utf8)
        for kind in Self.kinds {
            let example = try Tool.run(["telemetry", "schema", kind, "--example"], in: folder).output
            #expect(page.contains("```json\n\(example)```"), "\(kind): `make docs` renews the page.")
        }
    }

    /// The pages name no command that does not exist.
    @Test func namesOnlyCommandsThatExist() throws {
        let help = try Tool.run(["telemetry", "--help"], in: folder).output
        let files = ["README.md", "changes.md"] + Self.kinds.map { $0 + ".md" }
        for file in files {
            let page = try String(contentsOfFile: Repository.path("docs/telemetry/" + file), encoding: .utf8)
            for match in page.matches(of: /xtraq telemetry ([a-z]+)/) {
                #expect(help.contains("  \(match.output.1) "), "\(file) names \(match.output.0)")
            }
        }
    }

    /// The files of the kept catalogues, by version.
    private static func catalogues() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.path("docs/telemetry/catalogue"))
        return names.filter { $0.hasSuffix(".json") }
            .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
    }
}
