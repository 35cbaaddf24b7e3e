import Foundation
import LocalTelemetryTesting
import TestSupport
import Testing

/// Nothing that anybody names is in a bundle, at either level, in any form that it could take; nor in what `export` says
/// but for the names of its own fields, and the file that it was told to write.
@Suite struct BundleCanaryTests {
    /// What the bundles of a project hold, and what making them said.
    private func evidence(of project: CanaryProject) throws -> [(place: String, bytes: [UInt8])] {
        var evidence: [(place: String, bytes: [UInt8])] = []
        for level in ["standard", "strict"] {
            let run = try Command.run(
                Tool.path,
                ["telemetry", "export", "--yes", "--redaction", level, "-o", project.folder.path("out/\(level).zip")],
                in: project.root, environment: project.environment)
            #expect(run.exitCode == 0, "seed \(project.seed): \(run.errors)")
            let folder = project.folder.path("out/" + level)
            let opened = try Command.run(
                "/usr/bin/unzip", ["-q", "out/\(level).zip", "-d", folder], in: project.folder.path)
            #expect(opened.exitCode == 0)
            // Names and contents, unpacked and as they lie in the file.
            let files = try project.folder.files(below: "out/" + level)
            #expect(files.keys.count { $0.hasPrefix("documents/") } >= 4)
            evidence.append(
                (
                    "the bundle, \(level)",
                    files.sorted { $0.key < $1.key }.flatMap { Array($0.key.utf8) + [0] + Array($0.value) + [0] }
                ))
            let packed = try Data(contentsOf: URL(fileURLWithPath: project.folder.path("out/\(level).zip")))
            evidence.append(("the file, \(level)", Array(packed)))
            let said = run.output.replacing(project.folder.path("out/\(level).zip"), with: "")
            evidence.append(("what export says, \(level)", Array((said + run.errors).utf8)))
            let shown = try Command.run(
                Tool.path, ["telemetry", "show", "1", project.folder.path("out/\(level).zip")], in: "/",
                environment: project.environment)
            evidence.append(("what show says, \(level)", Array(shown.output.utf8)))
        }
        return evidence
    }

    @Test func nothingNamedIsInABundle() async throws {
        let seed = Effort.seed
        // A full run of all projects is the other canaries' work; each of them is a bundle here.
        try await Effort.each(max(12, Effort.count("TRUST_PROJECTS", 60) / 10)) { index in
            let project = try CanaryProject(seed: seed + UInt64(index))
            try project.run()
            let search = try CanaryEvidence(project).search()
            for part in try evidence(of: project) {
                #expect(search.hits(in: part.bytes, at: part.place) == [], "seed \(project.seed)")
            }
        }
    }

    /// The search sees what is put into a bundle: in a name, in a document, packed or not.
    @Test func whatIsInABundleIsFound() throws {
        let project = try CanaryProject(seed: Effort.seed)
        try project.run()
        let search = try CanaryEvidence(project).search()
        let secret = project.secrets[.table]
        for (place, bytes) in try evidence(of: project) {
            let middle = bytes.count / 2
            let planted = Array(bytes[..<middle]) + Array(secret.utf8) + Array(bytes[middle...])
            #expect(search.hits(in: planted, at: place).contains { $0.secret == "table" }, "\(place)")
        }
    }
}
