import Foundation
import SnapshotModel
import SwiftGenerator
import TestSupport
import Testing

@Suite
struct LibraryTests {
    /// The files are compiled into XtraqSQLiteTests with this package's settings (Swift 6 mode, every warning an error,
    /// ExistentialAny, InternalImportsByDefault, MemberImportVisibility) and executed there.
    @Test
    func committedCodeIsCurrent() throws {
        let folder = Repository.path("Tests/XtraqSQLiteTests/Generated")
        let (files, findings) = SwiftGenerator(
            GeneratorConfiguration(module: "XtraqSQLiteTests", conformances: [.hashable, .codable, .memberwiseInit])
        )
        .generate(Library.snapshot)
        #expect(findings.isEmpty)
        for file in files { try expectCurrent("\(folder)/\(file.path)", String(decoding: file.bytes, as: UTF8.self)) }
        let present = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(present) == Set(files.map(\.path)), "files that nothing generates any more, or none yet")
    }

    @Test
    func generatesTheSameTwiceAndInAnyOrder() {
        let generator = SwiftGenerator(GeneratorConfiguration(module: "Library"))
        let once = generator.generate(Library.snapshot).files
        #expect(generator.generate(Library.snapshot).files == once)
        var reversed = Library.snapshot
        reversed.files.reverse()
        reversed.tables.reverse()
        #expect(generator.generate(reversed).files == once)
    }
}
