import Foundation
import TestSupport
import Testing

/// Where documents and key come to lie, and who may look at them.
@Suite struct PlaceTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
    }

    @Test(arguments: ["000", "022", "077"])
    func setsModesWhateverTheUmask(umask: String) throws {
        let run = try project.shell("umask \(umask); $TOOL work x --telemetry")
        #expect(run.exitCode == 0)
        let folder = project.folder
        #expect(try folder.mode(of: ".tool") & 0o022 == 0)
        for name in [".tool/telemetry", ".tool/private"] {
            #expect(try folder.mode(of: name) == 0o700)
            #expect(try folder.read(name + "/.gitignore") == "*\n")
        }
        #expect(try folder.mode(of: ".tool/private/telemetry.key") == 0o600)
        for name in project.names() { #expect(try folder.mode(of: ".tool/telemetry/" + name) == 0o600) }
        #expect(project.names().count == 3)
    }

    @Test func findsTheProjectAboveAndTheOneThatIsNamed() throws {
        try project.folder.makeFolder("deep/er")
        _ = try project.run("work", "--telemetry", in: "deep/er")
        #expect(project.names().count == 3)
        let outside = try TemporaryFolder()
        let run = try RecordedProject.run(["work", "--telemetry", "-p", project.folder.path], in: outside.path)
        #expect(project.names().count == 6)
        #expect(run.errors.hasSuffix(" -p \(project.folder.path)\n"))
        // Nothing was decoded, so the raw line says where.
        _ = try RecordedProject.run(["--help", "--telemetry", "-p", project.folder.path], in: outside.path)
        #expect(project.names().count == 9)
        #expect(try outside.files().isEmpty)
        // Every spelling of one place is one pseudonym.
        #expect(Set(try project.documents().map { $0.text("projectRootHash") }).count == 1)
    }

    @Test func writesNothingOutsideAProjectAndSaysSo() throws {
        let outside = try TemporaryFolder()
        let run = try RecordedProject.run(["work", "x", "--telemetry"], in: outside.path)
        #expect(run.exitCode == 0)
        #expect(run.output == "worked on x\n")
        #expect(
            run.errors
                == "telemetry: nothing recorded: no .toolconfig here or above; "
                + "--telemetry-directory says where to write instead\n")
        #expect(try outside.files().isEmpty)
    }

    @Test func recordsTheRunThatMakesTheProject() throws {
        let outside = try TemporaryFolder()
        let run = try RecordedProject.run(["make", "--telemetry"], in: outside.path)
        #expect(run.errors.hasPrefix("telemetry: 3 documents, run "))
        #expect(outside.contains(".tool/private/telemetry.key"))
        let other = try TemporaryFolder()
        let nothing = try RecordedProject.run(["make", "--nothing", "--telemetry"], in: other.path)
        #expect(nothing.errors.hasPrefix("telemetry: nothing recorded: no .toolconfig here or above"))
        #expect(try other.files().isEmpty)
    }

    @Test func writesIntoTheDirectoryThatIsNamed() throws {
        let run = try project.run("work", "--telemetry", "--telemetry-directory", "out")
        #expect(run.errors == "telemetry: 3 documents; see: recorded-tool telemetry show out\n")
        #expect(project.names(in: "out").count == 3)
        #expect(try project.folder.mode(of: "out") == 0o700)
        #expect(try project.folder.read("out/.gitignore") == "*\n")
        #expect(project.folder.contains(".tool/private/telemetry.key"))
        #expect(!project.folder.contains(".tool/telemetry"))
        // An own folder of another mode is taken as it is, unless others may write to it.
        try project.folder.setMode(0o755, of: "out")
        _ = try project.run("work", "--telemetry", "--telemetry-directory", "out")
        #expect(project.names(in: "out").count == 6)
        #expect(try project.folder.mode(of: "out") == 0o755)
        try project.folder.setMode(0o775, of: "out")
        let refused = try project.run("work", "--telemetry", "--telemetry-directory", "out")
        #expect(refused.errors == "telemetry: nothing recorded: out can be written by others\n")
        #expect(project.names(in: "out").count == 6)
    }

    @Test func throwsAKeyAwayWhereThereIsNoProjectToHaveOne() throws {
        let outside = try TemporaryFolder()
        let run = try RecordedProject.run(
            ["work", "x", "--telemetry", "--telemetry-directory", "out"], in: outside.path)
        #expect(run.errors.contains("so pseudonyms of this run match no other's"))
        #expect(try outside.files().count == 4, "three documents and a .gitignore")
    }

    @Test func usesTheKeyThatIsNamed() throws {
        try project.folder.write("key", String(repeating: "k", count: 32))
        try project.folder.setMode(0o600, of: "key")
        let run = try project.run("work", "x", "--telemetry", "--telemetry-key", "key")
        #expect(!project.folder.contains(".tool/private"))
        #expect(!run.errors.contains("key"))
        try project.folder.setMode(0o644, of: "key")
        let open = try project.run("work", "x", "--telemetry", "--telemetry-key", "key")
        #expect(open.errors.hasSuffix("; key is open to others\n"))
        #expect(Set(try project.documents().map { $0.text("fileHash") }).count == 1)
        for (name, reason) in [("missing", "missing: No such file"), ("short", "short is not a key of 32 bytes")] {
            if name == "short" { try project.folder.write(name, "short") }
            let run = try project.run("work", "x", "--telemetry", "--telemetry-key", name)
            #expect(run.exitCode == 0)
            #expect(run.errors.contains(reason) && run.errors.contains("match no other's"))
        }
        #expect(Set(try project.documents().map { $0.text("fileHash") }).count == 3)
    }

    @Test func throwsAKeyAwayWhereTheProjectsIsBroken() throws {
        _ = try project.run("work", "x", "--telemetry")
        try project.folder.write(".tool/private/telemetry.key", "short")
        let run = try project.run("work", "x", "--telemetry")
        #expect(run.errors.contains("telemetry purge --key"))
        #expect(try project.folder.read(".tool/private/telemetry.key") == "short")
        let hashes = try project.documents().map { $0.text("fileHash") }
        #expect(hashes.count == 2 && Set(hashes).count == 2)
    }
}
