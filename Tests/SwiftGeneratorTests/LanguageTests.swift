import Foundation
import SnapshotModel
import SwiftGenerator
import TestSupport
import Testing

/// The query language from end to end: `Language` is a project, and the code generated of it is compiled and run in
/// XtraqSQLiteTests.
@Suite
struct LanguageTests {
    @Test
    func committedCodeIsCurrent() throws {
        var project = try TestProject(copying: Repository.path("Tests/SwiftGeneratorTests/Language"))
        project.configuration = GeneratorConfiguration(module: "XtraqSQLiteTests", conformances: [.equatable])
        let snapshot = try project.snapshot()
        #expect(snapshot.failure == nil, "\(snapshot.findings)")
        let build = project.build()
        #expect(build.failure == nil, "\(build.findings)")
        let folder = Repository.path("Tests/XtraqSQLiteTests/Language/Generated")
        let output = try project.output().filter { $0.key.hasSuffix(".swift") }
        for (file, text) in output.sorted(by: { $0.key < $1.key }) { try expectCurrent("\(folder)/\(file)", text) }
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        #expect(Set(present) == Set(output.keys), "files that nothing generates any more, or none yet")
    }

    /// A build of one query beside those of others gives what a build of all gives.
    @Test(arguments: ["language.booksAndAuthors", "language.sortedBooks", "language.moveBooks", "language.booksByKey"])
    func aBuildOfOneQueryHasAllThatItNeeds(_ name: String) throws {
        let project = try TestProject(copying: Repository.path("Tests/SwiftGeneratorTests/Language"))
        #expect(try project.snapshot().failure == nil)
        let filter = try #require(try ProcedureFilter(parsing: name))
        #expect(project.build(filter: filter).failure == nil)
        let one = try project.output().filter { $0.key.hasSuffix(".swift") }
        #expect(project.build().failure == nil)
        let all = try project.output()
        for (file, text) in one {
            let lines = Set((all[file] ?? "").split(separator: "\n"))
            // What others declare there can need an import to be public.
            let own = text.split(separator: "\n").filter { !$0.contains("import ") }
            #expect(own.allSatisfy(lines.contains), "\(file)")
        }
        if name.hasSuffix("booksAndAuthors") {
            let rows = try #require(one["LanguageRows.swift"])
            #expect(rows.contains("struct AuthorsRow") && rows.contains("struct BooksRow"))
        }
    }
}
