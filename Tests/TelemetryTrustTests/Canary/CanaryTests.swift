import Synchronization
import TestSupport
import Testing

/// Nothing that anybody names reaches telemetry, whatever command runs, in any form that it could take.
@Suite struct CanaryTests {
    /// Each project works once and then runs the next command of the list, so that all of them come up again and again.
    /// The first project of each command is traced.
    @Test func nothingNamedReachesTelemetry() async throws {
        let seed = Effort.seed
        let commands = CanaryCommand.all.count
        let everPlayed = Mutex<Set<Secret>>([])
        try await Effort.each(max(commands, Effort.count("TRUST_PROJECTS", 500))) { index in
            let project = try CanaryProject(
                seed: seed + UInt64(index), isTraced: index < commands && Trace.isAvailable)
            try project.run()
            let evidence = try CanaryEvidence(project)
            let unplayed = try evidence.unplayed()
            #expect(unplayed == [], "seed \(project.seed), \(project.extra.name)")
            let leaks = evidence.leaks()
            #expect(leaks == [], "seed \(project.seed), \(project.extra.name)")
            if project.isTraced {
                let played = try evidence.played()
                everPlayed.withLock { $0.formUnion(played) }
            }
        }
        guard Trace.isAvailable else { return }
        var all = Set(Secret.allCases)
        if !CanaryProject.canNameHosts { all.remove(.host) }
        #expect(everPlayed.withLock { all.subtracting($0) } == [], "each token was in play somewhere")
    }
}
