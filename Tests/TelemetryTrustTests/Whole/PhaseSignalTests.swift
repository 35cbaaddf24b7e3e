import Foundation
import JSONBytes
import TestSupport
import Testing

/// A signal in each phase of the tool: the run is on record as interrupted, with the phases that had finished, and the
/// process ends by that signal.
@Suite(.enabled(if: Trace.isAvailable, "needs strace"))
struct PhaseSignalTests {
    private static let phases = ["configuration", "snapshot", "build"]
    /// What a run looks at in each phase.
    private static let marks = [".xtraqconfig", "Queries", "Generated"]

    private func trace(_ folder: TemporaryFolder, _ options: [String]) throws -> (run: Tool.Run, calls: [String]) {
        let scratch = try TemporaryFolder()
        let run = try Command.run(
            "/usr/bin/env",
            ["--default-signal", "/usr/bin/strace", "-q", "-o", scratch.path("trace")] + options
                + [Tool.path, "--telemetry"], in: folder.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
        return (run, try scratch.read("trace").split(separator: "\n").map(String.init))
    }

    /// The last call of a name on a line of the trace that holds a mark, once telemetry has begun.
    private func call(_ mark: String, in calls: [String]) throws -> (name: String, ordinal: Int) {
        let start = try #require(calls.firstIndex { $0.contains("\"telemetry\"") }, "the trace shows telemetry")
        let place = try #require(calls[start...].firstIndex { $0.contains(mark) }, "no call names \(mark)")
        let name = String(calls[place].prefix { $0 != "(" })
        return (name, calls[...place].count { $0.hasPrefix(name + "(") })
    }

    @Test(arguments: [(SIGINT, "INT"), (SIGTERM, "TERM"), (SIGHUP, "HUP")], [0, 1, 2])
    func isRecordedInEachPhase(signal: (number: Int32, name: String), phase: Int) throws {
        let calls = try trace(SmallProject.make(), ["-e", "trace=%file"]).calls
        let call = try call(Self.marks[phase], in: calls)
        let folder = try SmallProject.make()
        let run = try trace(
            folder,
            ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):signal=\(signal.name):when=\(call.ordinal)"]
        ).run
        #expect(run.signal == signal.number || run.exitCode == 128 + signal.number, "\(run)")
        let names = try folder.files(below: ".xtraq/telemetry").keys.filter { $0.hasSuffix(".json") }
        let name = try #require(names.first { $0.hasPrefix("cli-command-") })
        let document = try JSONNode.parse(Array(try folder.read(".xtraq/telemetry/" + name).utf8))
        #expect(document["outcome"]?.value == .string("interrupted"))
        #expect(document["signal"]?.value == .string("SIG" + signal.name))
        guard case .array(let nodes)? = document["phases"]?.value else { return }
        let finished = nodes.compactMap { node -> String? in
            if case .string(let text)? = node["name"]?.value { text } else { nil }
        }
        // The work goes on until the signal is seen to: a phase more may have finished, none less.
        #expect(finished.starts(with: Self.phases.prefix(phase)), "\(finished)")
        #expect(Self.phases.starts(with: finished), "\(finished)")
        let next = try Tool.run(["--telemetry"], in: folder)
        #expect(next.exitCode == 0 && next.errors.contains("telemetry: 4 documents"), "\(next.errors)")
        #expect(
            try folder.files(below: ".xtraq/telemetry").keys.allSatisfy { $0.hasSuffix(".json") || $0 == ".gitignore" })
    }
}
