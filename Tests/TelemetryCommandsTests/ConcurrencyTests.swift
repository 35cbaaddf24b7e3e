import Foundation
import TestSupport
import Testing

/// Many runs at once lose nothing and share one key.
@Suite struct ConcurrencyTests {
    /// `make check-all` asks for more.
    private static let processes = Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_PROCESSES"] ?? "") ?? 16

    @Test func losesNoDocument() throws {
        let project = try RecordedProject()
        let count = Self.processes
        let run = try project.shell(
            "i=0; while [ $i -lt \(count) ]; do $TOOL work x --telemetry >/dev/null 2>>errors & i=$((i+1)); done; wait")
        #expect(run.exitCode == 0)
        for kind in ["cli-command", "big", "small"] {
            let documents = try project.documents(kind)
            #expect(documents.count == count)
            #expect(Set(documents.map { $0.text("runId") }).count == count)
            #expect(documents.allSatisfy { $0.text("outcome") == "success" })
        }
        #expect(Set(try project.documents().map { $0.text("fileHash") }).count == 1, "one key")
        #expect(project.names().count == 3 * count, "no litter: \(project.names().filter { !$0.hasSuffix(".json") })")
        #expect(try FileManager.default.contentsOfDirectory(atPath: project.folder.path(".tool/private")).count == 2)
        let lines = try project.folder.read("errors").split(separator: "\n")
        #expect(lines.count == count)
        #expect(lines.allSatisfy { $0.hasPrefix("telemetry: 3 documents, run ") })
    }
}
