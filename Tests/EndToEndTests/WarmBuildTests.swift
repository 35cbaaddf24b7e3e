import Foundation
import TestSupport
import Testing

/// A build that has nothing to do looks at files from outside, and still notices every change.
@Suite struct WarmBuildTests {
    /// A project whose last build was noted as current. That takes files that are older than a tick of the clock.
    private func noted() throws -> TemporaryFolder {
        let folder = try ShopProject.built()
        for _ in 0..<2000 where !folder.contains(".xtraq/cache/build.json") {
            #expect(try Tool.run(["build"], in: folder).errors.contains("nothing changed"))
        }
        try #require(folder.contains(".xtraq/cache/build.json"))
        return folder
    }

    /// Changes a file's contents, but neither its size nor its time.
    private func forge(_ path: String, in folder: TemporaryFolder, _ old: String, _ new: String) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(path))
        let text = try folder.read(path)
        #expect(text.contains(old) && old.utf8.count == new.utf8.count)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(path)))
        try handle.write(contentsOf: Data(text.replacingOccurrences(of: old, with: new).utf8))
        try handle.close()
        try FileManager.default.setAttributes(
            [.modificationDate: attributes[.modificationDate] as Any], ofItemAtPath: folder.path(path))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "needs strace"))
    func readsNoneOfTheFiles() throws {
        let folder = try noted()
        let scratch = try TemporaryFolder()
        let run = try Command.run(
            "/usr/bin/strace",
            ["-f", "-q", "-o", scratch.path("trace"), "-e", "trace=openat,open", Tool.path, "build"], in: folder.path)
        #expect(run.errors.contains("build: nothing changed; 0 refreshed, 3 reused, 0 written, "), "\(run.errors)")
        let opened = try scratch.read("trace").split(separator: "\n")
            .filter { $0.contains("+Books.swift") || $0.contains("index.json") || $0.contains(".xtraq-generated") }
        #expect(opened.isEmpty, "\(opened)")
    }

    @Test func noticesAnEditThatLooksLikeNone() throws {
        let folder = try noted()
        let before = try folder.files(below: "Generated")
        try forge("Generated/Main+Books.swift", in: folder, "SELECT", "select")
        let run = try Tool.run(["build"], in: folder)
        #expect(run.errors.contains("build: 2 refreshed, 1 reused, 1 written"), "\(run.errors)")
        #expect(try folder.files(below: "Generated") == before)
    }

    @Test func noticesWhatIsGoneAndWhatIsNew() throws {
        let folder = try noted()
        let before = try folder.files(below: "Generated")
        try folder.remove("Generated/Main+Books.swift")
        #expect(try Tool.run(["build"], in: folder).errors.contains(" 1 written"))
        try folder.write("Generated/MainOld.swift", "// xtraq:generated v1 \u{2014} of a query that is no more\n")
        #expect(try Tool.run(["build"], in: folder).errors.contains(" 1 removed"))
        #expect(try folder.files(below: "Generated") == before)
    }

    @Test func noticesADamagedSnapshotAndAnotherConfiguration() throws {
        let folder = try noted()
        try folder.write(".xtraqconfig", "{\"module\": \"Shop\", \"conformances\": [\"Hashable\"]}")
        #expect(try !Tool.run(["build"], in: folder).errors.contains("nothing changed"))
        #expect(try folder.read("Generated/MainRows.swift").contains("Hashable"))
        let other = try noted()
        try forge(".xtraq/snapshots/queries/queries/books.sql.json", in: other, "listBooks", "pileBooks")
        let run = try Tool.run(["build"], in: other)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("XQ0403"), "\(run.errors)")
    }

    @Test func believesNoCacheOfAnotherBoot() throws {
        let folder = try noted()
        let text = try folder.read(".xtraq/cache/build.json")
        let state = try #require(text.firstMatch(of: /"state": "([0-9a-f]{32})"/)).1
        try folder.write(
            ".xtraq/cache/build.json", text.replacingOccurrences(of: state, with: String(state.reversed())))
        try folder.write("Generated/MainSchema.swift", "")
        #expect(try Tool.run(["build"], in: folder).errors.contains(" 1 written"))
        try folder.write(".xtraq/cache/build.json", "{\n  \"xtraq\": 1, broken")
        #expect(try Tool.run(["build"], in: folder).errors.contains("nothing changed"))
    }
}
