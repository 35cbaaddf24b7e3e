import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct DiagnosticsPageTests {
    @Test(arguments: DiagnosticCode.allCases) func documentsEveryCode(code: DiagnosticCode) throws {
        let entry = try #require(DiagnosticDocumentation.entry(of: code), "write the entry of \(code.rawValue)")
        #expect(!entry.title.isEmpty && !entry.explanation.isEmpty && !entry.remedy.isEmpty)
        #expect(entry.example.contains("\(code.severity.rawValue) \(code.rawValue): "))
    }

    @Test func keepsEachCodeInTheAreaOfItsHundred() {
        for (index, area) in DiagnosticDocumentation.areas.enumerated() {
            for code in area.entries.keys {
                #expect(code.rawValue.hasPrefix("XQ0\(index)"), "\(code.rawValue) is not of “\(area.title)”")
            }
        }
    }

    @Test func pageIsCurrent() throws {
        try expectCurrent(Repository.path("docs/diagnostics.md"), DiagnosticDocumentation.page())
    }
}
