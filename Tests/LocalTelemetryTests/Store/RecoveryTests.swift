import Foundation
import TestSupport
import Testing

@testable import LocalTelemetry

/// What the next run does with what a killed one has left.
@Suite struct RecoveryTests {
    private let fixture: StoreFixture
    private let name = "cli-command-20261124-101830-3f9a1c2e.json"
    private let whole = "{\n  \"a\": {\n  }\n}\n"

    init() throws {
        fixture = try StoreFixture()
    }

    private func recover() throws {
        let directory = try fixture.open()
        Recovery.run(in: directory)
    }

    @Test func completesAReplacement() throws {
        try fixture.folder.write(name, "unfinished")
        try fixture.folder.write(name + ".final", "finished")
        try recover()
        #expect(try fixture.names == [name])
        #expect(try fixture.folder.read(name) == "finished")
    }

    @Test func leavesWhatALivingRunWrites() throws {
        let names = [".part-0badcafe-" + name, name, name + ".final"]
        for name in names { try fixture.folder.write(name, whole) }
        let directory = try fixture.open()
        do {
            let part = try directory.open(names[0])
            let final = try directory.open(names[2])
            let locks = [try part.lock(), try final.lock()]
            #expect(locks == [true, true])
            try recover()
            #expect(try fixture.names == names)
            _ = (part.number, final.number)
        }
        try recover()
        #expect(try fixture.names == [name], "its writers are gone")
    }

    @Test func touchesNothingElse() throws {
        let foreign = [
            "notes.json.final", "cli-command-20261124-101830-3f9a1c2e.json.finally", "x.final", "read.me",
            "CLI-20261124-101830-3f9a1c2e.json.final",
        ]
        for name in foreign { try fixture.folder.write(name, "theirs") }
        try FileManager.default.createSymbolicLink(
            atPath: fixture.folder.path(name + ".final"), withDestinationPath: "read.me")
        #expect(unsafe mkfifo(fixture.folder.path("build-20261124-101830-3f9a1c2e.json.final"), 0o600) == 0)
        try fixture.folder.makeFolder("summary-20261124-101830-3f9a1c2e.json.final")
        let before = try fixture.names
        try recover()
        #expect(try fixture.names == before)
        for name in foreign { #expect(try fixture.folder.read(name) == "theirs") }
    }

    @Test func finishesAWholePartAndRemovesABrokenOne() throws {
        let other = "build-20261124-101830-3f9a1c2e.json"
        try fixture.folder.write(".part-0badcafe-" + name, whole)
        try fixture.folder.write(".part-0badcafe-" + other, String(whole.dropLast(3)))
        try fixture.folder.write(".part-0badcafe-telemetry.key", "0123")
        try recover()
        #expect(try fixture.names == [name])
        #expect(try fixture.folder.read(name) == whole)
    }

    @Test func removesAPartThatHasItsName() throws {
        try fixture.folder.write(".part-0badcafe-" + name, whole)
        #expect(unsafe link(fixture.folder.path(".part-0badcafe-" + name), fixture.folder.path(name)) == 0)
        try recover()
        #expect(try fixture.names == [name])
    }

    @Test func putsAPartOfAReplacementInItsPlace() throws {
        try fixture.folder.write(name, "{\n}\n")
        try fixture.folder.write(".part-0badcafe-" + name + ".final", whole)
        try recover()
        #expect(try fixture.names == [name])
        #expect(try fixture.folder.read(name) == whole)
    }

    @Test func neverTakesAPrefixOfADocumentForAWholeOne() throws {
        let document = "{\n  \"a\": {\n    \"b\": [\n      {\n      }\n    ]\n  },\n  \"c\": {\n  }\n}\n"
        for length in 0..<document.utf8.count {
            try fixture.folder.write(".part-0badcafe-" + name, String(document.prefix(length)))
            try recover()
            #expect(try fixture.names == [], "\(length) bytes")
        }
    }

    @Test func boundsWhatItDoesAtOnce() throws {
        for index in 0..<Recovery.limit + 20 {
            try fixture.folder.write(".part-x\(index)", "")
        }
        try recover()
        #expect(try fixture.names.count == 20)
    }
}
