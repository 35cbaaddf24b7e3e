import TestSupport
import Testing

/// Nothing that anybody names reaches telemetry, whatever command runs, in any form that it could take.
@Suite struct CanaryTests {
    @Test func nothingNamedReachesTelemetry() async throws {
        let seed = Effort.seed
        try await Effort.each(Effort.count("TRUST_PROJECTS", 500)) { index in
            let project = try CanaryProject(seed: seed + UInt64(index))
            try project.run()
            let evidence = try CanaryEvidence(project)
            let unplayed = try evidence.unplayed()
            #expect(unplayed == [], "seed \(project.seed), \(project.extra.name)")
            let leaks = evidence.leaks()
            #expect(leaks == [], "seed \(project.seed), \(project.extra.name)")
        }
    }
}
