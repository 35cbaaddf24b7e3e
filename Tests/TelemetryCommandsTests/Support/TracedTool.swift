import Foundation
import TestSupport
import Testing

/// The tool under strace, which kills it at, or fails, a system call of its choice.
enum TracedTool {
    /// A system call of the tool's main thread: its name, and which of that name it is.
    struct Call: Hashable, CustomStringConvertible {
        var name: String
        var ordinal: Int
        var description: String { "\(name) \(ordinal)" }
    }

    /// Whether there is a strace.
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") }

    /// What the tool is run with.
    static let arguments = ["work", "x", "--big-items", "40", "--telemetry"]

    /// What writing telemetry consists of; all of it is on the main thread.
    private static let names = [
        "openat", "mkdirat", "fchmod", "newfstatat", "fstat", "write", "fdatasync", "fsync", "linkat", "unlinkat",
        "renameat", "flock", "close", "read", "getdents64",
    ]

    /// Runs the tool in a project under strace.
    static func run(_ project: RecordedProject, _ options: [String]) throws -> Tool.Run {
        try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/strace",
                ["-q", "-o", project.folder.path("trace")] + options + [RecordedProject.tool] + arguments,
                in: project.folder.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
        }
    }

    /// The calls from the first that touches the tool's folder to the end, but for what the command itself says.
    static func calls() throws -> [Call] {
        let project = try RecordedProject()
        #expect(try run(project, ["-e", "trace=" + names.joined(separator: ",")]).exitCode == 0)
        var counts: [String: Int] = [:]
        var calls: [Call] = []
        for line in try project.folder.read("trace").split(separator: "\n") {
            guard let parenthesis = line.firstIndex(of: "(") else { continue }
            let name = String(line[..<parenthesis])
            counts[name, default: 0] += 1
            if !calls.isEmpty || line.contains("\".tool\""), !line.hasPrefix("write(1,"), !line.hasPrefix("write(2,") {
                calls.append(Call(name: name, ordinal: counts[name, default: 0]))
            }
        }
        return calls
    }
}
