import Foundation
import TestSupport
import Testing

/// Snapshot and output under faults at every system call of their write path: what is there afterwards is old or new, the
/// next run makes it whole, and nothing that is not the tool's is touched.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "needs strace"))
struct TreeFaultTests {
    /// `make check-all` asks for every call; otherwise one of so many, beginning elsewhere from run to run.
    private static let step = Int(ProcessInfo.processInfo.environment["TREE_TEST_FAULT_STEP"] ?? "") ?? 40

    /// A system call: its name, and which of that name it is.
    private struct Call: Hashable, CustomStringConvertible {
        var name: String
        var ordinal: Int
        var description: String { "\(name) \(ordinal)" }
    }

    /// A project that was built and whose sources have changed since: one file edited, one new, one gone.
    private struct Scene {
        let old: TemporaryFolder
        /// All files as they were, and as they are to be.
        let before: [String: Data]
        let after: [String: Data]

        init() throws {
            old = try ShopProject.built()
            for name in ["mine.txt", "Mine.swift", ".xtraq-1.tmp"] {
                try old.write("Generated/\(name)", "mine")
                try old.write(".xtraq/snapshots/\(name)", "mine")
            }
            try old.write("Queries/books.sql", ShopProject.books.replacingOccurrences(of: "title;", with: "id;"))
            try old.write("Queries/news.sql", "-- name: news :many\nSELECT title FROM books;\n")
            try old.remove("Queries/orders/orders.sql")
            before = try old.files()
            let new = try TemporaryFolder()
            try new.copy(old.path, to: "project")
            let run = try Tool.run([], in: new.path("project"))
            #expect(run.exitCode == 0, "\(run.errors)")
            after = try new.files(below: "project")
        }

        /// Another copy of the project.
        func copy() throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            try folder.copy(old.path, to: "project")
            return folder
        }
    }

    /// Whether a path is the tool's own to write.
    private static func isGenerated(_ path: String) -> Bool {
        path.hasPrefix("Generated/") || path.hasPrefix(".xtraq/")
    }

    private static func trace(_ folder: TemporaryFolder, _ options: [String]) throws -> Tool.Run {
        try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/strace", ["-q", "-o", folder.path("trace")] + options + [Tool.path],
                in: folder.path("project"), environment: ["SWIFT_BACKTRACE": "enable=no"])
        }
    }

    /// The calls of the main thread from the first that touches snapshot, cache or output to the end.
    private static func calls(_ scene: Scene) throws -> [Call] {
        let names = [
            "openat", "mkdirat", "mkdir", "newfstatat", "fstat", "read", "write", "close", "renameat", "unlinkat",
            "flock",
            "getdents64",
        ]
        let folder = try scene.copy()
        #expect(try trace(folder, ["-e", "trace=" + names.joined(separator: ",")]).exitCode == 0)
        var counts: [String: Int] = [:]
        var calls: [Call] = []
        for line in try folder.read("trace").split(separator: "\n") {
            guard let parenthesis = line.firstIndex(of: "(") else { continue }
            let name = String(line[..<parenthesis])
            counts[name, default: 0] += 1
            let isOutput = line.hasPrefix("write(1,") || line.hasPrefix("write(2,")
            if !isOutput, !calls.isEmpty || line.contains("/.xtraq/snapshots") {
                calls.append(Call(name: name, ordinal: counts[name, default: 0]))
            }
        }
        return calls
    }

    private static func sample(_ calls: [Call]) -> [Call] {
        let first = Int.random(in: 0..<min(step, calls.count))
        return stride(from: first, to: calls.count, by: step).map { calls[$0] }
    }

    /// Expects that each file is old or new, and that the next run makes all of them new.
    private static func expectWhole(_ folder: TemporaryFolder, _ scene: Scene, _ comment: String) throws {
        for (path, data) in try folder.files(below: "project") {
            let isTemporary = path.contains("/.xtraq-") && path.hasSuffix(".tmp")
            guard !isTemporary || scene.before[path] != nil, path != ".xtraq/cache/build.json" else { continue }
            #expect(data == scene.before[path] || data == scene.after[path], "\(comment): \(path)")
        }
        for path in scene.before.keys where !isGenerated(path) || scene.before[path] == Data("mine".utf8) {
            #expect(folder.contains("project/\(path)"), "\(comment): \(path)")
        }
        let next = try Tool.run([], in: folder.path("project"))
        #expect(next.exitCode == 0, "\(comment): \(next.errors)")
        let files = try folder.files(below: "project").filter { $0.key != ".xtraq/cache/build.json" }
        #expect(Set(files.keys) == Set(scene.after.keys), "\(comment)")
        let differing = files.keys.filter { files[$0] != scene.after[$0] }.sorted()
        #expect(files == scene.after, "\(comment): \(differing)")
    }

    @Test func killedAnywhereItIsCompletedByTheNextRun() throws {
        let scene = try Scene()
        let calls = try Self.calls(scene)
        try #require(calls.count > 150, "the trace shows the write path: \(calls.count)")
        // And each that gives a name.
        for call in Set(Self.sample(calls)).union(calls.filter { $0.name == "renameat" }) {
            let folder = try scene.copy()
            let killed = try Self.trace(
                folder, ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):signal=KILL:when=\(call.ordinal)"])
            // Threads share the reading: there may be fewer such calls on this one.
            let isReading = ["read", "openat", "close", "fstat", "newfstatat", "getdents64"].contains(call.name)
            #expect(killed.exitCode == 128 + SIGKILL || isReading && killed.exitCode == 0, "\(call): \(killed.errors)")
            try Self.expectWhole(folder, scene, "killed at \(call)")
        }
    }

    @Test(arguments: ["ENOSPC", "EIO", "EACCES"]) func anErrorAnywhereIsSaidAndCompletedByTheNextRun(error: String)
        throws
    {
        let scene = try Scene()
        for call in Self.sample(try Self.calls(scene)) {
            let folder = try scene.copy()
            let run = try Self.trace(
                folder, ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):error=\(error):when=\(call.ordinal)"])
            let comment = "\(error) at \(call): \(run.errors)"
            if run.exitCode == 0 {
                // It was of no consequence, so all is as it should be.
                let files = try folder.files(below: "project").filter { $0.key != ".xtraq/cache/build.json" }
                #expect(files == scene.after, "\(comment)")
            } else {
                #expect(run.exitCode == 1, "\(comment)")
                #expect(run.errors.contains("error XQ0"), "\(comment)")
                #expect(!run.errors.contains("XQ0505"), "\(comment)")
            }
            try Self.expectWhole(folder, scene, comment)
        }
    }

    @Test func aFullDiskIsNamed() throws {
        let scene = try Scene()
        let folder = try scene.copy()
        let run = try Self.trace(folder, ["-e", "trace=write", "-e", "inject=write:error=ENOSPC:when=1"])
        #expect(run.exitCode == 1)
        #expect(
            run.errors.contains(
                "error XQ0405: cannot write .xtraq/snapshots/queries/queries/books.sql.json: No space left"),
            "\(run.errors)")
        #expect(run.errors.contains("note: make room on the disk and run again"), "\(run.errors)")
        try Self.expectWhole(folder, scene, "full disk")
    }

    @Test func severalAtOnceLeaveTheWorkOfOne() throws {
        let scene = try Scene()
        for _ in 0..<(Self.step == 1 ? 20 : 2) {
            let folder = try scene.copy()
            let runs = try (0..<6).map { _ in try RunningCommand(Tool.path, [], in: folder.path("project")) }
            for run in runs {
                let end = try run.wait()
                // Who comes upon the work of another half done says so.
                #expect(end.exitCode == 0 || end.errors.contains("XQ0403"), "\(end.errors)")
            }
            try Self.expectWhole(folder, scene, "six at once")
        }
    }
}
