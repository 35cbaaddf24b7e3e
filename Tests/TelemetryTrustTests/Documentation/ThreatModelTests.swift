import Foundation
import TestSupport
import Testing

/// The page that a security engineer reads names the tests that show what it says: they exist.
@Suite struct ThreatModelTests {
    @Test func everyTestThatThePageNamesExists() throws {
        let page = try String(contentsOfFile: Repository.path("docs/threat-model.md"), encoding: .utf8)
        let sources = try FileManager.default.subpathsOfDirectory(atPath: Repository.path("Tests"))
            .filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOfFile: Repository.path("Tests/" + $0), encoding: .utf8) }
        let named = page.matches(of: /`([A-Z][A-Za-z]*Tests)(?:\.([a-z][A-Za-z]*))?`/)
        #expect(named.count > 30)
        for match in named {
            let suite = sources.filter { $0.contains("struct \(match.1)") }
            #expect(!suite.isEmpty, "\(match.0)")
            if let test = match.2 { #expect(suite.contains { $0.contains("func \(test)(") }, "\(match.0)") }
        }
    }

    /// No danger is named without what shows that it is met.
    @Test func everyRowNamesATest() throws {
        let page = try String(contentsOfFile: Repository.path("docs/threat-model.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| an attacker") }
        #expect(rows.count > 30)
        for row in rows { #expect(row.contains(/`[A-Z][A-Za-z]*Tests[.`]/), "\(row)") }
    }

    /// What is known to be weak is said, all of it.
    @Test func everyKnownWeaknessIsSaid() throws {
        let page = try String(contentsOfFile: Repository.path("docs/threat-model.md"), encoding: .utf8)
        for words in [
            "whole `.xtraq` folder", "can test guesses", "recognise a known project", "date", "public log",
            "copied folders",
            "File names carry the time", "root", "can miss",
        ] { #expect(page.contains(words), "\(words)") }
    }
}
