import Foundation
import LocalTelemetry
import TestSupport
import Testing
import XtraqDocuments

@testable import TelemetrySharing

/// Files that a stranger sends: each is refused with a clear error, and nothing is taken from it.
@Suite struct HostileBundleTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ bytes: [UInt8], _ name: String = "bundle.zip") throws -> String {
        let path = folder.path(name)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Why an archive is refused; `nil` where all of it can be read.
    private func refusal(_ bytes: [UInt8]) throws -> String? {
        let path = try write(bytes)
        do throws(ArchiveProblem) {
            let archive = try ArchiveReader(path: path)
            for entry in archive.entries { _ = try archive.read(entry) }
            return nil
        } catch {
            return error.reason
        }
    }

    private static let zeros = [UInt8](repeating: 0, count: 4 << 20)

    @Test(arguments: [
        "../evil.json", "documents/../../evil", "/etc/passwd", "documents//x", "..", "a\\b", "C:evil", "x\u{0}y",
        "documents/\u{1B}[2J.json", "übel.json", ".hidden", "",
    ])
    func refusesNamesThatLeadOut(name: String) throws {
        #expect(try refusal(RawArchive(entries: [.init(name)]).bytes) != nil)
    }

    @Test func refusesLongAndTwinNames() throws {
        #expect(try refusal(RawArchive(entries: [.init(String(repeating: "a", count: 101))]).bytes) != nil)
        let twice = try refusal(RawArchive(entries: [.init("a.json"), .init("a.json")]).bytes)
        #expect(twice == "a name stands there twice")
        #expect(try refusal(RawArchive(entries: [.init("a.json"), .init("A.JSON")]).bytes) == twice)
    }

    @Test func refusesLinksDevicesAndEncryptedEntries() throws {
        for type: UInt32 in [0o120777, 0o060600, 0o010600, 0o040700] {
            let entry = RawArchive.Entry("a.json").with { $0.attributes = type << 16 }
            #expect(try refusal(RawArchive(entries: [entry]).bytes) == "it is a link or a device")
        }
        for flag in [1, 1 << 6, 1 << 13] {
            let entry = RawArchive.Entry("a.json").with { $0.flags = flag }
            #expect(try refusal(RawArchive(entries: [entry]).bytes) == "it is encrypted inside")
        }
        let method = RawArchive.Entry("a.json").with { $0.method = 12 }
        #expect(try refusal(RawArchive(entries: [method]).bytes) == "it is packed in a way that no bundle is")
    }

    @Test func refusesBombsBeforeAnythingIsUnpacked() throws {
        let dense = RawArchive.Entry("a.json", Self.zeros)
        #expect(try refusal(RawArchive(entries: [dense]).bytes) == "it unpacks to far more than it is")
        let large = RawArchive.Entry("a.json").with { $0.size = 1 << 30 }
        #expect(try refusal(RawArchive(entries: [large]).bytes) == "it is larger than a bundle's files are")
        // Entries that lie over each other unpack to many times what they are.
        let one = RawArchive.Entry("a.json", Array(repeating: 65, count: 2000))
        let other = RawArchive.Entry("b.json", Array(repeating: 65, count: 2000)).with { $0.offset = 0 }
        #expect(try refusal(RawArchive(entries: [one, other]).bytes) == "it lies over another entry")
        var many = RawArchive(entries: [.init("a.json")])
        many.count = 65_535
        #expect(try refusal(many.bytes) == "it holds more files than any bundle")
        var wide = RawArchive(entries: [.init("a.json")])
        wide.directorySize = 1 << 31
        #expect(try refusal(wide.bytes) == "its directory is larger than that of any bundle")
        let sum = (0..<300).map { place in
            RawArchive.Entry("\(place).json").with {
                $0.size = 4 << 20
                $0.packed = [UInt8](repeating: 1, count: 30_000)
            }
        }
        #expect(try refusal(RawArchive(entries: sum).bytes)?.contains("MB unpacked") == true)
    }

    @Test func refusesSizesThatAreNotTrue() throws {
        let content = Array("{\"a\": 1}".utf8)
        for size in [0, 1, 7, 9, 1000] {
            let entry = RawArchive.Entry("a.json", content).with { $0.size = size }
            #expect(try refusal(RawArchive(entries: [entry]).bytes) == "it is damaged", "\(size)")
        }
        let stored = RawArchive.Entry("a.json", content).with {
            $0.method = 0
            $0.size = 3
        }
        #expect(try refusal(RawArchive(entries: [stored]).bytes) == "its sizes disagree")
        let sum = RawArchive.Entry("a.json", content).with { $0.checksum = 1 }
        #expect(try refusal(RawArchive(entries: [sum]).bytes) == "it is damaged")
        let name = RawArchive.Entry("a.json", content).with { $0.localName = Array("b.json".utf8) }
        #expect(try refusal(RawArchive(entries: [name]).bytes) == "its two headers disagree")
    }

    /// Cut anywhere, with a byte changed anywhere: an error or the same content, never a trap and never another one.
    @Test func survivesWhateverIsDoneToTheBytes() throws {
        let content = Array("{\"kind\": \"cli-command\"}".utf8)
        let whole = RawArchive(entries: [.init("manifest.json", content), .init("documents/1-build.json", content)])
            .bytes
        #expect(try refusal(whole) == nil)
        for length in 0..<whole.count { #expect(try refusal(Array(whole[..<length])) != nil, "cut at \(length)") }
        #expect(try refusal(whole + [0]) != nil)
        let rounds = Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_MUTATIONS"] ?? "") ?? 1500
        var generator = SeededGenerator(seed: 29)
        for round in 0..<rounds {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let path = try write(bytes)
            guard let archive = try? ArchiveReader(path: path) else { continue }
            for entry in archive.entries {
                if let read = try? archive.read(entry) { #expect(read == content, "round \(round)") }
            }
        }
    }

    @Test func refusesManifestsThatAreNone() throws {
        for text in [
            "", "[]", "{}", "{\"formatVersion\": 1e99}", "{\"formatVersion\": 1, \"formatVersion\": 1}",
            String(repeating: "[", count: 100_000), "{\"dropped\": " + String(repeating: "{\"a\":", count: 5000),
            "{\"entries\": [{\"name\": \"x\", \"bytes\": -1, \"sha256\": \"\"}]}", "{\"bundle\": \"\u{1B}[2J\"}",
        ] {
            let path = try write(RawArchive(entries: [.init("manifest.json", Array(text.utf8))]).bytes)
            #expect(throws: ArchiveProblem.self, "\(text.prefix(40))") {
                try BundleReader(path: path, xtraq.kinds.descriptions)
            }
        }
        let path = try write(RawArchive(entries: [.init("README.txt")]).bytes)
        #expect(throws: ArchiveProblem.self) { try BundleReader(path: path, xtraq.kinds.descriptions) }
    }

    @Test func showsNothingThatMovesACursor() {
        let problem = ArchiveProblem("a name leads out of the bundle", entry: "\u{1B}]0;owned\u{7}<b>.json")
        let text = UnreadableBundle(path: "a\u{1B}[2J.zip", problem: problem).description
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test func waitsForNoFIFOAndTakesNoFolder() throws {
        let path = folder.path("pipe.zip")
        #expect(unsafe mkfifo(path, 0o600) == 0)
        #expect(!BundleReader.isBundle(path))
        #expect(throws: ArchiveProblem("it is not a regular file")) { try ArchiveReader(path: path) }
        #expect(throws: ArchiveProblem.self) { try ArchiveReader(path: folder.path) }
    }
}
