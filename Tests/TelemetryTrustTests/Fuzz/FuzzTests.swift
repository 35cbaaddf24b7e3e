import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Readers of what somebody else may have written, fed with what nobody would: they return, whatever it is.
///
/// `make fuzz` does the same with libFuzzer, for as long as it is let; an input that ended a reader there is kept in
/// `Fixtures`, and read again here.
@Suite struct FuzzTests {
    @Test(arguments: FuzzTarget.allCases) func survivesMutatedFiles(target: FuzzTarget) {
        let seed = Effort.seed
        var generator = SeededGenerator(seed: seed)
        let seeds = target.seeds
        for _ in 0..<Effort.count("TRUST_FUZZ_ROUNDS", 200) {
            var bytes = seeds.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes, &generator) }
            target.read(bytes)
        }
    }

    @Test(arguments: FuzzTarget.allCases) func survivesEveryBeginningOfAFile(target: FuzzTarget) {
        for seed in target.seeds {
            let step = max(1, seed.count / (Effort.count("TRUST_FUZZ_ROUNDS", 200) > 200 ? 300 : 40))
            for count in stride(from: 0, through: seed.count, by: step) { target.read(Array(seed.prefix(count))) }
        }
    }

    @Test(arguments: FuzzTarget.allCases) func survivesDepthAndLength(target: FuzzTarget) {
        for unit in ["[", "{\"a\":", "\"", "-- name: a :one\nSELECT 1;\n", "A=1\n", "(", "*", "é", "\\", "/*"] {
            target.read(Array(String(repeating: unit, count: 20_000).utf8))
        }
    }

    /// What ended a reader once.
    @Test func survivesWhatEndedItOnce() throws {
        let folder = Repository.path("Tests/TelemetryTrustTests/Fuzz/Fixtures")
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let target = FuzzTarget(rawValue: String(name.prefix { $0 != "-" })) else { continue }
            target.read(Array(FileManager.default.contents(atPath: folder + "/" + name) ?? Data()))
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return bytes.append(.random(in: 0...255, using: &generator)) }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: bytes[place] = .random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(.random(in: 0...255, using: &generator), at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &generator)))
        case 4:
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        case 5:
            let words = [
                "null", "-1", "1e999", "\"\\ud800\"", "[]", "{}", "99999999999999999999", "\"\"", "true", "\u{0}",
            ]
            bytes.replaceSubrange(
                place..<min(bytes.count, place + 4), with: (words.randomElement(using: &generator) ?? "").utf8)
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
    }
}
