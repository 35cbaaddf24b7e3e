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

    /// What is written, and on what kind of disk.
    enum Variant: Sendable {
        case usual, large, parts

        /// What the tool is run with.
        var arguments: [String] {
            ["work", "x", "--big-items", self == .large ? "2400" : self == .parts ? "8" : "40", "--telemetry"]
        }

        /// What strace gives the tool's environment.
        var environment: [String] {
            guard self == .parts, let shim = Shim.path else { return [] }
            return ["-E", "LD_PRELOAD=\(shim)", "-E", "SHIM=unnamed"]
        }
    }

    /// What the tool is run with.
    static let arguments = Variant.usual.arguments

    /// What writing telemetry consists of; all of it is on the main thread.
    private static let names = [
        "openat", "mkdirat", "fchmod", "newfstatat", "fstat", "write", "fdatasync", "fsync", "linkat", "unlinkat",
        "renameat", "flock", "close", "read", "getdents64",
    ]

    /// Runs the tool in a project under strace.
    static func run(
        _ project: RecordedProject, _ options: [String], _ variant: Variant = .usual
    ) throws -> Tool.Run {
        try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/strace",
                ["-q", "-o", project.folder.path("trace")] + options + variant.environment + [RecordedProject.tool]
                    + variant.arguments,
                in: project.folder.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
        }
    }

    /// The calls from the first that touches the tool's folder to the end, but for what the command itself says.
    static func calls(_ variant: Variant = .usual) throws -> [Call] {
        let project = try RecordedProject()
        #expect(try run(project, ["-e", "trace=" + names.joined(separator: ",")], variant).exitCode == 0)
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
