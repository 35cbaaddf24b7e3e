import Foundation
import TestSupport
import Testing

/// Whatever is wrong with the place, the command does what it does, and one line says what was not recorded.
@Suite struct FaultTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
    }

    /// Runs the tool with the switch and expects everything but one line to be as without.
    @discardableResult
    private func expectHarmless(
        _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Tool.Run {
        for arguments in [["work", "x"], ["work", "x", "--exit-code", "4"]] {
            let plain = try RecordedProject.run(arguments, in: project.folder.path)
            let run = try RecordedProject.run(arguments + ["--telemetry"], in: project.folder.path)
            #expect(run.output == plain.output, sourceLocation: sourceLocation)
            #expect(run.exitCode == plain.exitCode, sourceLocation: sourceLocation)
            #expect(run.errors == plain.errors + "telemetry: \(reason)\n", sourceLocation: sourceLocation)
        }
        return try project.run("work", "x")
    }

    @Test(arguments: [".tool", ".tool/telemetry", ".tool/private"])
    func followsNoLink(name: String) throws {
        let elsewhere = try TemporaryFolder()
        if name != ".tool" { try project.folder.makeFolder(".tool") }
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path(name), withDestinationPath: elsewhere.path)
        try expectHarmless("nothing recorded: \(name) is a link")
        #expect(try elsewhere.files().isEmpty)
        // A link that leads nowhere is no invitation to make what it names.
        try project.folder.remove(name)
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path(name), withDestinationPath: elsewhere.path("new"))
        try expectHarmless("nothing recorded: \(name) is a link")
        #expect(!elsewhere.contains("new"))
    }

    @Test(arguments: [".tool", ".tool/telemetry", ".tool/private"])
    func takesAFileOrFIFOForWhatItIs(name: String) throws {
        if name != ".tool" { try project.folder.makeFolder(".tool") }
        try project.folder.write(name, "theirs")
        try expectHarmless("nothing recorded: \(name) is not a folder")
        #expect(try project.folder.read(name) == "theirs")
        try project.folder.remove(name)
        #expect(unsafe mkfifo(project.folder.path(name), 0o600) == 0)
        try expectHarmless("nothing recorded: \(name) is not a folder")
    }

    @Test(arguments: [".tool/telemetry", ".tool/private"], [0o710, 0o704, 0o777])
    func wantsItsFoldersClosed(name: String, mode: Int) throws {
        _ = try project.run("work", "--telemetry")
        let before = project.names()
        try project.folder.setMode(mode, of: name)
        try expectHarmless("nothing recorded: \(name) is open to others")
        #expect(project.names() == before)
        #expect(try project.folder.mode(of: name) == mode, "what was there is not changed")
    }

    @Test func wantsAnHonestKey() throws {
        _ = try project.run("work", "--telemetry")
        let before = project.names()
        let key = ".tool/private/telemetry.key"
        try project.folder.setMode(0o640, of: key)
        try expectHarmless("nothing recorded: \(key) is open to others")
        try project.folder.setMode(0o600, of: key)
        #expect(unsafe link(project.folder.path(key), project.folder.path("second")) == 0)
        try expectHarmless("nothing recorded: \(key) has a second name")
        try project.folder.remove(key)
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path(key), withDestinationPath: "../../second")
        try expectHarmless("nothing recorded: \(key) is not a regular file")
        #expect(project.names() == before)
    }

    @Test(
        .enabled(if: geteuid() == 0, "only root can give a folder away"),
        arguments: [".tool", ".tool/telemetry", ".tool/private"])
    func usesNobodyElsesFolder(name: String) throws {
        try project.folder.makeFolder(name)
        for folder in [".tool/telemetry", ".tool/private"] where project.folder.contains(folder) {
            try project.folder.setMode(0o700, of: folder)
        }
        #expect(unsafe chown(project.folder.path(name), 65534, 65534) == 0)
        try expectHarmless("nothing recorded: \(name) belongs to another user")
        #expect(project.names() == [])
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func survivesAFullDisk() throws {
        try project.folder.makeFolder(".tool")
        let mount = try project.shell("mount -t tmpfs -o size=64k,mode=700 none .tool")
        try #require(mount.exitCode == 0, "\(mount.errors)")
        defer { _ = try? project.shell("umount .tool") }
        #expect(try project.run("work", "x", "--telemetry").errors.hasPrefix("telemetry: "))
        #expect(try project.shell("dd if=/dev/zero of=.tool/fill bs=1k 2>/dev/null; true").exitCode == 0)
        let before = project.names()
        try expectHarmless("nothing recorded: No space left on device")
        #expect(project.names() == before)
        // Full from the middle on: what fits is written, the rest is named.
        try project.folder.remove(".tool/fill")
        let run = try project.run("work", "x", "--big-items", "500", "--telemetry")
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("not recorded: big"))
        #expect(run.errors.contains("No space left on device"))
        for kind in ["cli-command", "big", "small"] { _ = try project.documents(kind) }
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func survivesAReadOnlyDisk() throws {
        let mount = try project.shell("mount -t tmpfs -o ro,mode=700 none . && mount -o remount,rw . 2>&1; mkdir -p x")
        defer { _ = try? project.shell("umount -l \(project.folder.path)") }
        try #require(mount.exitCode == 0, "\(mount.errors)")
        try project.folder.write(".toolconfig", "{}")
        #expect(try project.shell("mount -o remount,ro \(project.folder.path)").exitCode == 0)
        let run = try project.shell("cd \(project.folder.path) && $TOOL work x --telemetry")
        #expect(run.output == "worked on x\n")
        #expect(run.errors == "telemetry: nothing recorded: .tool: Read-only file system\n")
    }

    @Test func survivesALimitOfFileSize() throws {
        let run = try project.shell("(ulimit -f 0; exec $TOOL work x --telemetry 2>&1) | cat")
        #expect(run.output.hasPrefix("worked on x\ntelemetry: nothing recorded: "))
        #expect(project.names() == [])
    }

    @Test func writesIntoTheFolderItOpenedThoughItIsSwapped() throws {
        let process = try WaitingTool(project, ["work", "x", "--waits", "--telemetry"])
        try process.waitUntilReady()
        let first = project.names()
        #expect(first.count == 1)
        try FileManager.default.moveItem(
            atPath: project.folder.path(".tool/telemetry"), toPath: project.folder.path("moved"))
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path(".tool/telemetry"), withDestinationPath: "/tmp")
        #expect(try process.finish().exitCode == 0)
        #expect(project.names(in: "moved").count == 3)
        #expect(try project.documents(in: "moved").first?.text("outcome") == "success")
    }

    @Test func writesItsEndThoughItsStartWasPurged() throws {
        let process = try WaitingTool(project, ["work", "x", "--waits", "--telemetry"])
        try process.waitUntilReady()
        for name in project.names() { try project.folder.remove(".tool/telemetry/" + name) }
        #expect(try process.finish().errors.hasPrefix("telemetry: 3 documents"))
        #expect(try project.documents().first?.text("outcome") == "success")
    }
}
