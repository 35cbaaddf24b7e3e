import Foundation
import JSONBytes
import TestSupport
import Testing

/// Clocks that are wrong, or are set while a run lasts: each run is on record, with a time that a document can hold.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/faketime"), "needs faketime"))
struct ClockTests {
    private func run(_ time: String, monotonic: Bool) throws -> RecordedProject {
        let project = try RecordedProject()
        let run = try Command.run(
            "/usr/bin/faketime", ["-f", time, RecordedProject.tool, "work", "x", "--telemetry"],
            in: project.folder.path,
            environment: monotonic ? [:] : ["FAKETIME_DONT_FAKE_MONOTONIC": "1"])
        #expect(run.output == "worked on x\n" && run.exitCode == 0)
        #expect(run.errors.hasPrefix("telemetry: 3 documents, run "), "\(time): \(run.errors)")
        #expect(project.names().count == 3)
        return project
    }

    @Test(arguments: [
        ("-60y", "1970-01-01T00:00:00.000Z"), ("@1969-12-31 23:59:59", "1970-01-01T00:00:00.000Z"),
        ("@2001-02-03 04:05:06", "2001-02-03T04:05:0"), ("+8000y", "9999-12-31T23:59:59.999Z"),
    ])
    func anyYearIsWrittenAsOneThatADocumentCanHold(time: String, stamp: String) throws {
        let document = try #require(try run(time, monotonic: false).documents().first)
        #expect(document.text("timestampUtc")?.hasPrefix(stamp) == true, "\(document.text("timestampUtc") ?? "")")
        #expect(document.text("outcome") == "success")
    }

    /// Each look at the clock finds it earlier.
    @Test(arguments: ["+0 i-1000.0", "+0 x-1000"]) func nothingIsMeasuredWithAClockThatIsSetBack(time: String) throws {
        let document = try #require(try run(time, monotonic: false).documents().first)
        let node = document["durationMs"]
        if case .double(let duration)? = node?.value { #expect((0..<60_000).contains(duration)) }
    }

    /// Not even where the monotonic clock itself goes backwards does a document fail to be one.
    @Test func aBrokenMonotonicClockIsClamped() throws {
        let document = try #require(try run("+0 x-1000", monotonic: true).documents().first)
        #expect(document.text("outcome") == "success")
    }
}
