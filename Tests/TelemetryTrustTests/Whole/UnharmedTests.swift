import Foundation
import TestSupport
import Testing

/// Whatever is wrong with the place of telemetry, the tool's own output, files and exit code are those without it.
@Suite struct UnharmedTests {
    private static let faults: [(name: String, line: String)] = [
        ("nothing", "true"), ("umask 000", "umask 000"), ("umask 077", "umask 077"),
        ("no file may grow", "ulimit -f 1000; mkdir -p .xtraq; touch .xtraq/telemetry"),
        ("a file for the documents", "mkdir -p .xtraq; echo x > .xtraq/telemetry"),
        ("a FIFO for the documents", "mkdir -p .xtraq; mkfifo .xtraq/telemetry"),
        ("a link for the documents", "mkdir -p .xtraq; ln -s /tmp .xtraq/telemetry"),
        ("a file for the key's folder", "mkdir -p .xtraq; echo x > .xtraq/private"),
        ("a link for the key", "mkdir -p -m 700 .xtraq/private; ln -s /dev/zero .xtraq/private/telemetry.key"),
        ("a FIFO for the key", "mkdir -p .xtraq; mkdir -m 700 .xtraq/private; mkfifo .xtraq/private/telemetry.key"),
        (
            "a short key",
            "mkdir -p .xtraq; mkdir -m 700 .xtraq/private; (umask 077; echo k > .xtraq/private/telemetry.key)"
        ),
        (
            "an open key",
            "mkdir -p .xtraq; mkdir -m 700 .xtraq/private; head -c 32 /dev/zero > .xtraq/private/telemetry.key"
        ),
        ("open documents", "mkdir -p .xtraq; mkdir -m 777 .xtraq/telemetry"),
    ]

    /// Standard error without figures of time, which differ from run to run.
    private func steady(_ text: String) -> String {
        text.replacing(#/ \([a-z]+ [0-9].*\)/#, with: "")
    }

    @Test(arguments: faults.indices, [[], ["--json"], ["--procedure", "nope"], ["build", "--check"]])
    func outputFilesAndExitCodeAreThoseWithout(index: Int, arguments: [String]) throws {
        let fault = Self.faults[index]
        func run(_ switches: [String]) throws -> (run: Tool.Run, files: [String: [UInt8]]) {
            let folder = try SmallProject.make()
            let run = try Command.run(
                "/bin/sh", ["-c", "\(fault.line); exec \"$0\" \"$@\"", Tool.path] + arguments + switches,
                in: folder.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
            return (run, try folder.ownFiles())
        }
        let (plain, plainFiles) = try run([])
        let (recorded, files) = try run(["--telemetry"])
        #expect(recorded.output == plain.output, "\(fault.name)")
        #expect(recorded.exitCode == plain.exitCode, "\(fault.name)")
        #expect(files == plainFiles, "\(fault.name)")
        let said = steady(recorded.errors)
        #expect(said.hasPrefix(steady(plain.errors)), "\(fault.name): \(recorded.errors)")
        let lines = said.dropFirst(steady(plain.errors).count).split(separator: "\n")
        #expect(lines.count == 1 && lines.first?.hasPrefix("telemetry: ") == true, "\(fault.name): \(lines)")
    }
}
