import Foundation
import TestSupport
import Testing

/// A signal ends the process as it always does, and the run is on record as interrupted.
@Suite struct SignalTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
    }

    @Test(arguments: [(SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP")])
    func isRecordedAndRaisedAgain(signal: Int32, name: String) throws {
        let tool = try WaitingTool(project, ["work", "x", "--waits", "--telemetry"])
        try tool.waitUntilReady()
        #expect(try project.documents().map { $0.text("outcome") } == ["unfinished"])
        tool.send(signal)
        let run = try tool.wait()
        #expect(run.signal == signal)
        let document = try #require(try project.documents().first)
        #expect(document.text("outcome") == "interrupted")
        #expect(document.text("signal") == name)
        #expect(document.integer("exitCode") == 128 + Int(signal))
        #expect(document.list("phases").map { $0.text("name") } == ["read"], "the phases that finished")
        #expect(project.names().count == 3)
        #expect(run.errors.hasPrefix("telemetry: 3 documents, run "))
    }

    @Test func aReaderThatGoesAwayIsQuiet() throws {
        for arguments in [["work", "--talks"], ["work", "--talks", "--telemetry"]] {
            let tool = try WaitingTool(project, arguments)
            try tool.waitUntilReady()
            try tool.stopListening()
            #expect(try tool.wait().signal == SIGPIPE)
        }
        let document = try #require(try project.documents().first)
        #expect(document.text("outcome") == "interrupted")
        #expect(document.text("signal") == "SIGPIPE")
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func keepsItsDefaultWhenOff(signal: Int32) throws {
        let tool = try WaitingTool(project, ["work", "x", "--waits"])
        try tool.waitUntilReady()
        tool.send(signal)
        #expect(try tool.wait().signal == signal)
    }

    @Test func staysIgnoredWhereItWasIgnored() throws {
        // As under nohup: the shell's child begins with SIGHUP ignored.
        let run = try project.shell(
            "trap '' HUP; (echo; kill -HUP $$; echo) | { $TOOL work x --waits --telemetry; echo \"exit $?\"; }")
        #expect(run.output == "worked on x\nexit 0\n")
        #expect(try project.documents().map { $0.text("outcome") } == ["success"])
    }
}
