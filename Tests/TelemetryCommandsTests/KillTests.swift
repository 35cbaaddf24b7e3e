import Foundation
import JSONBytes
import TestSupport
import Testing

/// SIGKILL at every system call of a run's telemetry, key and folders included: each document is whole or not there, a
/// run whose start was linked is on record, and the next run leaves no litter.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "needs strace"))
struct KillTests {
    /// A system call of the tool's main thread: its name, and which of that name it is.
    private struct Call: Hashable, CustomStringConvertible {
        var name: String
        var ordinal: Int
        var description: String { "\(name) \(ordinal)" }
    }

    /// What writing telemetry consists of; all of it is on the main thread.
    private static let names = [
        "openat", "mkdirat", "fchmod", "newfstatat", "fstat", "write", "fdatasync", "fsync", "linkat", "unlinkat",
        "renameat", "flock", "close", "read", "getdents64",
    ]

    /// `make check-all` asks for every one; otherwise every third, beginning elsewhere from run to run.
    private static let step = Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_KILL_STEP"] ?? "") ?? 3

    private let arguments = ["work", "x", "--big-items", "40", "--telemetry"]

    private func trace(_ project: RecordedProject, _ options: [String]) throws -> Tool.Run {
        try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/strace",
                ["-q", "-o", project.folder.path("trace")] + options + [RecordedProject.tool] + arguments,
                in: project.folder.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
        }
    }

    /// The calls from the first that touches the tool's folder to the end.
    private func calls() throws -> [Call] {
        let project = try RecordedProject()
        #expect(try trace(project, ["-e", "trace=" + Self.names.joined(separator: ",")]).exitCode == 0)
        var counts: [String: Int] = [:]
        var calls: [Call] = []
        for line in try project.folder.read("trace").split(separator: "\n") {
            guard let parenthesis = line.firstIndex(of: "(") else { continue }
            let name = String(line[..<parenthesis])
            counts[name, default: 0] += 1
            if !calls.isEmpty || line.contains("\".tool\"") {
                calls.append(Call(name: name, ordinal: counts[name, default: 0]))
            }
        }
        return calls
    }

    @Test func leavesWholeDocumentsOrNone() throws {
        let calls = try calls()
        try #require(calls.count > 60, "the trace shows the write path")
        let first = Int.random(in: 0..<min(Self.step, calls.count))
        var seen: Set<String> = []
        for index in stride(from: first, to: calls.count, by: Self.step) {
            seen.insert(try expectWhole(afterKillAt: calls[index], first))
        }
        #expect(seen.isSuperset(of: ["none", "unfinished", "success"]), "kills before, within and after: \(seen)")
    }

    private func expectWhole(afterKillAt call: Call, _ first: Int) throws -> String {
        let project = try RecordedProject()
        let killed = try trace(
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
        let next = try RecordedProject.run(arguments, in: project.folder.path)
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
