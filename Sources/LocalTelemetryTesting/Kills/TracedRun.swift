#if DEBUG && Telemetry
internal import Foundation
internal import JSONBytes
internal import Testing

/// A tool under strace, which kills it at a system call of its choice.
struct TracedRun {
    /// A system call: its name, and which of that name it is in its thread.
    struct Call: CustomStringConvertible {
        var name: String
        var ordinal: Int
        var description: String { "\(name) \(ordinal)" }
    }

    private let tool: String
    private let folder: String
    private let arguments: [String]
    private let sourceLocation: SourceLocation

    init(tool: String, folder: String, arguments: [String], _ sourceLocation: SourceLocation) {
        self.tool = tool
        self.folder = folder
        self.arguments = arguments
        self.sourceLocation = sourceLocation
    }

    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") }

    /// What writing telemetry consists of.
    private static let names = [
        "openat", "mkdirat", "fchmod", "newfstatat", "fstat", "write", "fdatasync", "fsync", "linkat", "unlinkat",
        "renameat", "flock", "close", "read", "getdents64",
    ]

    /// The calls from the first that touches the tool's folder to the end, but for what the command itself says.
    func calls(_ prepare: (String) throws -> Void) throws -> [Call] {
        let place = try Place(prepare)
        let run = try run(place, ["-e", "trace=" + Self.names.joined(separator: ",")])
        #expect(run.errors.contains("telemetry: "), "\(run.errors)", sourceLocation: sourceLocation)
        let trace = Workplace.bytes(of: place.scratch + "/trace") ?? []
        return Self.calls(in: String(decoding: trace, as: UTF8.self), folder: folder)
    }

    /// The calls of a trace, from the first that names the folder.
    static func calls(in trace: String, folder: String) -> [Call] {
        var counts: [Substring: [String: Int]] = [:]
        var calls: [Call] = []
        for line in trace.split(separator: "\n") {
            // The number of a process is padded to five characters where it is shorter.
            let thread = line.prefix { $0 != " " }
            let call = line.dropFirst(thread.count).drop { $0 == " " }
            guard let parenthesis = call.firstIndex(of: "(") else { continue }
            let name = String(call[..<parenthesis])
            guard Self.names.contains(name) else { continue }
            counts[thread, default: [:]][name, default: 0] += 1
            if !calls.isEmpty || line.contains("\"\(folder)\""), !call.hasPrefix("write(1,"),
                !call.hasPrefix("write(2,")
            {
                calls.append(Call(name: name, ordinal: counts[thread]?[name] ?? 1))
            }
        }
        return calls
    }

    /// What is on record after a kill: `none` or the outcome of the run; `nil` where no kill came, because a tool whose
    /// commands run in tasks made its calls in other threads this time.
    func outcome(afterKillAt call: Call, _ prepare: (String) throws -> Void) throws -> String? {
        let place = try Place(prepare)
        let killed = try run(
            place, ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):signal=KILL:when=\(call.ordinal)"])
        guard killed.exitCode == 128 + SIGKILL else { return nil }

        let documents = place.project + "/" + folder + "/telemetry"
        let names = Workplace.names(in: documents).filter { $0 != ".gitignore" }
        let isOnRecord = names.contains { $0.hasPrefix("cli-command-") && $0.hasSuffix(".json") }
        for name in names {
            #expect(
                name.hasSuffix(".json") || name.hasSuffix(".json.final"), "\(call): \(name)",
                sourceLocation: sourceLocation)
            #expect(
                parse(documents + "/" + name) != nil, "\(call): \(name) is whole", sourceLocation: sourceLocation)
        }
        let secrets = place.project + "/" + folder + "/private"
        #expect(
            Set(Workplace.names(in: secrets)).isSubset(of: [".gitignore", "telemetry.key"]), "\(call)",
            sourceLocation: sourceLocation)
        #expect([nil, 32].contains(Workplace.bytes(of: secrets + "/telemetry.key")?.count), "\(call)")
        let outcome = isOnRecord ? outcomes(in: documents).first ?? "" : "none"

        // The next run puts everything in order and keeps what was there.
        let next = try ToolRun.of(tool, arguments, in: place.project, scratch: place.scratch)
        #expect(next.errors.contains("telemetry: "), "\(call): \(next.errors)", sourceLocation: sourceLocation)
        let left = Workplace.names(in: documents).filter { $0 != ".gitignore" }
        #expect(left.allSatisfy { $0.hasSuffix(".json") }, "\(call): \(left)", sourceLocation: sourceLocation)
        #expect(outcomes(in: documents).count == (isOnRecord ? 2 : 1), "\(call)", sourceLocation: sourceLocation)
        return outcome
    }

    private func outcomes(in documents: String) -> [String] {
        Workplace.names(in: documents).filter { $0.hasPrefix("cli-command-") && $0.hasSuffix(".json") }
            .compactMap { name in
                guard case .string(let text)? = parse(documents + "/" + name)?["outcome"]?.value else { return nil }
                return text
            }
    }

    private func parse(_ path: String) -> JSONNode? {
        Workplace.bytes(of: path).flatMap { try? JSONNode.parse($0) }
    }

    private func run(_ place: Place, _ options: [String]) throws -> ToolRun {
        try ToolRun.of(
            "/usr/bin/strace", ["-f", "-qq", "-o", place.scratch + "/trace"] + options + [tool] + arguments,
            in: place.project, scratch: place.scratch)
    }

    /// A fresh project, and room beside it for what the test itself writes.
    private struct Place {
        let workplace: Workplace
        var project: String { workplace.path + "/project" }
        var scratch: String { workplace.path + "/scratch" }

        init(_ prepare: (String) throws -> Void) throws {
            workplace = try Workplace()
            for folder in [project, scratch] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            try prepare(project)
        }
    }
}
#endif
