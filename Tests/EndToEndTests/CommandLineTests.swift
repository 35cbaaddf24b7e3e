import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
    @Test(arguments: [
        (["bild"], "There is no command “bild”. Did you mean “build”?"),
        (["-v", "snapshto"], "There is no command “snapshto”. Did you mean “snapshot”?"),
        (["frobnicate"], "There is no command “frobnicate”. The commands are init, snapshot, build, explain, version"),
        (["telemetry", "lst"], "There is no command “lst”. Did you mean “list”?"),
        (["build", "--chekc"], "Unknown option '--chekc'. Did you mean '--check'?"),
        (["--verbos"], "Unknown option '--verbos'. Did you mean '--verbose'?"),
        (["version", "extra"], "Unexpected argument 'extra'"),
        (["build", "--output"], "Missing value for '--output <dir>'"),
        (["build", "--check", "--refresh-snapshot"], "--check changes nothing"),
        (["build", "--telemetry-preview"], "--telemetry-preview needs --telemetry"),
        (["--procedure", "a..b"], "XQ0501"),
    ])
    func refusesWrongUsage(arguments: [String], message: String) throws {
        let folder = try ShopProject.make()
        let before = try folder.files()
        let run = try Tool.run(arguments, in: folder)
        #expect(run.exitCode == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(try folder.files() == before)
    }

    @Test(arguments: [[], ["snapshot"], ["build"], ["build", "--refresh-snapshot"], ["snapshot", "--check"]])
    func namesInitWhereThereIsNoProject(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(arguments, in: folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("XQ0001"))
        #expect(run.errors.contains("`xtraq init`"))
        #expect(run.output.isEmpty)
        #expect(try folder.files().isEmpty)
        let elsewhere = try Tool.run(arguments + ["-p", "Nowhere"], in: folder)
        #expect(elsewhere.exitCode == 2)
        #expect(elsewhere.errors.contains("“Nowhere”"))
    }

    @Test func findsTheProjectAboveOrWhereItIsTold() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/.xtraqconfig", "{\"module\": 1}")
        try folder.makeFolder("a/b/c")
        try folder.makeFolder("d")
        #expect(try Tool.run(["build"], in: folder.path("a/b/c")).errors.contains(".xtraqconfig:1:12: error XQ0005"))
        #expect(try Tool.run(["build", "-p", "../a"], in: folder.path("d")).errors.contains("XQ0005"))
        #expect(try Tool.run(["--project-path", "../a", "build"], in: folder.path("d")).errors.contains("XQ0005"))
        #expect(try Tool.run(["build", "-p", "../a/b"], in: folder.path("d")).errors.contains("XQ0001"))
    }

    @Test(arguments: [[], ["init"], ["snapshot"], ["build"], ["version"]])
    func helpShowsExamples(command: [String]) throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(command + ["--help"], in: folder)
        #expect(run.exitCode == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("EXAMPLES\n  xtraq"))
        #expect(run.output.contains("--telemetry"))
        #expect(try folder.files().isEmpty)
        if !command.isEmpty { #expect(try Tool.run(["help"] + command, in: folder).output == run.output) }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func writesCompletions(shell: String) throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(["--generate-completion-script", shell], in: folder)
        #expect(run.exitCode == 0)
        #expect(run.output.contains("snapshot") && run.output.contains("refresh-snapshot"))
        guard shell == "bash" else { return }
        try folder.write("completions", run.output)
        #expect(try Command.run("/bin/bash", ["-n", "completions"], in: folder.path).exitCode == 0)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func endsByTheSignalThatEndsIt(signal: Int32) throws {
        let folder = try ShopProject.make()
        // Reading the pipe, the tool waits for somebody to write.
        #expect(try Command.run("/usr/bin/mkfifo", [".env"], in: folder.path).exitCode == 0)
        let running = try RunningCommand(defaultSignals: ["snapshot"], in: folder.path)
        let writer = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(".env")))
        running.send(signal)
        let run = try running.wait()
        try writer.close()
        #expect(run.signal == signal)
        #expect(run.exitCode == 128 + signal)
        #expect(!folder.contains(".xtraq"))
    }

    @Test(arguments: [(["version"], true), (["version"], false), (["--help"], true), (["init", "--json"], false)])
    func aReaderThatHasGoneEndsItQuietly(arguments: [String], hasDefaultSignals: Bool) throws {
        let folder = try TemporaryFolder()
        // Runs it on a pipe that nobody reads any more, with SIGPIPE as usual or ignored by its parent.
        let script = """
            import os, subprocess, sys
            reading, writing = os.pipe()
            os.close(reading)
            run = subprocess.run(sys.argv[2:], stdout=writing, restore_signals=sys.argv[1] == "default")
            print(run.returncode)
            """
        let mode = hasDefaultSignals ? "default" : "ignored"
        let run = try Command.run(
            "/usr/bin/env", ["python3", "-c", script, mode, Tool.path] + arguments, in: folder.path)
        #expect(run.output == "-\(SIGPIPE)\n")
        #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("created") }, "\(run.errors)")
    }
}
