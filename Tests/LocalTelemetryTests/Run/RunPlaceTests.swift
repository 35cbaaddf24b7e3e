import Foundation
import TestSupport
import Testing

@testable import LocalTelemetry

@Suite struct RunPlaceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("project/.toolconfig", "{}")
        try folder.makeFolder("project/deep/er")
    }

    private func place(_ change: (inout RunSettings) -> Void) throws -> RunPlace {
        var settings = RunSettings()
        settings.projectPath = folder.path("project")
        change(&settings)
        return try RunPlace.find(settings, folder: ".tool", projectFile: ".toolconfig")
    }

    private func bytes(_ relative: String) -> [UInt8] { Array(folder.path(relative).utf8) }

    @Test func isTheProjectThatIsNamed() throws {
        #expect(try place { _ in } == .project(bytes("project")))
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "project")
        #expect(try place { $0.projectPath = folder.path("link") } == .project(bytes("project")))
        #expect(try place { $0.projectPath = folder.path("project/deep") } == .nowhere)
        #expect(try place { $0.projectPath = folder.path("missing") } == .nowhere)
        #expect(try place { $0.isPreview = true } == .preview(project: bytes("project")))
    }

    @Test func isTheDirectoryThatIsNamed() throws {
        #expect(
            try place { $0.directory = folder.path("project/deep/../new/") }
                == .directory(
                    bytes("project/new"), shownAs: folder.path("project/deep/../new/"), project: bytes("project")))
    }

    @Test(arguments: [
        "project/.tool/private", "project/.tool/private/below", "project/.tool", "project", "via/private",
    ])
    func keepsTheProjectsKeyApart(directory: String) throws {
        try folder.makeFolder("project/.tool/private")
        try FileManager.default.createSymbolicLink(atPath: folder.path("via"), withDestinationPath: "project/.tool")
        #expect(throws: RunRefusal.self) { _ = try place { $0.directory = folder.path(directory) } }
    }

    @Test func keepsANamedKeyApart() throws {
        try folder.write("project/.tool/telemetry/key", "")
        try folder.write("keys/key", "")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("keys/link"), withDestinationPath: "../project/.tool/telemetry/key")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("project/.tool/telemetry/out"), withDestinationPath: folder.path("keys/key"))
        for file in [
            "project/.tool/telemetry/key", "project/.tool/telemetry/missing", "keys/link",
            "project/.tool/telemetry/out",
        ] {
            #expect(throws: RunRefusal.self, "\(file)") { _ = try place { $0.keyFile = folder.path(file) } }
        }
        #expect(try place { $0.keyFile = folder.path("keys/key") } == .project(bytes("project")))
        #expect(throws: RunRefusal.self) {
            _ = try place {
                $0.directory = folder.path("keys")
                $0.keyFile = folder.path("keys/key")
            }
        }
    }
}
