import Foundation
import TestSupport
import Testing

/// Errors leave everything as it was, and say all there is to say.
@Suite struct FailureTests {
    @Test func everyErrorOfARunIsReportedAndNothingChanges() throws {
        let folder = try ShopProject.built()
        try folder.write(
            "Queries/bad.sql",
            "-- name: one :many\nSELECT nope FROM books;\n\n-- name: two :many\nSELECT id FROM boks;\n")
        let before = try folder.files()
        let run = try Tool.run([], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("Queries/bad.sql:2:8: error XQ0"), "\(run.errors)")
        #expect(run.errors.contains("    SELECT nope FROM books;\n           ^\n"))
        #expect(run.errors.contains("Queries/bad.sql:5:16: error XQ0"), "\(run.errors)")
        #expect(!run.errors.contains("build:"))
        let after = try folder.files()
        #expect(
            after.filter { !$0.key.hasPrefix(".xtraq/cache/") } == before.filter { !$0.key.hasPrefix(".xtraq/cache/") })
    }

    /// Runs the tool as somebody whom modes bind: root may read and write everything.
    private func runUnprivileged(_ arguments: [String], in folder: TemporaryFolder) throws -> Tool.Run {
        guard getuid() == 0 else { return try Tool.run(arguments, in: folder) }
        let copy = try TemporaryFolder()
        try copy.copy(Tool.path, to: "xtraq")
        try copy.setMode(0o755, of: "")
        _ = try Command.run("/bin/chown", ["-R", "nobody", folder.path], in: "/")
        return try Command.run(
            "/usr/sbin/runuser", ["-u", "nobody", "--", copy.path("xtraq")] + arguments, in: folder.path)
    }

    @Test func aFolderThatCannotBeListedIsNamed() throws {
        let folder = try ShopProject.make()
        try folder.setMode(0o000, of: "Queries/orders")
        let run = try runUnprivileged(["snapshot"], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("XQ0503") && run.errors.contains("“Queries/orders”"), "\(run.errors)")
    }

    @Test func aFileThatCannotBeReadIsNamed() throws {
        let folder = try ShopProject.make()
        try folder.setMode(0o000, of: "Queries/books.sql")
        let run = try runUnprivileged(["snapshot"], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("XQ0503") && run.errors.contains("“Queries/books.sql”"), "\(run.errors)")
    }

    @Test func aConfigurationThatCannotBeReadIsNamed() throws {
        let folder = try ShopProject.make()
        try folder.write(".env", "")
        try folder.setMode(0o000, of: ".env")
        let run = try runUnprivileged(["build"], in: folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("XQ0002") && run.errors.contains("“.env”"), "\(run.errors)")
    }

    @Test func aReadOnlyProjectFailsWithoutATrace() throws {
        let folder = try ShopProject.make()
        try folder.setMode(0o555, of: "")
        let run = try runUnprivileged([], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("Permission denied"), "\(run.errors)")
        #expect(!folder.contains(".xtraq") && !folder.contains("Generated"))
    }

    @Test func initSaysWhatItCannotWrite() throws {
        let folder = try TemporaryFolder()
        try folder.setMode(0o555, of: "")
        let run = try runUnprivileged(["init"], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("XQ0504") && run.errors.contains("Permission denied"), "\(run.errors)")
    }
}
