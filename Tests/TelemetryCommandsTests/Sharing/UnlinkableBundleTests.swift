import Foundation
import TestSupport
import Testing

/// Two bundles of the same runs, or a bundle and the disk, have no token, identifier or absolute time in common.
@Suite struct UnlinkableBundleTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
        for arguments in [["work", "--big-items", "30", "a"], ["work", "--exit-code", "4", "b"], ["--help"]] {
            _ = try RecordedProject.run(arguments + ["--telemetry"], in: project.folder.path)
        }
    }

    private func bundle(_ level: String, _ name: String) throws -> [String: String] {
        let run = try project.run("telemetry", "export", "--yes", "--redaction", level, "-o", name)
        #expect(run.exitCode == 0, "\(run.errors)")
        let python = """
            import sys, zipfile
            times = {entry.date_time for entry in zipfile.ZipFile(sys.argv[1]).infolist()}
            sys.exit(times != {(1980, 1, 1, 0, 0, 0)})
            """
        let times = try Command.run("/usr/bin/env", ["python3", "-c", python, name], in: project.folder.path)
        #expect(times.exitCode == 0, "the times of the entries are not all the same")
        return try RecordedProject.contents(of: project.folder.path(name))
    }

    /// The texts of the documents and the bundle's own identifier, but for those that a schema explains.
    private func identifying(_ contents: [String: String]) throws -> Set<Substring> {
        let fixed = Set(contents.filter { $0.key.hasPrefix("schema/") }.values.joined().split(separator: "\""))
        let documents = contents.filter { $0.key.hasPrefix("documents/") }.values.joined()
        let manifest = try #require(contents["manifest.json"])
        let bundle = try #require(manifest.firstMatch(of: /"bundle": "([0-9a-f]{32})"/)?.1)
        let texts = Set(documents.split(separator: "\"")).union([bundle])
        return texts.subtracting(fixed).filter { text in
            text.contains { $0.isLetter || $0.isNumber } && !text.hasPrefix(":") && !text.hasPrefix(",")
                && text.wholeMatch(of: /[0-9.]+/) == nil
        }
    }

    @Test(arguments: ["standard", "strict"]) func sharesNothingWithAnotherNorWithTheDisk(level: String) throws {
        let (one, two) = (try bundle(level, "one.zip"), try bundle(level, "two.zip"))
        let (first, second) = (try identifying(one), try identifying(two))
        #expect(first.isDisjoint(with: second), "\(first.intersection(second))")
        #expect(first.count == second.count && first.count > (level == "standard" ? 30 : 0))

        var known: Set<String> = []
        for name in project.names() {
            let text = try project.folder.read(".tool/telemetry/" + name)
            for match in text.matches(of: /"([0-9a-f]{64})"/) { known.insert(String(match.1.prefix(8))) }
            let run = try #require(text.firstMatch(of: /"runId": "([0-9a-f]{32})"/)?.1)
            let time = try #require(text.firstMatch(of: /"timestampUtc": "([^"]+)"/)?.1)
            let date = try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(String(time))
            let seconds = Int(date.timeIntervalSince1970)
            known.formUnion([
                String(run.prefix(8)), String(run.suffix(8)), String(time), String(time.prefix(10)),
                String(time.prefix(10).filter { $0 != "-" }), String(seconds), String(seconds / 60),
            ])
        }
        #expect(known.count > 40)
        for (name, text) in one.merging(two, uniquingKeysWith: +) {
            for secret in known {
                // Digests of what is in the bundle are random digits: eight of them may be those of anything.
                let body = name == "manifest.json" ? text.replacing(/"sha256": "[0-9a-f]{64}"/, with: "") : text
                #expect(!body.contains(secret) && !name.contains(secret), "\(secret) is in \(name)")
            }
        }
    }
}
