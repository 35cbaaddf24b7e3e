import Foundation
import TestSupport
import Testing

@testable import LocalTelemetry

/// Files that appear whole or not at all, on file systems of every ability.
@Suite struct PublisherTests {
    private let fixture: StoreFixture
    private let long = "short-16.json"

    init() throws {
        fixture = try StoreFixture()
    }

    @Test(arguments: StoreFixture.abilities)
    func makesAWholeFileForItsOwnerAlone(abilities: FileSystemAbilities) throws {
        let bytes = Array(repeating: UInt8(ascii: "x"), count: 300_000)
        let directory = try fixture.open()
        let name = try Publisher(abilities: abilities).publish(bytes, in: directory, as: ["short.json", long])
        #expect(try fixture.names == [name])
        #expect(name == "short.json")
        #expect(try fixture.folder.read(try #require(name)).utf8.count == bytes.count)
        #expect(try fixture.folder.mode(of: try #require(name)) == 0o600)
    }

    @Test(arguments: StoreFixture.abilities)
    func neverOverwrites(abilities: FileSystemAbilities) throws {
        let directory = try fixture.open()
        try fixture.folder.write("short.json", "taken")
        let publisher = Publisher(abilities: abilities)
        #expect(try publisher.publish([1], in: directory, as: ["short.json", long]) == long)
        #expect(try publisher.publish([2], in: directory, as: ["short.json", long]) == nil)
        #expect(try fixture.folder.read("short.json") == "taken")
        #expect(try fixture.names == [long, "short.json"].sorted())
    }

    @Test(arguments: StoreFixture.abilities)
    func replacesAndLeavesNothingElse(abilities: FileSystemAbilities) throws {
        let directory = try fixture.open()
        try fixture.folder.write("a.json", "first")
        try Publisher(abilities: abilities).replace("a.json", with: Array("second".utf8), in: directory)
        #expect(try fixture.folder.read("a.json") == "second")
        #expect(try fixture.names == ["a.json"])
        #expect(try fixture.folder.mode(of: "a.json") == 0o600)
    }

    @Test(arguments: StoreFixture.abilities)
    func replacesWhatSomebodyRemoved(abilities: FileSystemAbilities) throws {
        let directory = try fixture.open()
        try Publisher(abilities: abilities).replace("a.json", with: Array("second".utf8), in: directory)
        #expect(try fixture.names == ["a.json"])
    }

    @Test(arguments: StoreFixture.abilities)
    func saysWhyNotAndLeavesNothing(abilities: FileSystemAbilities) throws {
        let directory = try fixture.open()
        try fixture.folder.remove("")
        #expect(throws: SystemError(code: ENOENT)) {
            _ = try Publisher(abilities: abilities).publish([1], in: directory, as: ["a.json"])
        }
    }

    @Test(arguments: StoreFixture.abilities)
    func letsManyThreadsHaveOneNameEach(abilities: FileSystemAbilities) async throws {
        let path = Array(fixture.folder.path.utf8)
        let wins = await withTaskGroup(of: [String].self) { group in
            for task in 0..<6 {
                group.addTask {
                    (0..<20).compactMap { round in
                        guard let directory = try? Directory(path: path) else { return nil }
                        return try? Publisher(abilities: abilities).publish(
                            [UInt8(task)], in: directory, as: ["\(round)", "\(round)-\(task)"])
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(wins.count == 120)
        #expect(Set(wins).count == 120)
        #expect(try fixture.names == wins.sorted())
    }
}
