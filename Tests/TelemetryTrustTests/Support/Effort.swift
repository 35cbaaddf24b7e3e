import Foundation

/// How much is tried: little in each test run, much where `make check-all` asks for it.
enum Effort {
    /// A number that an environment variable raises.
    static func count(_ variable: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? usual
    }

    /// The seed of this run: another each time, unless `TRUST_SEED` repeats one.
    static let seed: UInt64 = {
        let given = ProcessInfo.processInfo.environment["TRUST_SEED"].flatMap { UInt64($0) }
        let seed = given ?? .random(in: 0..<1_000_000_000)
        print("TRUST_SEED=\(seed)")
        return seed
    }()

    /// Does something for each number, on as many threads as there are processors.
    static func each(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) async throws {
        let width = max(2, ProcessInfo.processInfo.activeProcessorCount)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<width {
                group.addTask {
                    for index in stride(from: lane, to: count, by: width) { try body(index) }
                }
            }
            try await group.waitForAll()
        }
    }
}
