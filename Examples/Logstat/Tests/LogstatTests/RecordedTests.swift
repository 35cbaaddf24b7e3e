import Foundation
import LocalTelemetry
import LocalTelemetryTesting
import Testing

@testable import logstat

/// What is recorded, as values.
@Suite struct RecordedTests {
    @Test func tellsWhatWasRead() throws {
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).log")
        try Data(sampleLog.utf8).write(to: log)
        defer { try? FileManager.default.removeItem(at: log) }

        let test = try TelemetryTest(Logstat.telemetryTool, command: "summary")
        let summary = try #require(try Summary.parseAsRoot([log.path]) as? Summary)
        try summary.run(test.run)
        test.clock.advance(by: .milliseconds(7))
        test.end()

        #expect(test.kinds == ["cli-command", "reading"])
        #expect(test.recorded(\ReadingBody.requests) == [3])
        #expect(test.recorded(\ReadingBody.malformed) == [1])
        #expect(test.recorded(\ReadingBody.largest).first?.map(\.log) == [test.pseudonym(.log, of: log.path)])
        #expect(test.recorded(\ReadingBody.lineBytes).first?.count == 4)
        #expect(test.recorded(\Envelope.duration).first == .milliseconds(7))
        #expect(test.errors(\.code).isEmpty)
    }

    @Test func tellsWhatWentWrong() throws {
        let test = try TelemetryTest(Logstat.telemetryTool, command: "summary")
        let summary = try #require(try Summary.parseAsRoot(["/nowhere.log"]) as? Summary)
        #expect(throws: LogFile.Unreadable.self) { try summary.run(test.run) }
        test.end(exitCode: 1)
        #expect(test.kinds == ["cli-command"])
        #expect(test.errors(\.code.text) == ["unreadable"])
        #expect(test.errors(\.phase?.text) == ["read"])
        #expect(test.recorded(\Envelope.outcome) == [.failure])
    }

    @Test func theCatalogueIsInOrder() {
        #expect(Logstat.telemetryTool.catalogue.objections == [])
    }
}
