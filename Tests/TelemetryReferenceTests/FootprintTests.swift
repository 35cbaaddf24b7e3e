import Foundation
import TestSupport
import Testing

/// What a run that records does beyond writing files: nothing.
@Suite struct FootprintTests {
    private static var hasTracer: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") }

    /// No socket is opened and no program started, whatever the command.
    @Test(.enabled(if: hasTracer), arguments: [["snapshot", "build"], ["telemetry"]])
    func opensNoSocketAndStartsNoProgram(commands: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"Shop\"}\n")
        for command in commands {
            let run = try Command.run(
                "/usr/bin/strace",
                [
                    "-f", "-q", "-o", folder.path("trace"), "-e",
                    "trace=%network,execve,execveat,fork,vfork,clone,clone3",
                    Tool.path, command, "--telemetry",
                ], in: folder.path)
            #expect(run.errors.contains("telemetry: "), "\(run.errors)")
            let lines = try folder.read("trace").split(separator: "\n")
            // The program itself, and threads of it.
            let others = lines.filter {
                !$0.contains("CLONE_THREAD") && !$0.contains("execve(\"\(Tool.path)\"") && !$0.contains("+++")
                    && !$0.contains("resumed>") && !$0.contains("---")
            }
            #expect(others.isEmpty, "\(others)")
            #expect(lines.contains { $0.contains("execve(") })
        }
    }

    /// Every file of a recorded run is one that the page lists, with the mode that it says.
    @Test func leavesTheFilesThatThePageLists() throws {
        let folder = try TemporaryFolder()
        try folder.write(".toolconfig", "{}")
        let run = try Command.run(
            Tool.productsFolder + "/recorded-tool", ["work", "--telemetry"], in: folder.path)
        #expect(run.exitCode == 0, "\(run.errors)")
        let name = /[a-z-]+-[0-9]{8}-[0-9]{6}-[0-9a-f]{8}\.json/
        var kinds: Set<String> = []
        for file in try folder.files(below: ".tool").keys {
            switch file {
            case "telemetry/.gitignore", "private/.gitignore", "private/telemetry.key": break
            default:
                #expect(file.dropFirst("telemetry/".count).wholeMatch(of: name) != nil, "\(file)")
                let ending = "-20261127-021131-3f9a1c2e.json".count
                kinds.insert(String(file.dropFirst("telemetry/".count).dropLast(ending)))
            }
            #expect(try folder.mode(of: ".tool/" + file) == 0o600, "\(file)")
        }
        #expect(kinds == ["big", "cli-command", "small"])
        #expect(try folder.mode(of: ".tool/telemetry") == 0o700)
        #expect(try folder.mode(of: ".tool/private") == 0o700)
        #expect(try folder.read(".tool/telemetry/.gitignore") == "*\n")
    }

    /// The program in the guide reads a folder of documents and names the slowest phase of each run.
    @Test func documentsAreReadByAProgramOfFifteenLines() throws {
        let program = try String(contentsOfFile: Repository.path("docs/telemetry/slowest_phase.py"), encoding: .utf8)
        #expect(program.split(separator: "\n").count <= 15)
        let guide = try String(contentsOfFile: Repository.path("docs/telemetry.md"), encoding: .utf8)
        #expect(guide.contains("```python\n\(program)```"), "docs/telemetry.md shows another program")
        let folder = try TemporaryFolder()
        func document(_ kind: String, _ run: String, _ second: Int, _ phases: [(String, Double)]) throws {
            let list = phases.map { "{\"name\": \"\($0)\", \"startMs\": 1, \"durationMs\": \($1)}" }
            try folder.write(
                "\(kind)-20260302-08154\(second)-\(run).json",
                """
                {"kind": "\(kind)", "runId": "\(run)00000000", "timestampUtc": "2026-03-02T08:15:4\(second).307Z",
                 "command": "build", "phases": [\(list.joined(separator: ", "))]}
                """)
        }
        try document("cli-command", "22222222", 5, [("snapshot", 90), ("build", 10)])
        try document("snapshot", "22222222", 5, [("plan", 3), ("analyse", 80.5), ("write", 6)])
        try document("build", "22222222", 5, [("render", 9)])
        try document("cli-command", "11111111", 2, [("configuration", 1), ("output", 2)])
        try document("cli-command", "33333333", 7, [])
        let run = try Command.run(
            "/usr/bin/python3", [Repository.path("docs/telemetry/slowest_phase.py"), folder.path], in: folder.path)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(
            run.output == """
                2026-03-02T08:15:42.307Z 11111111 build cli-command output 2.0 ms
                2026-03-02T08:15:45.307Z 22222222 build snapshot analyse 80.5 ms

                """)
    }

    /// And it reads what the tool writes.
    @Test func theProgramReadsWhatTheToolWrites() throws {
        let folder = try TemporaryFolder()
        try folder.write(".toolconfig", "{}")
        for _ in 0..<2 {
            let run = try Command.run(
                Tool.productsFolder + "/recorded-tool", ["work", "--telemetry"], in: folder.path)
            #expect(run.exitCode == 0)
        }
        let run = try Command.run(
            "/usr/bin/python3",
            [Repository.path("docs/telemetry/slowest_phase.py"), folder.path(".tool/telemetry")], in: folder.path)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 2, "\(run.errors)")
        for line in lines { #expect(line.contains(/work cli-command (read|write) [0-9.]+ ms$/), "\(line)") }
    }
}
