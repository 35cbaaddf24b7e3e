import Foundation
import TestSupport
import Testing

@testable import LocalTelemetry

@Suite struct KeyFileTests {
    private let fixture: StoreFixture

    init() throws {
        fixture = try StoreFixture()
    }

    private func findOrMake(_ abilities: FileSystemAbilities = .init()) throws -> KeyFile.Finding {
        let directory = try fixture.open()
        return try KeyFile.findOrMake(in: directory, shownAs: "key", Publisher(abilities: abilities))
    }

    @Test(arguments: StoreFixture.abilities)
    func isMadeOnceAndThenRead(abilities: FileSystemAbilities) throws {
        let first = try findOrMake(abilities)
        #expect(try findOrMake(abilities) == first)
        #expect(try fixture.names == [".gitignore", "telemetry.key"])
        #expect(try fixture.folder.mode(of: "telemetry.key") == 0o600)
        #expect(try fixture.folder.read(".gitignore") == "*\n")
        guard case .key(let key) = first else {
            Issue.record("no key was made")
            return
        }
        #expect(key.bytes.count == 32)
        #expect(Set(key.bytes).count > 8, "random bytes repeat less")
    }

    @Test(arguments: StoreFixture.abilities)
    func isTheSameForAllWhoRaceForIt(abilities: FileSystemAbilities) async throws {
        let path = Array(fixture.folder.path.utf8)
        for _ in 0..<10 {
            let findings = await withTaskGroup(of: KeyFile.Finding?.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        guard let directory = try? Directory(path: path) else { return nil }
                        return try? KeyFile.findOrMake(
                            in: directory, shownAs: "key", Publisher(abilities: abilities))
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let first = try #require(findings.first ?? nil)
            #expect(findings.allSatisfy { $0 == first })
            #expect(try fixture.names == [".gitignore", "telemetry.key"])
            try fixture.folder.remove("telemetry.key")
        }
    }

    @Test(arguments: [0, 1, 31, 33, 4096])
    func leavesAFileOfAnotherLengthAlone(length: Int) throws {
        try fixture.folder.write("telemetry.key", String(repeating: "k", count: length))
        try fixture.folder.setMode(0o600, of: "telemetry.key")
        #expect(try findOrMake() == .wrongLength)
        #expect(try fixture.folder.read("telemetry.key").utf8.count == length)
    }

    @Test func refusesWhatIsNotAFileWithOneName() throws {
        func reason() -> String? {
            do {
                _ = try findOrMake()
                return nil
            } catch let failure as StoreFailure {
                return failure.reason
            } catch {
                return "\(error)"
            }
        }
        let key = fixture.folder.path("telemetry.key")
        try fixture.folder.write("elsewhere", String(repeating: "k", count: 32))
        try fixture.folder.setMode(0o600, of: "elsewhere")
        try FileManager.default.createSymbolicLink(atPath: key, withDestinationPath: "elsewhere")
        #expect(reason() == "key is not a regular file")
        try fixture.folder.remove("telemetry.key")
        #expect(unsafe mkfifo(key, 0o600) == 0)
        #expect(reason() == "key is not a regular file")
        try fixture.folder.remove("telemetry.key")
        try fixture.folder.makeFolder("telemetry.key")
        #expect(reason() == "key is not a regular file")
        try fixture.folder.remove("telemetry.key")
        #expect(unsafe link(fixture.folder.path("elsewhere"), key) == 0)
        #expect(reason() == "key has a second name")
        try fixture.folder.remove("elsewhere")
        #expect(reason() == nil)
        for mode in [0o640, 0o604, 0o620, 0o666] {
            try fixture.folder.setMode(mode, of: "telemetry.key")
            #expect(reason() == "key is open to others")
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
    func refusesSomebodyElsesKey() throws {
        let key = try fixture.folder.write("telemetry.key", String(repeating: "k", count: 32))
        try fixture.folder.setMode(0o600, of: "telemetry.key")
        #expect(unsafe chown(key, 65534, 65534) == 0)
        #expect(throws: StoreFailure("key belongs to another user")) { try findOrMake() }
    }

    @Test func readsTheFileThatTheCommandLineNames() throws {
        let file = try fixture.folder.write("k", String(repeating: "k", count: 32))
        try fixture.folder.setMode(0o600, of: "k")
        try FileManager.default.createSymbolicLink(
            atPath: fixture.folder.path("link"), withDestinationPath: "k")
        #expect(try KeyFile.read(path: file).key == TelemetryKey(Array(repeating: UInt8(ascii: "k"), count: 32)))
        #expect(try !KeyFile.read(path: fixture.folder.path("link")).isOpenToOthers)
        try fixture.folder.setMode(0o644, of: "k")
        #expect(try KeyFile.read(path: file).isOpenToOthers)
        #expect(unsafe mkfifo(fixture.folder.path("fifo"), 0o600) == 0)
        for name in ["fifo", "missing", ""] {
            #expect(throws: StoreFailure.self) { _ = try KeyFile.read(path: fixture.folder.path(name)) }
        }
        try fixture.folder.write("k", "short")
        #expect(throws: StoreFailure.self) { _ = try KeyFile.read(path: file) }
    }
}
