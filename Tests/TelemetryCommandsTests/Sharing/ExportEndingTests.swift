import Foundation
import TestSupport
import Testing

/// How `telemetry export` asks, and what is left where it is ended, or the disk refuses.
@Suite struct ExportEndingTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
        _ = try project.run("work", "--big-items", "40", "--telemetry", "a")
        try project.folder.makeFolder("out")
    }

    private var left: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: project.folder.path("out")))?.sorted() ?? []
    }

    private func expectWhole(_ name: String) throws {
        let test = try Command.run("/usr/bin/unzip", ["-tqq", "out/" + name], in: project.folder.path)
        #expect(test.exitCode == 0, "\(name): \(test.output)")
    }

    // MARK: The question

    /// On a terminal the tool asks, and does what it is told; what is not yes is no.
    @Test(arguments: [("y", true), ("YES", true), ("n", false), ("", false), ("yesterday", false)])
    func asksOnATerminal(answer: String, isWritten: Bool) throws {
        let run = try Terminal.run(
            ["telemetry", "export", "-o", "out/bundle.zip"], in: project.folder.path,
            question: .init(text: "[y/N]", answer: answer, awaited: "out/bundle.zip"))
        #expect(run.exitCode == (isWritten ? 0 : 1), "\(run.output) \(run.errors)")
        let (summary, rest) = try #require(
            run.output.firstRange(of: "Write out/bundle.zip? [y/N]")
                .map { (run.output[..<$0.lowerBound], run.output[$0.upperBound...]) })
        #expect(summary.contains("would leave") && summary.contains("What does not leave:"))
        #expect(rest.contains(isWritten ? "SHA-256" : "Nothing was written."))
        #expect(left == (isWritten ? ["bundle.zip"] : []))
    }

    // MARK: Kills and faults

    /// What the export does with the folder that it writes to: the calls of its last part.
    private func calls(_ options: [String]) throws -> [TracedTool.Call] {
        #expect(try traced(["-e", "trace=openat,write,fdatasync,fsync,linkat,renameat,close"], options).exitCode == 0)
        var counts: [String: Int] = [:]
        var calls: [TracedTool.Call] = []
        for line in try project.folder.read("trace").split(separator: "\n") {
            guard let parenthesis = line.firstIndex(of: "(") else { continue }
            let name = String(line[..<parenthesis])
            counts[name, default: 0] += 1
            guard !calls.isEmpty || line.contains("\"out\"") || line.contains("/out\""), !line.hasPrefix("write(1,"),
                !line.hasPrefix("write(2,")
            else { continue }
            calls.append(.init(name: name, ordinal: counts[name, default: 0]))
        }
        return calls
    }

    private func traced(_ strace: [String], _ options: [String]) throws -> Tool.Run {
        try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/strace",
                ["-q", "-o", project.folder.path("trace")] + strace
                    + [RecordedProject.tool, "telemetry", "export", "--yes", "-o", "out/bundle.zip"] + options,
                in: project.folder.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
        }
    }

    @Test(.enabled(if: TracedTool.isAvailable)) func aKillLeavesAWholeFileOrNone() throws {
        let calls = try calls([])
        try expectWhole("bundle.zip")
        try project.folder.remove("out/bundle.zip")
        #expect(calls.contains { $0.name == "linkat" } && calls.count >= 5, "\(calls)")
        var endings: Set<[String]> = []
        for call in calls {
            let run = try traced(["-e", "inject=\(call.name):signal=KILL:when=\(call.ordinal)"], [])
            #expect(run.signal == 9 || run.exitCode == 137, "\(call): \(run.exitCode) \(run.errors)")
            endings.insert(left)
            for name in left {
                try expectWhole(name)
                try project.folder.remove("out/" + name)
            }
        }
        #expect(endings == [[], ["bundle.zip"]])
    }

    @Test(.enabled(if: TracedTool.isAvailable)) func aKillLeavesTheOldFileOrTheNewOne() throws {
        let old = "what was there"
        try project.folder.write("out/bundle.zip", old)
        let calls = try calls(["--force"])
        for call in calls {
            try project.folder.write("out/bundle.zip", old)
            _ = try traced(["-e", "inject=\(call.name):signal=KILL:when=\(call.ordinal)"], ["--force"])
            let bytes = try Data(contentsOf: URL(fileURLWithPath: project.folder.path("out/bundle.zip")))
            if bytes != Data(old.utf8) { try expectWhole("bundle.zip") }
            // The new file, whole, under the name that it has before it takes the place of the old one.
            for name in left where name != "bundle.zip" {
                try expectWhole(name)
                try project.folder.remove("out/" + name)
            }
        }
    }

    @Test(.enabled(if: TracedTool.isAvailable), arguments: ["ENOSPC", "EIO", "EDQUOT"])
    func aDiskThatRefusesIsReported(error: String) throws {
        let calls = try calls([])
        try project.folder.remove("out/bundle.zip")
        for call in calls where ["write", "fdatasync", "linkat"].contains(call.name) {
            let run = try traced(["-e", "inject=\(call.name):error=\(error):when=\(call.ordinal)"], [])
            #expect(run.exitCode == 1, "\(call): \(run.output)")
            #expect(run.errors.contains("out/bundle.zip"), "\(call): \(run.errors)")
            #expect(!run.output.contains("SHA-256"))
            #expect(left == [], "\(call)")
        }
    }

    @Test func aFullDiskLeavesNothingOnStandardOutputUnreported() throws {
        let run = try project.shell("\"$TOOL\" telemetry export --yes -o - > /dev/full")
        #expect(run.exitCode == 1, "\(run.errors)")
        #expect(run.errors.contains("Standard output cannot be written: No space left on device"))
        #expect(!run.errors.contains("SHA-256"))
    }
}
