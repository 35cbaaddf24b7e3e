import Diagnostics
import TestSupport
import Testing

/// The examples of `docs/diagnostics.md` are what the tool prints, character by character.
@Suite struct DocumentedDiagnosticsTests {
    /// A situation, and the codes whose documented examples it produces.
    struct Situation: Sendable, CustomTestStringConvertible {
        var codes: [DiagnosticCode]
        var files: [String: String]
        var arguments: [String]
        var exitCode: Int32

        var testDescription: String { codes.map(\.rawValue).joined(separator: ", ") }
    }

    static let situations: [Situation] = [
        Situation(codes: [.projectMissing], files: [:], arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationSyntax], files: [".xtraqconfig": "{\n  \"module\": \"Shop\",\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationUnknownKey], files: [".xtraqconfig": "{\n  \"modul\": \"Shop\"\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationWrongType], files: [".xtraqconfig": "{\n  \"schema\": \"Schema/*.sql\"\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationBadValue], files: [".xtraqconfig": "{\n  \"module\": \"my shop\"\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationPassword],
            files: [".xtraqconfig": "{\n  \"database\": \"postgresql://ann:secret@db/shop\"\n}\n"],
            arguments: ["snapshot"], exitCode: 2),
        Situation(
            codes: [.configurationDuplicateKey],
            files: [".xtraqconfig": "{\n  \"module\": \"Shop\",\n  \"module\": \"Store\"\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.environmentFileSyntax],
            files: [".xtraqconfig": "{}", ".env": "XTRAQ_OUTPUT=\"Sources/Shop\n"], arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.filterMalformed], files: [".xtraqconfig": "{}"],
            arguments: ["build", "--procedure", "orders."], exitCode: 64),
        Situation(
            codes: [.configurationUnreadable], files: [".xtraqconfig": "{}", ".env/folder": ""], arguments: ["build"],
            exitCode: 2),
    ]

    @Test(arguments: situations) func examplesAreReal(situation: Situation) throws {
        let folder = try TemporaryFolder()
        for (path, text) in situation.files { try folder.write(path, text) }
        let run = try Tool.run(situation.arguments, in: folder)
        #expect(run.exitCode == situation.exitCode)
        for code in situation.codes {
            let example = try #require(DiagnosticDocumentation.entry(of: code)).example
            #expect(run.errors.contains(example), "\(run.errors)")
        }
    }
}
