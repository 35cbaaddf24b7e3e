import Foundation
import TestSupport

/// A run of the tool under strace, all threads and children followed.
struct Trace {
    let run: Tool.Run
    /// The calls, one a line; descriptors are shown with their paths.
    let calls: [String]

    /// Whether there is a strace; `Scripts/dependencies.sh` sees to it.
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") }

    init(
        _ arguments: [String], in folder: TemporaryFolder, tracing calls: String, environment: [String: String] = [:]
    ) throws {
        let scratch = try TemporaryFolder()
        run = try Command.run(
            "/usr/bin/strace",
            [
                "-f", "--seccomp-bpf", "-qq", "-y", "-s", "200", "-e", "trace=" + calls, "-o", scratch.path("trace"),
                Tool.path,
            ]
                + arguments,
            in: folder.path, environment: environment)
        self.calls = try scratch.read("trace").split(separator: "\n").map(String.init)
    }
}
