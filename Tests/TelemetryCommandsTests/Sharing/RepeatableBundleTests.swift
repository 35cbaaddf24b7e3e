import Foundation
import TestSupport
import Testing

/// The same documents, key and bundle identifier give the same bytes.
@Suite(.enabled(if: Shim.path != nil)) struct RepeatableBundleTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
        for arguments in [
            ["work", "--big-items", "60", "a"], ["work", "b"], ["--help"], ["work", "--exit-code", "3"],
        ] {
            _ = try RecordedProject.run(arguments + ["--telemetry"], in: project.folder.path)
        }
    }

    /// The bytes of a bundle whose identifier is always the same: what draws it is held.
    private func bundle(_ level: String, _ paths: [String] = []) throws -> Data {
        let path = project.folder.path("bundle-\(UUID().uuidString).zip")
        let run = try RecordedProject.run(
            ["telemetry", "export", "--yes", "--redaction", level, "-o", path] + paths, in: project.folder.path,
            environment: ["LD_PRELOAD": try #require(Shim.path), "SHIM": "drawn"])
        #expect(run.exitCode == 0, "\(run.errors)")
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    @Test(arguments: ["standard", "strict"])
    func twoRunsMakeTheSameBytes(level: String) throws {
        let first = try bundle(level)
        #expect(first.range(of: Data(String(repeating: "5a", count: 16).utf8)) == nil, "the manifest is packed")
        #expect(try bundle(level) == first)

        // The same documents, made in another order, named in another order, from two places and twice.
        let names = project.names().shuffled()
        for name in names {
            try project.folder.copy(project.folder.path(".tool/telemetry/" + name), to: "copied-" + name)
            try project.folder.makeFolder("elsewhere")
            try project.folder.copy(project.folder.path(".tool/telemetry/" + name), to: "elsewhere/" + name)
        }
        #expect(try bundle(level, names.map { "copied-" + $0 }) == first)
        #expect(try bundle(level, names.reversed().map { "copied-" + $0 }) == first)
        #expect(try bundle(level, ["elsewhere"]) == first)
        #expect(try bundle(level, ["elsewhere"] + names.prefix(3).map { "copied-" + $0 }) == first)
        try project.folder.remove("elsewhere/" + names[0])
        #expect(try bundle(level, ["elsewhere"]) != first, "another document makes another bundle")
    }
}
