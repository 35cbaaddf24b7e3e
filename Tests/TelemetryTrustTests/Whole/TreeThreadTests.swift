import Foundation
import TestSupport
import Testing

/// Snapshot and output of a project so large that several threads write them, killed at a call of any thread: each file
/// is the old one or the new one, and the next run completes them.
@Suite(.enabled(if: FaultShim.isAvailable, "needs a C compiler"))
struct TreeThreadTests {
    private static let files = 90

    /// A project that was built and of which every query has changed since.
    private static func scene() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("p/.xtraqconfig", "{\"module\": \"Shop\"}")
        try folder.write(
            "p/Schema/shop.sql", "CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;\n")
        for round in 1...2 {
            for index in 0..<files {
                try folder.write(
                    "p/Queries/q\(index).sql",
                    "-- name: find\(index) :many\nSELECT \(round == 1 ? "id" : "title") FROM books WHERE id > \(index);\n"
                )
            }
            if round == 1 { #expect(try Tool.run([], in: folder.path("p")).exitCode == 0) }
        }
        return folder
    }

    private static func own(_ folder: TemporaryFolder) throws -> [String: Data] {
        // The cache may differ: it knows when what was written.
        try folder.files(below: "p", where: { !$0.hasPrefix(".xtraq/cache") })
    }

    @Test func killedInAnyThreadItIsCompletedByTheNextRun() throws {
        let old = try Self.scene()
        let before = try Self.own(old)
        let new = try TemporaryFolder()
        try new.copy(old.path("p"), to: "p")
        let counted = try Command.run(
            Tool.path, [], in: new.path("p"),
            environment: try FaultShim.environment(FaultShim.trees, log: new.path("log")))
        #expect(counted.exitCode == 0, "\(counted.errors)")
        let after = try Self.own(new)
        let calls = try new.read("log").split(separator: "\n").map(String.init)
        try #require(calls.count > 8 * Self.files, "the library sees the calls: \(calls.count)")
        // All that change something, where all are asked for; else some, others from run to run.
        let changing = calls.indices.filter { !["read", "fstat", "fstatat"].contains(calls[$0]) }
        let isFull = Effort.count("TREE_TEST_FAULT_STEP", 40) == 1
        let places =
            isFull
            ? Array(stride(from: Int.random(in: 0..<5), to: changing.count, by: 5)).map { changing[$0] }
            : (0..<3).compactMap { _ in changing.randomElement() }
        for place in places {
            let folder = try TemporaryFolder()
            try folder.copy(old.path("p"), to: "p")
            let killed = try Command.run(
                Tool.path, [], in: folder.path("p"),
                environment: try FaultShim.environment(FaultShim.trees, log: folder.path("log"), (.kill, place + 1)))
            #expect(killed.signal == SIGKILL, "call \(place): \(killed.errors)")
            for (name, data) in try Self.own(folder) where !(name.contains("/.xtraq-") && name.hasSuffix(".tmp")) {
                #expect(data == before[name] || data == after[name], "killed at call \(place): \(name)")
            }
            let next = try Tool.run([], in: folder.path("p"))
            #expect(next.exitCode == 0, "killed at call \(place): \(next.errors)")
            #expect(try Self.own(folder) == after, "killed at call \(place)")
        }
    }
}
