import Foundation
import TestSupport
import Testing

/// What `telemetry export --encrypt-to` leaves on the disk: what `age` made, and nothing else on the way to it.
@Suite(.enabled(if: TracedTool.isAvailable)) struct EncryptedBundleTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
        _ = try project.run("work", "--big-items", "40", "--telemetry", "a")
        try project.folder.makeFolder("out")
        #expect(try project.shell("age-keygen -o me.txt && age-keygen -y me.txt > to.txt").exitCode == 0)
    }

    /// The calls of the tool and of `age` by which bytes leave them, with what their descriptors are.
    private func trace() throws -> [Substring] {
        let run = try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/strace",
                [
                    "-f", "-q", "-y", "-s", "16", "-o", project.folder.path("trace"), "-e",
                    "trace=openat,open,creat,write,writev,pwrite64,sendto,sendmsg,rename,renameat,linkat,mmap",
                    RecordedProject.tool, "telemetry", "export", "--yes", "-o", "out/bundle.zip.age", "-R", "to.txt",
                ],
                in: project.folder.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
        }
        #expect(run.exitCode == 0, "\(run.errors)")
        return try project.folder.read("trace").split(separator: "\n")
    }

    @Test func noPlainByteIsWrittenToADisk() throws {
        let lines = try trace()
        // A bundle begins so, and so does each entry of it.
        let plain = lines.filter { $0.contains("\"PK\\3\\4") }
        #expect(!plain.isEmpty)
        for line in plain {
            #expect(
                line.contains("<socket:[") || line.contains("<UNIX-STREAM") || line.contains("<pipe:["), "\(line)")
        }
        // One file is written, in the folder of the bundle, and it begins as age's do.
        let opened = lines.filter { line in
            ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE"].contains { line.contains($0) } && !line.contains("= -1")
                && !line.contains("\"/dev/")
        }
        #expect(opened.count == 1 && opened[0].contains("/out"), "\(opened)")
        let written = lines.filter { $0.contains("write(") && $0.contains("/out/") }
        #expect(written.count == 1 && written[0].contains("\"age-encryption.o"), "\(written)")
        let left = try FileManager.default.contentsOfDirectory(atPath: project.folder.path("out"))
        #expect(left == ["bundle.zip.age"])
        #expect(try project.shell("age -d -i me.txt out/bundle.zip.age | head -c 4").output == "PK\u{3}\u{4}")
    }

    /// A key of the project is read, and a bundle's is made of it: neither goes to `age` or to a file.
    @Test func noKeyLeavesTheTool() throws {
        let key = try Data(contentsOf: URL(fileURLWithPath: project.folder.path(".tool/private/telemetry.key")))
        let start = key.prefix(16).map { String(format: "\\x%02x", $0) }.joined()
        let run = try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/strace",
                [
                    "-f", "-q", "-xx", "-s", "100000", "-o", project.folder.path("trace"), "-e",
                    "trace=write,writev,pwrite64,sendto,sendmsg", RecordedProject.tool, "telemetry", "export", "--yes",
                    "-o", "out/second.zip.age", "-R", "to.txt",
                ],
                in: project.folder.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
        }
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try !project.folder.read("trace").contains(start))
    }
}
