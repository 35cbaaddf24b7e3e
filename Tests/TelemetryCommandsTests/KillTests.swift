import Foundation
import JSONBytes
import TestSupport
import Testing

/// SIGKILL at every system call of a run's telemetry, key and folders included: each document is whole or not there, a
/// run whose start was linked is on record, and the next run leaves no litter.
@Suite(.enabled(if: TracedTool.isAvailable, "needs strace"))
struct KillTests {
    /// `make check-all` asks for every one; otherwise every fourth, beginning elsewhere from run to run.
    private static let step = Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_KILL_STEP"] ?? "") ?? 4

    @Test func leavesWholeDocumentsOrNone() throws {
        let calls = try TracedTool.calls()
        try #require(calls.count > 60, "the trace shows the write path")
        let first = Int.random(in: 0..<min(Self.step, calls.count))
        var seen: Set<String> = []
        // The last in any case: what follows the replacement is short.
        for index in Set(stride(from: first, to: calls.count, by: Self.step)).union([calls.count - 1]) {
            seen.insert(try expectWhole(afterKillAt: calls[index], first))
        }
        #expect(seen.isSuperset(of: ["none", "unfinished", "success"]), "kills before, within and after: \(seen)")
    }

    private func expectWhole(afterKillAt call: TracedTool.Call, _ first: Int) throws -> String {
        let project = try RecordedProject()
        let killed = try TracedTool.run(
            project,
            ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):signal=KILL:when=\(call.ordinal)"])
        #expect(killed.signal == SIGKILL || killed.exitCode == 128 + SIGKILL, "\(call), first \(first)")

        let names = project.names()
        let isLinked = names.contains { $0.hasPrefix("cli-command-") && $0.hasSuffix(".json") }
        #expect(names.allSatisfy { $0.hasSuffix(".json") || $0.hasSuffix(".json.final") }, "\(call): \(names)")
        for name in names {
            #expect(
                throws: Never.self, "\(call): \(name)",
                performing: { _ = try JSONNode.parse(Array(try project.folder.read(".tool/telemetry/" + name).utf8)) })
        }
        let secrets = (try? FileManager.default.contentsOfDirectory(atPath: project.folder.path(".tool/private"))) ?? []
        #expect(Set(secrets).isSubset(of: [".gitignore", "telemetry.key"]), "\(call): \(secrets)")
        let key = try? Data(contentsOf: URL(fileURLWithPath: project.folder.path(".tool/private/telemetry.key")))
        #expect(key.map { $0.count == 32 } ?? true, "\(call)")
        let outcome = isLinked ? try project.documents().first?.text("outcome") ?? "" : "none"

        // The next run puts everything in order and keeps what was there.
        let next = try RecordedProject.run(TracedTool.arguments, in: project.folder.path)
        #expect(next.errors.hasPrefix("telemetry: 3 documents, run "), "\(call): \(next.errors)")
        #expect(project.names().allSatisfy { $0.hasSuffix(".json") }, "\(call): \(project.names())")
        #expect(try project.documents().count == (isLinked ? 2 : 1), "\(call)")
        let hash = try project.documents("small").last?.text("projectRootHash")
        if key != nil {
            #expect(try project.documents().allSatisfy { $0.text("projectRootHash") == hash }, "\(call): one key")
        }
        return outcome
    }
}
