import Foundation
import JSONBytes
import TestSupport
import Testing

/// A call of telemetry's fails, or the process ends at it, in a run of the tool itself: what the run prints, writes and
/// ends with is what it is without telemetry; its documents are whole or not there; the next run puts all in order.
@Suite(.enabled(if: FaultShim.isAvailable, "needs a C compiler"))
struct InjectedFaultTests {
    private static let errors: [(name: String, code: Int32)] = [
        ("ENOSPC", ENOSPC), ("EIO", EIO), ("EACCES", EACCES), ("EROFS", EROFS), ("EMFILE", EMFILE), ("EINTR", EINTR),
    ]
    /// `make check-all` asks for every call.
    private static let isFull = Effort.count("TELEMETRY_TEST_FAULT_STEP", 15) == 1

    private struct Outcome {
        var run: Tool.Run
        var files: [String: [UInt8]]
        var folder: TemporaryFolder
    }

    private static func run(
        _ arguments: [String], _ fault: (kind: FaultShim.Fault, at: Int)? = nil
    ) throws -> (outcome: Outcome, calls: [String]) {
        let folder = try SmallProject.make()
        let scratch = try TemporaryFolder()
        let run = try Command.run(
            Tool.path, arguments, in: folder.path,
            environment: try FaultShim.environment(FaultShim.telemetry, log: scratch.path("log"), fault))
        let calls = scratch.contains("log") ? try scratch.read("log").split(separator: "\n").map(String.init) : []
        // The cache knows when what was written.
        let files = try folder.ownFiles().filter { !$0.key.hasPrefix(".xtraq/cache/") }
        return (Outcome(run: run, files: files, folder: folder), calls)
    }

    /// Standard error without figures of time, which differ from run to run.
    private static func steady(_ text: String) -> String {
        text.replacing(#/ \([a-z]+ [0-9].*\)/#, with: "")
    }

    /// Which calls are struck: all, or some that are others from run to run.
    private static func places(_ count: Int, _ some: Int) -> [Int] {
        isFull ? Array(1...count) : (0..<some).map { _ in Int.random(in: 1...count) }
    }

    private static func expectInOrder(_ folder: TemporaryFolder, _ comment: String) throws {
        let next = try Tool.run(["--telemetry"], in: folder)
        #expect(next.exitCode == 0 && next.errors.contains("telemetry: 4 documents"), "\(comment): \(next.errors)")
        let names = try folder.files(below: ".xtraq/telemetry").keys
        #expect(names.allSatisfy { $0.hasSuffix(".json") || $0 == ".gitignore" }, "\(comment): \(names)")
        let secrets = Set(try folder.files(below: ".xtraq/private").keys)
        #expect(secrets == [".gitignore", "telemetry.key"], "\(comment): \(secrets)")
        // Each parses and holds what the catalogue says.
        let verified = try Tool.run(["telemetry", "verify"], in: folder)
        #expect(verified.exitCode == 0, "\(comment): \(verified.output)\(verified.errors)")
    }

    @Test(arguments: errors.indices, [[], ["build", "--procedure", "nope"]])
    func outputFilesAndExitCodeAreThoseWithout(error: Int, arguments: [String]) throws {
        let error = Self.errors[error]
        let plain = try Self.run(arguments).outcome
        let (clean, calls) = try Self.run(arguments + ["--telemetry"])
        #expect(clean.run.exitCode == plain.run.exitCode)
        try #require(calls.count > 40, "the library sees the calls: \(calls.count)")
        for place in Self.places(calls.count, arguments.isEmpty ? 3 : 1) {
            for isLasting in [false, true] {
                let comment =
                    "\(error.name) at call \(place), \(calls[place - 1])\(isLasting ? ", and from then on" : "")"
                let (outcome, _) = try Self.run(
                    arguments + ["--telemetry"],
                    (.error(error.name, code: error.code, isLasting: isLasting && error.code != EINTR), place))
                #expect(outcome.run.output == plain.run.output, "\(comment)")
                #expect(outcome.run.exitCode == plain.run.exitCode, "\(comment): \(outcome.run.errors)")
                #expect(outcome.files == plain.files, "\(comment)")
                let said = Self.steady(outcome.run.errors)
                let expected = Self.steady(plain.run.errors)
                #expect(said.hasPrefix(expected), "\(comment): \(said)")
                let lines = said.dropFirst(expected.count).split(separator: "\n")
                #expect(lines.count == 1 && lines.first?.hasPrefix("telemetry: ") == true, "\(comment): \(lines)")
                try Self.expectInOrder(outcome.folder, comment)
            }
        }
    }

    @Test func killedAnywhereItLeavesWholeDocumentsAndFiles() throws {
        let plain = try Self.run([]).outcome
        let calls = try Self.run(["--telemetry"]).calls
        try #require(calls.count > 40, "the library sees the calls: \(calls.count)")
        for place in Self.places(calls.count, 6) {
            let comment = "killed at call \(place), \(calls[place - 1])"
            let (outcome, _) = try Self.run(["--telemetry"], (.kill, place))
            #expect(outcome.run.signal == SIGKILL, "\(comment)")
            // Snapshot and code are not there yet, or whole.
            for (name, bytes) in outcome.files { #expect(bytes == plain.files[name], "\(comment): \(name)") }
            let names = try outcome.folder.files(below: ".xtraq/telemetry")
            let starts = names.keys.filter { $0.hasPrefix("cli-command-") && $0.hasSuffix(".json") }
            for (name, data) in names where name != ".gitignore" {
                #expect(throws: Never.self, "\(comment): \(name)") { _ = try JSONNode.parse(Array(data)) }
            }
            let listed = try Tool.run(["telemetry", "list", "--json"], in: outcome.folder)
            #expect(listed.exitCode == 0, "\(comment)")
            // Once its first document had a name the run is on record, as unfinished or, at the very end, with its end.
            let isOnRecord = listed.output.contains("\"unfinished\"") || listed.output.contains("\"success\"")
            #expect(isOnRecord == !starts.isEmpty, "\(comment): \(listed.output)")
            try Self.expectInOrder(outcome.folder, comment)
            let count = try outcome.folder.files(below: ".xtraq/telemetry").keys.count { $0.hasPrefix("cli-command-") }
            #expect(count == (starts.isEmpty ? 1 : 2), "\(comment): nothing that was linked is lost")
        }
    }
}
