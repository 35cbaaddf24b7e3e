import Foundation
import TestSupport
import Testing

/// Places that are no text, that somebody else prepared, and users whom modes bind.
@Suite struct StrangePlaceTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
    }

    /// A folder whose name is no UTF-8: what is hashed is its bytes.
    @Test func aPathNeedNotBeText() throws {
        let run = try project.shell(
            """
            p=$(printf 'q\\377\\376q'); mkdir -p "$p/deep" && echo {} > "$p/.toolconfig" && cd "$p/deep" || exit 9
            $TOOL work x --telemetry && cd .. && $TOOL work x --telemetry && $TOOL telemetry list && ls .tool/telemetry | wc -l
            """)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("worked on x\nworked on x\n") && run.output.hasSuffix("6\n"), "\(run.output)")
        let hashes = try project.shell("cd q*; grep -h projectRootHash .tool/telemetry/*.json | sort | uniq -c | wc -l")
        #expect(hashes.output == "1\n")
    }

    /// Somebody who shares the parent folder planted `.tool`, and waits for documents, or for a key that he knows.
    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
    func usesNothingThatSomebodyPlanted() throws {
        try project.folder.setMode(0o1777, of: "")
        let planting = try Command.run(
            "/usr/sbin/runuser",
            [
                "-u", "nobody", "--", "sh", "-c",
                "mkdir -m 777 .tool .tool/telemetry .tool/private; head -c 32 /dev/zero > .tool/private/telemetry.key; chmod 644 .tool/private/telemetry.key; ln -s /tmp .tool/telemetry/x.json.final",
            ],
            in: project.folder.path)
        #expect(planting.exitCode == 0, "\(planting.errors)")
        let before = try project.folder.files()
        let plain = try project.run("work", "x", "--exit-code", "1")
        let run = try project.run("work", "x", "--exit-code", "1", "--telemetry")
        #expect(run.output == plain.output && run.exitCode == plain.exitCode)
        #expect(run.errors == "telemetry: nothing recorded: .tool belongs to another user\n")
        #expect(try project.folder.files() == before)
    }

    private struct Obstacle: Sendable, CustomTestStringConvertible {
        var change: String
        var reason: String
        var testDescription: String { change }
    }

    private static let obstacles = [
        Obstacle(change: "chmod 555 .", reason: "nothing recorded: .tool: Permission denied"),
        Obstacle(change: "mkdir -m 555 .tool", reason: "nothing recorded: .tool/telemetry: Permission denied"),
        Obstacle(
            change: "mkdir -p .tool && mkdir -m 500 .tool/telemetry",
            reason: "nothing recorded: .gitignore: Permission denied"),
        Obstacle(
            change: "mkdir -p .tool && mkdir -m 500 .tool/private",
            reason: "nothing recorded: .gitignore: Permission denied"),
        Obstacle(
            change: "mkdir -p .tool && mkdir -m 0 .tool/telemetry",
            reason: "nothing recorded: .tool/telemetry: Permission denied"),
        Obstacle(
            change: "$TOOL work --telemetry 2>/dev/null >&2; chmod 0 .tool/private/telemetry.key",
            reason: "nothing recorded: .tool/private/telemetry.key: Permission denied"),
    ]

    /// As an ordinary user: root would ignore modes.
    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"), arguments: obstacles.indices)
    func anOrdinaryUserIsToldWhatStandsInTheWay(index: Int) throws {
        let obstacle = Self.obstacles[index]
        let place = try TemporaryFolder()
        try place.copy(RecordedProject.tool, to: "tool")
        try place.setMode(0o755, of: "")
        #expect(try Command.run("/bin/chown", ["-R", "nobody", project.folder.path], in: "/").exitCode == 0)
        let run = try Command.run(
            "/usr/sbin/runuser",
            [
                "-u", "nobody", "--", "sh", "-c",
                "TOOL=\(place.path("tool")); \(obstacle.change); exec 2>&1; for o in '' --telemetry; do $TOOL work x --exit-code 4 $o; echo $?; done; chmod -R u+rwX . ",
            ],
            in: project.folder.path)
        #expect(run.output == "worked on x\n4\nworked on x\ntelemetry: \(obstacle.reason)\n4\n", "\(run.errors)")
    }

    @Test(arguments: ["", "k", String(repeating: "k", count: 33)])
    func aHundredProcessesOnABrokenKey(key: String) throws {
        let count = Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_PROCESSES"] ?? "") ?? 12
        _ = try project.run("work", "x", "--telemetry")
        try project.folder.write(".tool/private/telemetry.key", key)
        try project.folder.setMode(0o600, of: ".tool/private/telemetry.key")
        let run = try project.shell(
            "i=0; while [ $i -lt \(count) ]; do $TOOL work x --telemetry >/dev/null 2>>errors & i=$((i+1)); done; wait")
        #expect(run.exitCode == 0)
        #expect(try project.documents().count == count + 1)
        #expect(
            Set(try project.documents().map { $0.text("fileHash") }).count == count + 1, "each has a key of its own")
        #expect(try project.folder.read(".tool/private/telemetry.key") == key, "it is left alone")
        let lines = try project.folder.read("errors").split(separator: "\n")
        #expect(lines.count == count && lines.allSatisfy { $0.contains("telemetry purge --key") })
    }
}
