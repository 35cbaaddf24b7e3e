import Foundation
import JSONBytes
import TestSupport
import Testing

/// A project of `recorded-tool`, the small tool under `Tests/RecordedTool`.
struct RecordedProject {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(".toolconfig", "{}")
    }

    /// The tool as it was built beside the tests.
    static var tool: String { Tool.productsFolder + "/recorded-tool" }

    /// Runs the tool in the project.
    func run(
        _ arguments: String..., environment: [String: String] = [:], in relative: String = "", input: String? = nil
    ) throws -> Tool.Run {
        try Self.run(arguments, in: folder.path(relative), environment: environment, input: input)
    }

    /// Runs the tool anywhere.
    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String? = nil
    ) throws -> Tool.Run {
        try withoutBlockedSignals {
            try Command.run(
                tool, arguments, in: folder,
                environment: environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { own, _ in own }, input: input)
        }
    }

    /// Runs a line of shell in the project, in which `$TOOL` is the tool.
    func shell(_ line: String) throws -> Tool.Run {
        try withoutBlockedSignals {
            try Command.run(
                "/bin/sh", ["-c", line], in: folder.path,
                environment: ["TOOL": Self.tool, "SWIFT_BACKTRACE": "enable=no"])
        }
    }

    /// The files of a bundle by their names, as `unzip` unpacks them.
    static func contents(of bundle: String) throws -> [String: String] {
        let folder = try TemporaryFolder()
        let run = try Command.run("/usr/bin/unzip", ["-q", bundle, "-d", folder.path], in: folder.path)
        #expect(run.exitCode == 0, "\(run.errors)")
        var contents: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name.contains(".") {
            contents[name] = try folder.read(name)
        }
        return contents
    }

    /// The names in the folder of documents, but for its `.gitignore`.
    func names(in relative: String = ".tool/telemetry") -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(relative))) ?? []
        return names.filter { $0 != ".gitignore" }.sorted()
    }

    /// The documents of a kind, parsed: one that is not whole fails the test.
    func documents(_ kind: String = "cli-command", in relative: String = ".tool/telemetry") throws -> [JSONNode] {
        try names(in: relative).filter { $0.hasPrefix(kind + "-") && $0.hasSuffix(".json") }.map { name in
            try JSONNode.parse(Array(try folder.read(relative + "/" + name).utf8))
        }
    }
}

extension JSONNode {
    /// The text of a member.
    func text(_ key: String) -> String? {
        if case .string(let text)? = self[key]?.value { text } else { nil }
    }

    /// The whole number of a member.
    func integer(_ key: String) -> Int? {
        if case .integer(let number)? = self[key]?.value { number } else { nil }
    }

    /// The elements of a member that is a list.
    func list(_ key: String) -> [JSONNode] {
        if case .array(let elements)? = self[key]?.value { elements } else { [] }
    }
}
