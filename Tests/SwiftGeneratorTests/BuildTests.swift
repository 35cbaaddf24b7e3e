import Diagnostics
import Foundation
import SnapshotModel
import SwiftGenerator
import TelemetryRecording
import TestSupport
import Testing

@Suite
struct BuildTests {
    private let project: TestProject

    init() throws {
        project = try TestProject()
        try project.folder.write(
            "Schema/schema.sql",
            """
            CREATE TABLE book (id INTEGER PRIMARY KEY NOT NULL, title TEXT NOT NULL, rating REAL);
            CREATE TABLE author (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL);
            """)
        try project.folder.write(
            "Queries/books.sql",
            """
            -- name: books :many
            SELECT * FROM book;

            -- name: titles :many
            SELECT id, title FROM book;

            -- name: rate :exec
            -- @param id: Int64
            -- @param rating: Double
            UPDATE book SET rating = :rating WHERE id = :id;
            """)
        try project.folder.write("Queries/authors.sql", "-- name: authors :many\nSELECT * FROM author;\n")
    }

    private func edit(_ file: String, _ old: String, _ new: String) throws {
        let text = try project.folder.read(file)
        #expect(text.contains(old))
        try project.folder.write(file, text.replacingOccurrences(of: old, with: new))
    }

    private func snapshotAndBuild() throws -> BuildReport {
        #expect(try project.snapshot().findings == [])
        return project.build()
    }

    @Test
    func firstBuildMakesEverythingAndTheNextNothing() throws {
        let first = try snapshotAndBuild()
        #expect(first.failure == nil)
        #expect(first.counts.refreshed == 4 && first.counts.reused == 0 && first.files.written == 5)
        #expect(first.refreshed.map(\.name) == ["Main.authors", "Main.books", "Main.rate", "Main.titles"])
        #expect(first.refreshed.allSatisfy { $0.reason == .new })
        #expect(
            Set(try project.output().keys)
                == ["Main+Authors.swift", "Main+Books.swift", "MainRows.swift", "MainSchema.swift", ".xtraq-generated"])
        let files = try project.folder.files().filter { $0.key != ".xtraq/cache/build.json" }
        let second = project.build()
        #expect(second.isWarm)
        #expect(second.counts.reused == 4 && second.files.unchanged == 5 && second.files.written == 0)
        #expect(try project.folder.files().filter { $0.key != ".xtraq/cache/build.json" } == files)
    }

    @Test
    func withoutSnapshotItSaysSo() {
        let report = project.build()
        #expect(report.failure == .snapshot)
        #expect(report.findings.map(\.code) == [.snapshotMissing])
    }

    @Test
    func oneChangedQueryChangesItsFileAlone() throws {
        _ = try snapshotAndBuild()
        let before = try project.output()
        try edit("Queries/books.sql", "SELECT id, title FROM book;", "SELECT id, title FROM book ORDER BY title;")
        let report = try snapshotAndBuild()
        #expect(report.refreshed.map(\.name) == ["Main.titles"])
        #expect(report.refreshed.first?.reason == .snapshotChanged)
        #expect(report.counts.reused == 3 && report.counts.refreshed == 1)
        let after = try project.output()
        #expect(Set(after.keys.filter { after[$0] != before[$0] }) == ["Main+Books.swift", ".xtraq-generated"])
    }

    @Test
    func editedAndDeletedFilesAreMadeAnew() throws {
        _ = try snapshotAndBuild()
        let before = try project.folder.files()
        try edit("Generated/Main+Books.swift", "SELECT * FROM book", "SELECT * FROM book -- mine")
        #expect(project.build(isCheck: true).differences.map(\.text) == ["Main.books: SQL changed"])
        let edited = project.build()
        #expect(edited.refreshed.map(\.name) == ["Main.books"])
        #expect(edited.refreshed.first?.reason == .outputEdited)
        #expect(try project.folder.files() == before)

        try project.folder.remove("Generated/Main+Authors.swift")
        let missing = project.build()
        #expect(missing.refreshed.map(\.name) == ["Main.authors"])
        #expect(missing.refreshed.first?.reason == .outputMissing)
        #expect(try project.folder.files() == before)

        try project.folder.remove("Generated/.xtraq-generated")
        let unrecorded = project.build()
        #expect(unrecorded.counts.refreshed == 0 && unrecorded.files.written == 1)
        #expect(try project.folder.files() == before)

        try project.folder.write("Generated/.xtraq-generated", "// xtraq:generated v1\n<<<<<<< HEAD\nnonsense")
        #expect(project.build().counts.refreshed == 0)
        #expect(try project.folder.files()["Generated/.xtraq-generated"] != nil)
    }

    @Test
    func editedSnapshotIsNoticed() throws {
        _ = try snapshotAndBuild()
        let files = try project.folder.files().keys
        let file = try #require(files.first { $0.contains("snapshots/queries") && $0.contains("books") })
        try edit(file, "SELECT id, title", "SELECT id , title")
        let report = project.build()
        #expect(report.failure == .snapshot)
        #expect(report.findings.map(\.code) == [.snapshotIncomplete])
    }

    @Test
    func whatIsGoneGoesButOnlyOurs() throws {
        _ = try snapshotAndBuild()
        try project.folder.write("Generated/Mine.swift", "// by hand\n")
        try project.folder.remove("Queries/authors.sql")
        try project.snapshot()
        let check = project.build(isCheck: true)
        #expect(check.differences.map(\.text) == ["Main.authors: removed", "Main.AuthorRow: removed"])
        #expect(check.differences.allSatisfy { $0.breaksCallers })
        let report = project.build()
        #expect(report.files.removed == 1 && report.removedQueries == 1)
        #expect(
            Set(try project.output().keys) == [
                "Main+Books.swift", "MainRows.swift", "MainSchema.swift", "Mine.swift", ".xtraq-generated",
            ])
    }

    @Test
    func checkSpeaksOfTheInterfaceAndWritesNothing() throws {
        _ = try snapshotAndBuild()
        try edit("Queries/books.sql", "-- @param rating: Double", "-- @param rating: Double?\n-- @param since: Date")
        try edit("Queries/books.sql", "WHERE id = :id", "WHERE id = :id AND :since IS NOT NULL")
        try edit("Queries/books.sql", "SELECT id, title FROM book", "SELECT id, rating FROM book")
        try project.folder.write(
            "Queries/more.sql", "-- name: count :one\nSELECT count(*) AS \"n!: Int64\" FROM book;\n")
        #expect(try project.snapshot().findings == [])
        let before = try project.folder.files()
        let report = project.build(isCheck: true)
        #expect(
            report.differences.map { "\($0.text)\($0.breaksCallers ? " (breaks)" : "")" } == [
                "Main.count: added",
                "Main.rate: parameter rating: Double becomes Double?",
                "Main.rate: parameter since added (breaks)",
                "Main.titles: column title removed (breaks)",
                "Main.titles: column rating added",
            ])
        #expect(try project.folder.files() == before)
        _ = project.build()
        #expect(project.build(isCheck: true).differences.isEmpty)
    }

    @Test
    func configurationChangesAreAReason() throws {
        _ = try snapshotAndBuild()
        var other = project
        other.configuration.conformances = [.hashable]
        let report = other.build()
        #expect(Set(report.refreshed.map(\.reason)) == [.configurationChanged])
        #expect(report.refreshed.map(\.name) == ["Main.titles"], "the only function with a row type of its own")
        #expect(try project.output()["MainRows.swift"]?.contains("Sendable, Hashable") == true)
    }

    @Test
    func forcedBuildsReuseNothing() throws {
        _ = try snapshotAndBuild()
        let report = project.build(isForced: true)
        #expect(report.counts.refreshed == 4 && report.counts.reused == 0 && report.files.written == 0)
        #expect(Set(report.refreshed.map(\.reason)) == [.forced])
    }

    // MARK: Filters

    @Test
    func filterUpdatesWhatMatchesAndNothingElse() throws {
        _ = try snapshotAndBuild()
        let before = try project.output()
        try edit("Queries/books.sql", "SELECT id, title FROM book", "SELECT id, title AS name FROM book")
        try edit("Queries/books.sql", "SELECT * FROM book", "SELECT id FROM book")
        try edit("Queries/authors.sql", "SELECT * FROM author", "SELECT name FROM author")
        #expect(try project.snapshot().findings == [])
        let filter = try ProcedureFilter(parsing: "titles")
        let report = project.build(filter: filter)
        #expect(report.failure == nil)
        #expect(report.refreshed.map(\.name) == ["Main.titles"])
        #expect(report.refreshed.first?.reason == .selected)
        #expect(report.counts.skipped == 3 && report.files.removed == 0)
        let after = try project.output()
        #expect(after["Main+Authors.swift"] == before["Main+Authors.swift"])
        #expect(after["MainRows.swift"] == before["MainRows.swift"])
        let books = try #require(after["Main+Books.swift"])
        #expect(books.contains("public let name: String") && books.contains("SELECT * FROM book"))
        // A whole build afterwards brings the rest.
        let whole = project.build()
        #expect(whole.refreshed.map(\.name) == ["Main.authors", "Main.books"])
        #expect(project.build().isWarm)
    }

    @Test
    func filterOfEverythingEqualsTheWholeBuild() throws {
        try project.snapshot()
        #expect(project.build(filter: try ProcedureFilter(parsing: "*")).failure == nil)
        var selected = try project.output()
        _ = project.build(isForced: true)
        var whole = try project.output()
        selected[".xtraq-generated"] = nil
        whole[".xtraq-generated"] = nil
        #expect(selected == whole)
    }

    @Test
    func filterOnAnEmptyOutputMakesWhatMatches() throws {
        try project.snapshot()
        let report = project.build(filter: try ProcedureFilter(parsing: "main.rate"))
        #expect(report.counts.refreshed == 1)
        #expect(Set(try project.output().keys) == ["Main+Books.swift", "MainSchema.swift", ".xtraq-generated"])
        #expect(try project.output()["Main+Books.swift"]?.contains("func books") == false)
    }

    @Test
    func aSelectedQueryThatMovedIsNotThereTwice() throws {
        _ = try snapshotAndBuild()
        try edit("Queries/books.sql", "-- name: titles :many\nSELECT id, title FROM book;\n", "")
        try project.folder.write("Queries/other.sql", "-- name: titles :many\nSELECT id, title FROM book;\n")
        #expect(try project.snapshot().findings == [])
        _ = project.build(filter: try ProcedureFilter(parsing: "titles"))
        let output = try project.output()
        #expect(output["Main+Other.swift"]?.contains("func titles") == true)
        #expect(output["Main+Books.swift"]?.contains("func titles") == false)
        #expect(output["Main+Books.swift"]?.contains("func books") == true)
    }

    @Test
    func filterWithoutMatchFailsWithNearNames() throws {
        _ = try snapshotAndBuild()
        let report = project.build(filter: try ProcedureFilter(parsing: "titels"))
        #expect(report.failure == .noMatch)
        #expect(report.findings.map(\.code) == [.filterNoMatch])
        #expect(report.findings.first?.notes == ["did you mean main.titles?"])
    }

    // MARK: Telemetry

    @Test
    func buildsAreRecorded() throws {
        try project.snapshot()
        let first = Recorder()
        _ = project.build(recorder: first)
        let recording = try #require(first.recording())
        #expect(recording.spans.map(\.name) == ["build.load", "build.plan", "build.render", "build.write"])
        #expect(recording.counters["build.planner.considered"] == 4)
        #expect(recording.counters["build.planner.refreshed"] == 4)
        #expect(recording.counters["build.planner.reason.new.roots"] == 4)
        #expect(recording.counters["build.files.written"] == 5)
        #expect(recording.counters["build.category.procedures.files"] == 2)
        #expect(recording.counters["build.category.procedures.written"] == 2)
        #expect(recording.counters["build.category.rowTypes.files"] == 1)
        #expect(recording.counters["build.category.support.files"] == 2)
        #expect(recording.largest["build.largest"]?.first?.subject.name == "Main+Books.swift")
        #expect(recording.operations["build.renderFile"]?.count == 4)
        #expect(recording.operations["build.writeFile"]?.count == 5)

        let warm = Recorder()
        _ = project.build(recorder: warm)
        let second = try #require(warm.recording())
        #expect(second.counters["build.planner.reused"] == 4)
        #expect(second.counters["build.planner.refreshed"] ?? 0 == 0)
        #expect(second.counters["build.files.unchanged"] == 5)
        #expect(second.counters["build.category.procedures.unchanged"] == 2)
        #expect(second.operations["build.writeFile"] == nil && second.operations["build.renderFile"] == nil)
    }
}
