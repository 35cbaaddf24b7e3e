import LocalTelemetry
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@Suite struct RunCollectionTests {
    @Test func groupsDocumentsIntoRunsNewestFirst() throws {
        let folder = try TemporaryFolder()
        try Samples.write(Samples.examples, to: folder)
        try Samples.write(
            [Samples.command(run: 1, minute: -5), Samples.command(run: 2, minute: 5)], to: folder)
        let collection = RunCollection([folder.path], reader: reader)
        #expect(collection.damaged == [])
        #expect(collection.runs.map(\.entries.count) == [1, 4, 1])
        #expect(collection.runs[1].entries.map(\.document.kind) == ["cli-command", "snapshot", "build", "summary"])
        #expect(collection.runs(named: "3F9A").count == 1)
        #expect(collection.runs(named: "").isEmpty)
    }

    @Test func takesTheSecondNameWhereBothAreThere() throws {
        let folder = try TemporaryFolder()
        try Samples.write(
            [Samples.command(run: 7, minute: 0, outcome: .unfinished, exitCode: nil, duration: nil)], to: folder)
        try Samples.write([Samples.command(run: 7, minute: 0)], to: folder, suffix: ".final")
        let collection = RunCollection([folder.path], reader: reader)
        #expect(collection.runs.count == 1)
        #expect(collection.runs[0].outcome.value == .success)
    }

    @Test func skipsDamagedFilesAndSaysWhy() throws {
        let folder = try TemporaryFolder()
        try Samples.write([Samples.command(run: 7, minute: 0)], to: folder)
        let cut = try folder.write("cut.json", "{\"kind\": \"build\", ")
        let other = try folder.write("other.json", "{\"a\": 1}")
        _ = try folder.write("notes.txt", "not looked at")
        _ = try folder.write(".hidden.json", "not looked at")
        let collection = RunCollection([folder.path], reader: reader)
        #expect(collection.runs.count == 1)
        #expect(
            collection.damaged == [.init(path: cut, damage: .cutOff), .init(path: other, damage: .notADocument)])
    }

    @Test func mixesFoldersAndFilesAndLeavesARunOut() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        try Samples.write([Samples.command(run: 1, minute: 0), Samples.command(run: 2, minute: 1)], to: folder)
        let files = try Samples.write(
            [Samples.command(run: 3, minute: 2), Samples.command(run: 4, minute: 3)], to: other)
        let collection = RunCollection(
            [folder.path, files[0], files[0]], reader: reader, excluding: RunIdentifier(high: 2 << 32, low: 2))
        #expect(collection.runs.map(\.runId.shortText) == ["00000003", "00000001"])
        #expect(collection.runs[0].entries.count == 1)
    }

    @Test func filters() throws {
        let folder = try TemporaryFolder()
        try Samples.write(Samples.examples, to: folder)
        try Samples.write(
            [
                Samples.command(run: 1, minute: 60, command: "init"),
                Samples.command(run: 2, minute: 120, outcome: .failure, exitCode: 1),
            ], to: folder)
        let runs = RunCollection([folder.path], reader: reader).runs
        func count(_ change: (inout RunFilter) -> Void) -> Int {
            var filter = RunFilter()
            change(&filter)
            return runs.count(where: filter.includes)
        }
        #expect(count { _ in } == 3)
        #expect(count { $0.kinds = ["snapshot"] } == 1)
        #expect(count { $0.commands = ["init", "build"] } == 2)
        #expect(count { $0.outcomes = [.failure] } == 1)
        #expect(count { $0.since = runs[1].timestamp } == 2)
    }

    @Test(arguments: [
        ("2026-03-02", 1_772_409_600_000), ("2026-03-02T08:00:00Z", 1_772_438_400_000), ("30m", 1_772_438_200_000),
        ("2h", 1_772_432_800_000), ("1d", 1_772_353_600_000), ("1w", 1_771_835_200_000),
    ])
    func readsTimesAndAges(text: String, expected: Int) {
        let now = Timestamp(millisecondsSince1970: 1_772_440_000_000)
        #expect(SinceArgument.parse(text, now: now)?.millisecondsSince1970 == expected)
    }

    @Test(arguments: ["", "yesterday", "d", "-1d", "5y", "2026-99-01"])
    func refusesOtherTimes(text: String) {
        #expect(SinceArgument.parse(text, now: Timestamp(millisecondsSince1970: 0)) == nil)
    }
}
