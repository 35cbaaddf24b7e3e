import Diagnostics
import LocalTelemetry
import TelemetryRecording
import TelemetryReport
import Testing
import XtraqDocuments

/// What becomes of a recorded run: its `snapshot`, `build` and `summary` documents.
@Suite struct SnapshotDocumentTests {
    /// A snapshot of three queries, one of them slow.
    private func worked() -> RecordedRun {
        var run = RecordedRun()
        run.facts.engine = EngineFacts(name: .sqlite, version: Version("3.40.1") ?? Version(0), connection: .memory)
        run.phase("run.snapshot", 0) {
            run.phase("snapshot.plan", 5)
            run.phase("snapshot.analyse", 0) {
                run.operation("prepare", microseconds: 300, Subject(name: "main.quick", text: "SELECT 1"))
                run.operation(
                    "prepare", microseconds: 90_000,
                    Subject(
                        name: "main.slow", text: String(repeating: "x", count: 100), parameterCount: 2, columnCount: 7))
                for _ in 0..<30 { run.operation("tableInfo", microseconds: 10, Subject(name: "a table")) }
                run.operation("prepare", microseconds: 200, failed: true, Subject(name: "main.broken", text: "SELEC"))
                for _ in 0..<40 { run.operation("snapshot.writeFile", microseconds: 200_000) }
            }
        }
        run.recorder.add(3, to: "snapshot.planner.considered")
        run.recorder.add(3, to: "snapshot.planner.refreshed")
        run.recorder.add(2, to: "snapshot.planner.reason.new.roots")
        run.recorder.add(1, to: "snapshot.planner.reason.schemaChanged.cascaded")
        run.recorder.add(3, to: "snapshot.objects.procedures")
        run.recorder.add(2, to: "snapshot.skipped.annotation")
        run.recorder.add(4, to: "snapshot.inference.columns.annotated")
        run.recorder.add(40, to: "snapshot.files.written")
        run.recorder.add(9000, to: "snapshot.files.bytesWritten")
        return run
    }

    @Test func tellsWhatASnapshotDid() throws {
        let values = try #require(try worked().documents()["snapshot"]).values
        #expect(values["engine"]?["version"]?.text == "3.40")
        #expect(values["phases"]?.items.compactMap { $0["name"]?.text } == ["plan", "analyse"])
        #expect(values["phases"]?.items[0]["durationMs"]?.number == 5)
        #expect(values["objects"]?["procedures"]?.integer == 3)
        #expect(values["objects"]?["skipped"]?.items.first?["count"]?.integer == 2)
        #expect(values["inference"]?["columns"]?["annotated"]?.integer == 4)
        #expect(values["planner"]?["warm"]?.isTrue == false)
        let reasons = values["planner"]?["reasons"]?.items ?? []
        #expect(reasons.compactMap { $0["reason"]?.text } == ["new", "schemaChanged"])
        #expect(reasons.compactMap { $0["roots"]?.integer } == [2, 0])
        #expect(values["files"]?["bytesWritten"]?.integer == 9000)
    }

    @Test func tellsWhatTheDatabaseDidByOperation() throws {
        let values = try #require(try worked().documents()["snapshot"]).values
        let operations = values["operations"]?.items ?? []
        #expect(operations.compactMap { $0["name"]?.text } == ["prepare", "tableInfo", "writeFile"])
        #expect(operations[0]["count"]?.integer == 3)
        #expect(operations[0]["failures"]?.integer == 1)
        #expect(operations[0]["maxMs"]?.number == 90)
        #expect(operations[0]["histogram"]?.histogram?.count == 3)
    }

    /// The one slow statement stands first, however many files were slower to write.
    @Test func keepsTheSlowStatementAmongSlowFiles() throws {
        let values = try #require(try worked().documents()["snapshot"]).values
        let slowest = values["slowest"]?.items ?? []
        #expect(slowest.count == 25)
        #expect(slowest[0]["durationMs"]?.number == 90)
        #expect(slowest[0]["statementLengthClass"]?.text == "upTo128")
        #expect(slowest[0]["parameterCount"]?.integer == 2)
        #expect(Set(slowest.compactMap { $0["operation"]?.text }) == ["prepare", "tableInfo"])
        #expect(values["recorder"]?["cutLists"]?.integer == 0)
    }

    @Test func recordsUnknownNamesAsOtherOrDropsAndCountsThem() throws {
        let run = worked()
        run.phase("snapshot.frobnicate", 1)
        run.operation("thirdParty", microseconds: 50, Subject(name: "secret name"))
        run.recorder.add(5, to: "snapshot.objects.unicorns")
        run.recorder.item("strange.list", size: 3, Subject(name: "secret name"))
        let values = try #require(try run.documents()["snapshot"]).values
        #expect(values["phases"]?.items.last?["name"]?.text == "other")
        #expect(values["operations"]?.items.last?["name"]?.text == "other")
        #expect(values["recorder"]?["otherValues"]?.integer == 3)
        #expect(values["recorder"]?["droppedAttributes"]?.integer == 2)
    }

    @Test func writesNoDocumentOfWhatWasNotTried() throws {
        let run = RecordedRun()
        run.phase("run.configuration", 1)
        #expect(try Set(run.documents().keys) == ["cli-command"])
        run.phase("build.load", 1)
        #expect(try Set(run.documents().keys) == ["cli-command", "build", "summary"])
    }

    @Test func sumsTheRunUp() throws {
        let run = worked()
        run.phase("build.write", 7)
        run.recorder.add(2, to: "build.files.written")
        let values = try #require(try run.documents()["summary"]).values
        #expect(values["snapshot"]?["statements"]?.integer == 3)
        #expect(values["snapshot"]?["failures"]?.integer == 1)
        #expect(values["build"]?["written"]?.integer == 2)
        #expect(values["build"]?["durationMs"]?.number == 7)
        #expect(values["warm"]?.isTrue == false)
        #expect(values["warmRunGoalMet"] == nil)
        #expect(values["totalMs"]?.number == 500)
    }
}

/// When a run is warm, and whether it did as little as it should.
@Suite struct WarmRunTests {
    private func run(
        refreshed: Int = 0, removed: Int = 0, reason: StaticString? = nil, prepared: Int = 0, written: Int = 0
    ) throws -> DocumentValue {
        var run = RecordedRun()
        run.facts.engine = EngineFacts(name: .sqlite, version: Version(3, 40), connection: .memory)
        run.phase("snapshot.plan", 1)
        run.recorder.add(10, to: "snapshot.planner.considered")
        run.recorder.add(refreshed, to: "snapshot.planner.refreshed")
        run.recorder.add(removed, to: "snapshot.planner.removed")
        if let reason { run.recorder.add(refreshed, to: reason) }
        for _ in 0..<prepared { run.operation("prepare", microseconds: 5) }
        run.recorder.add(written, to: "snapshot.files.written")
        return try #require(try run.documents()["summary"]).values
    }

    @Test func nothingChangedAndNothingDoneMeetsTheGoal() throws {
        let values = try run()
        #expect(values["warm"]?.isTrue == true)
        #expect(values["warmRunGoalMet"]?.isTrue == true)
    }

    @Test func aBrokenCacheMissesTheGoal() throws {
        let values = try run(refreshed: 10, reason: "snapshot.planner.reason.cacheMissing.roots", prepared: 10)
        #expect(values["warm"]?.isTrue == true)
        #expect(values["warmRunGoalMet"]?.isTrue == false)
    }

    @Test func aFileWrittenMissesTheGoal() throws {
        #expect(try run(written: 1)["warmRunGoalMet"]?.isTrue == false)
    }

    @Test(
        arguments: [
            "snapshot.planner.reason.new.roots", "snapshot.planner.reason.sqlChanged.roots",
            "snapshot.planner.reason.forced.roots", "snapshot.planner.reason.selected.roots",
        ] as [StaticString])
    func whatChangedIsNotWarm(reason: StaticString) throws {
        let values = try run(refreshed: 1, reason: reason, prepared: 1)
        #expect(values["warm"]?.isTrue == false)
        #expect(values["warmRunGoalMet"] == nil)
    }

    @Test func whatIsGoneIsNotWarm() throws {
        #expect(try run(removed: 1)["warm"]?.isTrue == false)
    }
}
