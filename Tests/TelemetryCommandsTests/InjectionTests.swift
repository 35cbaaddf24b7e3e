import Foundation
import JSONBytes
import TestSupport
import Testing

/// A system call of a run's telemetry fails: the command does what it does, what is there is whole, one line says what
/// was not recorded, and the next run leaves no litter.
@Suite(.enabled(if: TracedTool.isAvailable, "needs strace"))
struct InjectionTests {
    /// `make check-all` asks for every one; otherwise every fifteenth, beginning elsewhere from run to run.
    private static let step = Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_FAULT_STEP"] ?? "") ?? 15

    @Test(arguments: ["ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE", "EINTR"])
    func harmsNobody(error: String) throws {
        let calls = try TracedTool.calls()
        let first = Int.random(in: 0..<min(Self.step, calls.count))
        for index in stride(from: first, to: calls.count, by: Self.step) {
            try expectHarmless(calls[index], "error=\(error)", "\(error) at \(calls[index]), first \(first)")
        }
    }

    @Test func writesOnAfterAnInterruptedWrite() throws {
        for call in try TracedTool.calls() where call.name == "write" {
            // What is not written by the first call is by the second; a byte written twice would not parse.
            try expectHarmless(call, "error=EINTR", "interrupted \(call)")
        }
    }

    @Test func doesWithoutProc() throws {
        let project = try RecordedProject()
        let run = try TracedTool.run(project, ["-e", "trace=linkat", "-e", "inject=linkat:error=ENOENT:when=1+2"])
        #expect(run.exitCode == 0)
        #expect(run.errors.hasPrefix("telemetry: 3 documents, run "))
        #expect(project.names().count == 3)
    }

    @Test func doesWithoutHardLinks() throws {
        let project = try RecordedProject()
        let run = try TracedTool.run(project, ["-e", "trace=linkat", "-e", "inject=linkat:error=EOPNOTSUPP"])
        #expect(run.exitCode == 0)
        #expect(run.errors.hasPrefix("telemetry: 3 documents, run "))
        #expect(project.names().count == 3)
        #expect(try project.documents().map { $0.text("outcome") } == ["success"])
    }

    private func expectHarmless(_ call: TracedTool.Call, _ fault: String, _ comment: String) throws {
        let project = try RecordedProject()
        let run = try TracedTool.run(
            project, ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):\(fault):when=\(call.ordinal)"])
        #expect(run.output == "worked on x\n", "\(comment)")
        #expect(run.exitCode == 0, "\(comment)")
        #expect(run.errors.hasPrefix("telemetry: "), "\(comment)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(comment): \(run.errors)")
        let names = project.names()
        for name in names where name.hasSuffix(".json") {
            let document = try? JSONNode.parse(Array(try project.folder.read(".tool/telemetry/" + name).utf8))
            #expect(document != nil, "\(comment): \(name)")
        }
        if run.errors.hasPrefix("telemetry: 3 documents, "), !run.errors.contains("not recorded") {
            #expect(names.count == 3, "\(comment): \(names)")
        }
        let next = try RecordedProject.run(TracedTool.arguments, in: project.folder.path)
        #expect(next.errors.hasPrefix("telemetry: 3 documents, run "), "\(comment): \(next.errors)")
        #expect(project.names().allSatisfy { $0.hasSuffix(".json") }, "\(comment): \(project.names())")
    }
}
