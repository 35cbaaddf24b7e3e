import Foundation
import TestSupport
import Testing

/// `xtraq telemetry export` as the documentation has it, of the tool's own runs.
@Suite struct ExportTests {
    private func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"Shop\"}")
        try folder.write(
            "Schema/shop.sql", "CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;\n")
        try folder.write("Queries/books.sql", "-- name: listBooks :many\nSELECT id, title FROM books;\n")
        #expect(try Tool.run(["--telemetry"], in: folder).exitCode == 0)
        return folder
    }

    /// The tool has an `--output` of its own, which is another.
    @Test(arguments: [["--output", "bundle.zip"], ["--output=bundle.zip"], ["-o", "bundle.zip"]])
    func writesTheFileThatItIsToldTo(option: [String]) throws {
        let folder = try project()
        let run = try Tool.run(["telemetry", "export", "--yes"] + option, in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("Written: bundle.zip"))
        #expect(folder.contains("bundle.zip"))
        #expect(try !folder.files().keys.contains { $0.hasPrefix("xtraq-telemetry") })
        let revealed = try Tool.run(["telemetry", "show", "1", "bundle.zip", "--reveal"], in: folder)
        #expect(revealed.output.contains("listBooks"), "\(revealed.output) \(revealed.errors)")
        #expect(try Tool.run(["telemetry", "verify", "bundle.zip"], in: folder).exitCode == 0)
    }

    @Test func writesNothingBesideStandardOutput() throws {
        let folder = try project()
        let before = try folder.files().keys.sorted()
        let run = try Tool.run(["telemetry", "export", "--yes", "--output", "-", "--redaction", "strict"], in: folder)
        #expect(run.exitCode == 0 && run.output.hasPrefix("PK"), "\(run.errors)")
        #expect(try folder.files().keys.sorted() == before)
    }
}
