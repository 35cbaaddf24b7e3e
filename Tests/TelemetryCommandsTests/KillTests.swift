import Foundation
import LocalTelemetryTesting
import TestSupport
import Testing

/// SIGKILL at every system call of a run's telemetry, key and folders included: each document is whole or not there, a
/// run whose start was linked is on record, and the next run leaves no litter.
@Suite(.enabled(if: TracedTool.isAvailable, "needs strace"))
struct KillTests {
    /// `make check-all` asks for every one; otherwise every fourth, beginning elsewhere from run to run.
    private static let step = Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_KILL_STEP"] ?? "") ?? 4

    @Test func leavesWholeDocumentsOrNone() throws {
        let seen = try expectSurvivesKills(
            of: RecordedProject.tool, folder: ".tool", arguments: TracedTool.arguments.filter { $0 != "--telemetry" },
            step: Self.step
        ) { folder in
            try Data("{}".utf8).write(to: URL(fileURLWithPath: folder + "/.toolconfig"))
        }
        #expect(seen.isSuperset(of: ["none", "unfinished", "success"]), "kills before, within and after: \(seen)")
    }
}
