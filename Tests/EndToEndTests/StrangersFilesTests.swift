import Foundation
import TestSupport
import Testing

/// What the tool did not write it neither overwrites nor removes, whatever its name: the run fails before it writes.
@Suite struct StrangersFilesTests {
    /// All below the project, links as what they point to in text.
    private func everything(in folder: TemporaryFolder) throws -> [String: String] {
        var all: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let path = folder.path(name)
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
                all[name] = "-> \(target)"
            } else {
                all[name] =
                    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? "/"
            }
        }
        return all
    }

    private func expectRefusal(
        of paths: [String], _ arguments: [String], in folder: TemporaryFolder
    ) throws {
        let before = try everything(in: folder)
        let run = try Tool.run(arguments, in: folder)
        #expect(run.exitCode == 1)
        for path in paths {
            #expect(
                run.errors.contains("error XQ0406: \(path) was not written by xtraq"), "\(path): \(run.errors)")
        }
        #expect(run.errors.contains("note: move it away or delete it"))
        #expect(try everything(in: folder) == before)
    }

    @Test(arguments: [["build"], ["build", "--no-cache"], ["build", "--procedure", "*Book*"], ["build", "--check"]])
    func inTheOutputOfAFirstBuild(arguments: [String]) throws {
        let folder = try ShopProject.make()
        #expect(try Tool.run(["snapshot"], in: folder).exitCode == 0)
        try folder.write("Generated/MainSchema.swift", "let mine = 1\n")
        try folder.write("Generated/Main+Books.swift", "let mine = 2\n")
        try expectRefusal(of: ["Generated/Main+Books.swift", "Generated/MainSchema.swift"], arguments, in: folder)
    }

    @Test func asTheRecordOfTheOutput() throws {
        let folder = try ShopProject.make()
        #expect(try Tool.run(["snapshot"], in: folder).exitCode == 0)
        try folder.write("Generated/.xtraq-generated", "a diary\n")
        try expectRefusal(of: ["Generated/.xtraq-generated"], ["build"], in: folder)
    }

    @Test func inTheOutputOfALaterBuild() throws {
        let folder = try ShopProject.built()
        try folder.write("Generated/Main+News.swift", "let mine = 1\n")
        #expect(try Tool.run(["build"], in: folder).exitCode == 0, "a name that is not wanted is nobody's business")
        try folder.write("Queries/news.sql", "-- name: news :many\nSELECT title FROM books;\n")
        #expect(try Tool.run(["snapshot"], in: folder).exitCode == 0)
        try expectRefusal(of: ["Generated/Main+News.swift"], ["build"], in: folder)
        try folder.remove("Generated/Main+News.swift")
        #expect(try Tool.run(["build"], in: folder).exitCode == 0)
        #expect(try folder.read("Generated/Main+News.swift").hasPrefix("// xtraq:generated"))
    }

    @Test func aGeneratedFileThatSomebodyMadeHisOwn() throws {
        let folder = try ShopProject.built()
        try folder.write("Generated/MainSchema.swift", "// mine now\n" + folder.read("Generated/MainSchema.swift"))
        try expectRefusal(of: ["Generated/MainSchema.swift"], ["build"], in: folder)
    }

    @Test func links() throws {
        let folder = try ShopProject.built()
        try folder.write("elsewhere.swift", folder.read("Generated/MainSchema.swift") + "// and more")
        try folder.remove("Generated/MainSchema.swift")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("Generated/MainSchema.swift"), withDestinationPath: "../elsewhere.swift")
        try expectRefusal(of: ["Generated/MainSchema.swift"], ["build"], in: folder)
    }

    @Test(arguments: [
        "snapshots/index.json", "snapshots/queries/queries/books.sql.json", "snapshots/tables/main.books.json",
        "cache/snapshot.json",
    ])
    func inTheSnapshot(path: String) throws {
        let reference = try ShopProject.built()
        #expect(reference.contains(".xtraq/\(path)"))
        let folder = try ShopProject.make()
        try folder.write(".xtraq/\(path)", "{\"mine\": true}\n")
        try expectRefusal(of: [".xtraq/\(path)"], ["snapshot"], in: folder)
        try expectRefusal(of: [".xtraq/\(path)"], [], in: folder)
        try folder.remove(".xtraq/\(path)")
        #expect(try Tool.run([], in: folder).exitCode == 0)
    }

    @Test func underTheNamesOfTemporaryFiles() throws {
        let folder = try ShopProject.make()
        let names = [".xtraq-1.tmp", ".xtraq-notes.tmp", ".xtraq-.tmp", "x.tmp"]
        for name in names {
            try folder.write("Generated/\(name)", "mine")
            try folder.write(".xtraq/snapshots/\(name)", "mine")
        }
        try folder.write("Generated/.xtraq-12.tmp", "// xtraq:generated v1 \u{2014} half of a f")
        try folder.write("Generated/.xtraq-12-1.tmp", "")
        #expect(try Tool.run([], in: folder).exitCode == 0)
        for name in names {
            #expect(try folder.read("Generated/\(name)") == "mine")
            #expect(try folder.read(".xtraq/snapshots/\(name)") == "mine")
        }
        #expect(!folder.contains("Generated/.xtraq-12.tmp") && !folder.contains("Generated/.xtraq-12-1.tmp"))
    }

    @Test func theOutputOfAnotherProjectBelow() throws {
        let folder = try ShopProject.make()
        try folder.write("Generated/Other/MainSchema.swift", "// xtraq:generated v1 \u{2014} of another project\n")
        #expect(try Tool.run([], in: folder).exitCode == 0)
        #expect(folder.contains("Generated/Other/MainSchema.swift"))
    }

    @Test func whatHoldsNothingIsNobodys() throws {
        let folder = try ShopProject.built()
        let before = try folder.files(below: "Generated")
        try folder.write("Generated/MainSchema.swift", "")
        try folder.write("Generated/Main+Books.swift", String(repeating: "\0", count: 900))
        #expect(try Tool.run(["build"], in: folder).exitCode == 0)
        #expect(try folder.files(below: "Generated") == before)
        try folder.write("Generated/Main+Books.swift", String(repeating: "\0", count: 900) + "mine")
        try expectRefusal(of: ["Generated/Main+Books.swift"], ["build"], in: folder)
    }
}
