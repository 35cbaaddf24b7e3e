import TestSupport
import Testing

@Suite struct VersionTests {
    @Test func printsTheVersionForPeopleAndScripts() throws {
        let folder = try TemporaryFolder()
        let people = try Tool.run(["version"], in: folder)
        #expect(people.output.wholeMatch(of: /xtraq \d+\.\d+\.\d+\n/) != nil)
        #expect(people.errors.isEmpty)
        #expect(people.exitCode == 0)
        #expect(try Tool.run(["--version"], in: folder).output == people.output)
        #expect(try Tool.run(["init", "--version"], in: folder).output == people.output)
        let scripts = try Tool.run(["version", "--json"], in: folder)
        #expect(scripts.output.contains("\"name\": \"xtraq\""))
        #expect(try folder.files().isEmpty)
    }

    @Test(arguments: ["version", "version --json", "--help", "telemetry", "telemetry schema", "explain --help"])
    func aFullDiskIsNoSuccess(arguments: String) throws {
        let folder = try TemporaryFolder()
        let run = try Command.run(
            "/bin/sh", ["-c", "\"$XTRAQ\" \(arguments) > /dev/full"], in: folder.path, environment: ["XTRAQ": Tool.path]
        )
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("tandard output cannot be written: No space left on device."), "\(run.errors)")
    }
}
