import Diagnostics
import Foundation
import SnapshotModel
import SwiftGenerator
import TestSupport
import Testing

/// Walks `Cases`: each folder holds DDL, queries and a configuration, and the tree or the findings that must come of them.
@Suite
struct CaseTests {
    private static let folder = Repository.path("Tests/SwiftGeneratorTests/Cases")

    static var cases: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test(arguments: cases)
    func caseYieldsWhatIsExpected(_ name: String) throws {
        let path = "\(Self.folder)/\(name)"
        let project = try TestProject(copying: path)
        let snapshot = try project.snapshot()
        let build = snapshot.failure == nil ? project.build() : nil
        let findings = (snapshot.findings + (build?.findings ?? [])).map(Self.text).joined()
        if build?.failure == nil, snapshot.failure == nil {
            #expect(findings.isEmpty, "\(findings)")
            let output = try project.output().filter { $0.key.hasSuffix(".swift") }
            for (file, text) in output.sorted(by: { $0.key < $1.key }) {
                try expectCurrent("\(path)/Expected/\(file)", text)
            }
            let expected = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/Expected")) ?? []
            #expect(Set(expected) == Set(output.keys))
            try expectIdempotence(of: project)
        } else {
            #expect(try project.output().isEmpty, "a failed build writes nothing")
            try expectCurrent("\(path)/Expected/findings.txt", findings)
        }
    }

    /// Every case is built twice more: with nothing to do, and anew.
    private func expectIdempotence(of project: TestProject) throws {
        // A build that finds nothing to do may note that for itself.
        func files() throws -> [String: Data] {
            try project.folder.files().filter { $0.key != ".xtraq/cache/build.json" }
        }
        let before = try files()
        let warm = project.build()
        #expect(warm.isWarm && warm.files.written == 0 && warm.files.removed == 0)
        #expect(try files() == before)
        let forced = project.build(isForced: true)
        #expect(!forced.isWarm || forced.counts.reused == 0)
        #expect(try files() == before)
        #expect(project.build(isCheck: true).differences.isEmpty)
    }

    private static func text(_ finding: Finding) -> String {
        let place = finding.location.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
        return "\(place)\(finding.severity.rawValue) \(finding.code.rawValue): \(finding.message)\n"
            + finding.notes.map { "  note: \($0)\n" }.joined()
    }
}
