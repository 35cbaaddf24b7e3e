import Foundation
import LocalTelemetry
import TelemetryReference
import TestSupport
import Testing
import XtraqDocuments

/// What the page says that a test shows.
@Suite struct AssuranceTests {
    /// Every test that is named exists.
    @Test func everyTestThatIsNamedExists() throws {
        let tool = TelemetryTool.xtraq(version: Version(1), commands: Vocabulary(["run"]))
        let named = (Assurance.library + tool.assurances).flatMap(\.tests)
        #expect(named.count > 20)
        let existing = try Self.tests()
        for test in named {
            let isThere = existing.contains(test)
            #expect(isThere, "\(test) is named on docs/telemetry/README.md and is not there")
        }
    }

    /// All tests of the repository, as `Suite.test`.
    private static func tests() throws -> Set<String> {
        let folder = URL(fileURLWithPath: Repository.path("Tests"))
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var tests: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            var suite = ""
            var isTest = false
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if let match = line.firstMatch(of: /(?:struct|class|actor|enum) (\w+Tests)\b/) {
                    suite = String(match.output.1)
                }
                if line.contains("@Test") { isTest = true }
                if let match = line.firstMatch(of: /func (\w+)\(/) {
                    if isTest { tests.insert("\(suite).\(match.output.1)") }
                    isTest = false
                }
            }
        }
        return tests
    }
}
