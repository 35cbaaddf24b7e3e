import Foundation
import LocalTelemetryTesting
import JSONBytes
import TestSupport
import Testing

/// SIGKILL at every system call of a run's telemetry, key and folders included: each document is whole or not there, a
/// run whose start was linked is on record, and the next run leaves no litter.
@Suite(.enabled(if: TracedTool.isAvailable, "needs strace"))
struct KillTests {
    /// `make check-all` asks for every one; otherwise every fourth, beginning elsewhere from run to run.
    private static let step = Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_KILL_STEP"] ?? "") ?? 4

    @Test func survivesTheSuiteForAdopters() throws {
        let seen = try expectSurvivesKills(
            of: RecordedProject.tool, folder: ".tool",
            arguments: TracedTool.Variant.usual.arguments.filter { $0 != "--telemetry" }, step: Self.step
        ) { folder in
            try Data("{}".utf8).write(to: URL(fileURLWithPath: folder + "/.toolconfig"))
        }
        #expect(seen.isSuperset(of: ["none", "unfinished", "success"]), "kills before, within and after: \(seen)")
    }

    /// Documents of 15 kB, one of 256 kB, and a disk that has no unnamed files and writes a few bytes at a time.
    @Test(arguments: [TracedTool.Variant.usual, .large, .parts])
    func leavesWholeDocumentsOrNone(variant: TracedTool.Variant) throws {
        let calls = try TracedTool.calls(variant)
        try #require(calls.count > 60, "the trace shows the write path")
        // A disk that takes few bytes makes many calls that are alike.
        let step = max(1, Self.step == 1 ? 1 : Self.step * (variant == .usual ? 1 : 3) * max(1, calls.count / 90))
        let first = Int.random(in: 0..<min(step, calls.count))
        var seen: Set<String> = []
        // The last in any case: what follows the replacement is short. And each that gives or takes a name.
        let naming = calls.indices.filter { ["linkat", "unlinkat", "renameat"].contains(calls[$0].name) }
        for index in Set(stride(from: first, to: calls.count, by: step)).union(naming + [calls.count - 1]) {
            seen.insert(try expectWhole(afterKillAt: calls[index], first, variant))
        }
        #expect(seen.isSuperset(of: ["none", "unfinished", "success"]), "kills before, within and after: \(seen)")
    }

    /// Not at a call, but at any moment.
    @Test func leavesWholeDocumentsOrNoneAtAnyMoment() throws {
        let count = max(8, 80 / Self.step / Self.step)
        for _ in 0..<count {
            let project = try RecordedProject()
            let milliseconds = Int.random(in: 1...60)
            _ = try project.shell(
                "timeout -s KILL 0.0\(milliseconds < 10 ? "0" : "")\(milliseconds) $TOOL work x --big-items 700 --telemetry"
            )
            let names = project.names()
            #expect(
                names.allSatisfy { $0.hasSuffix(".json") || $0.hasSuffix(".json.final") }, "\(milliseconds): \(names)")
            for kind in ["cli-command", "big", "small"] { _ = try project.documents(kind) }
            let before = names.count { $0.hasPrefix("cli-command") && $0.hasSuffix(".json") }
            #expect(try project.run("work", "--telemetry").errors.hasPrefix("telemetry: 3 documents, run "))
            #expect(project.names().allSatisfy { $0.hasSuffix(".json") }, "\(milliseconds): \(project.names())")
            #expect(try project.documents().count == before + 1, "nothing that was linked is lost")
        }
    }

    private func expectWhole(
        afterKillAt call: TracedTool.Call, _ first: Int, _ variant: TracedTool.Variant
    ) throws -> String {
        let project = try RecordedProject()
        let killed = try TracedTool.run(
            project,
            ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):signal=KILL:when=\(call.ordinal)"], variant)
        #expect(killed.signal == SIGKILL || killed.exitCode == 128 + SIGKILL, "\(call), first \(first)")

        let names = project.names()
        let isLinked = names.contains { $0.hasPrefix("cli-command-") && $0.hasSuffix(".json") }
        let isLitter = { (name: String) in variant == .parts && name.hasPrefix(".part-") }
        #expect(
            names.allSatisfy { $0.hasSuffix(".json") || $0.hasSuffix(".json.final") || isLitter($0) },
            "\(call): \(names)")
        for name in names where !isLitter(name) {
            #expect(
                throws: Never.self, "\(call): \(name)",
                performing: { _ = try JSONNode.parse(Array(try project.folder.read(".tool/telemetry/" + name).utf8)) })
        }
        let secrets = (try? FileManager.default.contentsOfDirectory(atPath: project.folder.path(".tool/private"))) ?? []
        #expect(
            Set(secrets.filter { !isLitter($0) }).isSubset(of: [".gitignore", "telemetry.key"]), "\(call): \(secrets)")
        let key = try? Data(contentsOf: URL(fileURLWithPath: project.folder.path(".tool/private/telemetry.key")))
        #expect(key.map { $0.count == 32 } ?? true, "\(call)")
        let outcome = isLinked ? try project.documents().first?.text("outcome") ?? "" : "none"

        // The next run puts everything in order and keeps what was there.
        let next = try RecordedProject.run(variant.arguments, in: project.folder.path)
        #expect(next.errors.hasPrefix("telemetry: 3 documents, run "), "\(call): \(next.errors)")
        #expect(project.names().allSatisfy { $0.hasSuffix(".json") }, "\(call): \(project.names())")
        // A part that was whole when its writer died is finished by the next run, so that it may be one more.
        let count = try project.documents().count
        #expect(count == (isLinked ? 2 : 1) || (variant == .parts && count == 2), "\(call)")
        let hash = try project.documents("small").last?.text("projectRootHash")
        if key != nil {
            #expect(try project.documents().allSatisfy { $0.text("projectRootHash") == hash }, "\(call): one key")
        }
        let left = (try? FileManager.default.contentsOfDirectory(atPath: project.folder.path(".tool/private"))) ?? []
        #expect(Set(left) == [".gitignore", "telemetry.key"], "\(call): \(left)")
        return outcome
    }
}
