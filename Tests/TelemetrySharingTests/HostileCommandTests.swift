import Foundation
import JSONBytes
import LocalTelemetry
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@testable import TelemetrySharing

/// The commands that read bundles, on bundles that a stranger made: a clear error, nothing written, nothing on the
/// terminal that moves a cursor. `Benchmarks/suites/hostile.py` measures the same commands' time and memory.
@Suite struct HostileCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("answer.txt", "nothing\n")
    }

    private static let escapes = "<script>\u{1B}]0;owned\u{7}\u{202E}"

    /// A document that is in order, and what a stranger makes of it.
    private static func document(_ change: (String) -> String = { $0 }) throws -> [UInt8] {
        let description = xtraq.kinds.descriptions[3]
        let example = try #require(xtraq.kinds.kinds[3].example())
        let document = try DocumentReader([description]).read(example.bytes)
        var redactor = Redactor(
            key: .thrownAway(bundle: BundleKey.randomBundle()), first: document.timestamp, level: .standard)
        let redacted = redactor.redact(document, ordinal: 1, plan: RedactionPlan(description, level: .standard))
        let text = String(decoding: DocumentJSON().document(try #require(redacted)), as: UTF8.self)
        return Array(change(text).utf8)
    }

    /// A bundle of entries with a manifest that lists them.
    private static func bundle(_ documents: [RawArchive.Entry], manifest change: (String) -> String = { $0 })
        -> RawArchive
    {
        var manifest = BundleManifest(
            tool: "xtraq", toolVersion: "1.4.2", level: .standard, bundle: String(repeating: "0", count: 32),
            isRevealable: true, runs: 1, span: 0)
        manifest.entries = documents.map {
            .init(
                name: String(decoding: $0.name, as: UTF8.self), bytes: $0.content.count,
                sha256: Checksum.sha256($0.content))
        }
        let json = Array(change(String(decoding: manifest.json, as: UTF8.self)).utf8)
        return RawArchive(entries: [.init("manifest.json", json)] + documents)
    }

    private static func one(_ content: [UInt8]) -> RawArchive.Entry { .init("documents/1-summary.json", content) }

    /// What a bundle of each kind of harm does: it is no bundle, or it holds what it must not.
    private enum Fate: Equatable { case refused, found }

    private static func bundles() throws -> [(name: String, bytes: [UInt8], fate: Fate)] {
        let whole = try document()
        func with(_ change: (inout RawArchive.Entry) -> Void) -> [UInt8] { bundle([one(whole).with(change)]).bytes }
        func member(_ value: String) throws -> [UInt8] {
            bundle([one(try document { "{\"x\": \(value)," + $0.dropFirst() })]).bytes
        }
        let plain = bundle([one(whole)])
        var (many, wide, far) = (plain, plain, plain)
        many.count = 65_535
        wide.directorySize = 1 << 31
        far.directoryOffset = 1 << 30
        return [
            ("climbs", bundle([.init("../evil.json", whole)]).bytes, .refused),
            ("climbs later", bundle([.init("documents/../../evil.json", whole)]).bytes, .refused),
            ("absolute", bundle([.init("/tmp/evil.json", whole)]).bytes, .refused),
            ("backslash", bundle([.init("..\\evil.json", whole)]).bytes, .refused),
            ("escapes in a name", bundle([.init(escapes + ".json", whole)]).bytes, .refused),
            ("link", with { $0.attributes = 0o120777 << 16 }, .refused),
            ("device", with { $0.attributes = 0o060666 << 16 }, .refused),
            ("twice", bundle([one(whole), one(whole)]).bytes, .refused),
            ("twins", bundle([.init("a.json", whole), .init("A.json", whole)]).bytes, .refused),
            ("ratio", bundle([one([UInt8](repeating: 32, count: 4 << 20))]).bytes, .refused),
            ("nested", bundle([one(bundle([one(plain.bytes)]).bytes)]).bytes, .found),
            ("count", many.bytes, .refused), ("directory", wide.bytes, .refused), ("offset", far.bytes, .refused),
            ("size", with { $0.size = 1 << 30 }, .refused), ("another size", with { $0.size = 3 }, .refused),
            ("checksum", with { $0.checksum = 7 }, .refused), ("encrypted", with { $0.flags = 1 }, .refused),
            ("method", with { $0.method = 14 }, .refused), ("overlapping", with { $0.offset = 0 }, .refused),
            ("cut", Array(plain.bytes.dropLast(30)), .refused), ("longer", plain.bytes + [0], .refused),
            ("manifest", bundle([one(whole)]) { $0 + "x" }.bytes, .refused),
            ("deep manifest", bundle([one(whole)]) { _ in String(repeating: "[", count: 100_000) }.bytes, .refused),
            ("escapes in the manifest", bundle([one(whole)]) { $0.replacing("1.4.2", with: escapes) }.bytes, .refused),
            (
                "another tool", bundle([one(whole)]) { $0.replacing("\"xtraq\"", with: "\"\(escapes)\"") }.bytes,
                .refused
            ),
            ("no documents at all", RawArchive(entries: [.init("README.txt")]).bytes, .refused),
            ("huge number", try member("1e99999"), .found),
            ("long number", try member(String(repeating: "9", count: 5000)), .found),
            ("deep", try member(String(repeating: "[", count: 100_000)), .found),
            (
                "escapes",
                try member("\"\(escapes.replacing("\u{1B}", with: "\\u001b").replacing("\u{7}", with: "\\u0007"))\""),
                .found
            ),
            (
                "escapes as a key",
                bundle([
                    one(
                        try document {
                            "{\"\(escapes.replacing("\u{1B}", with: "\\u001b").replacing("\u{7}", with: "\\u0007"))\": 1,"
                                + $0.dropFirst()
                        })
                ]).bytes, .found
            ),
            (
                "another content",
                bundle([one(whole)]) {
                    $0.replacing("\"sha256\": \"", with: "\"sha256\": \"0000").replacing(
                        "0000\(Checksum.sha256(whole))", with: "0000" + Checksum.sha256(whole).dropFirst(4))
                }.bytes, .found
            ),
        ]
    }

    @Test func noneDoesHarm() throws {
        for (name, bytes, fate) in try Self.bundles() {
            try Data(bytes).write(to: URL(fileURLWithPath: folder.path("bundle.zip")))
            let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            for command in [["verify"], ["list"], ["show"], ["reveal", "answer.txt", "--bundle"]] {
                let run = try Tool.run(["telemetry"] + command + ["bundle.zip"], in: folder.path)
                #expect(run.signal == nil, "\(command[0]) of \(name)")
                switch (fate, command[0]) {
                case (.refused, _):
                    #expect(run.exitCode == 1, "\(command[0]) of \(name): \(run.output) \(run.errors)")
                    // Where there is no project, the content of a bundle is not looked at to reveal its names.
                    let isWithoutProject = command[0] == "reveal" && run.errors.contains("there is no project here")
                    #expect(
                        run.errors.contains("cannot be read as a bundle: ") || isWithoutProject,
                        "\(command[0]) of \(name): \(run.errors)")
                case (.found, "verify"): #expect(run.exitCode == 4, "\(name): \(run.output) \(run.errors)")
                default: #expect(run.exitCode == 0 || run.exitCode == 1, "\(command[0]) of \(name): \(run.errors)")
                }
                let hidden = (run.output + run.errors).unicodeScalars.filter {
                    $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E || $0.value == 0x7F
                }
                #expect(hidden.isEmpty, "\(command[0]) of \(name): \(run.errors)")
            }
            #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == before, "\(name)")
        }
    }

    /// What is in order is read: the kinds of harm above are refused for what they are.
    @Test func whatIsInOrderIsRead() throws {
        try Data(Self.bundle([Self.one(try Self.document())]).bytes).write(
            to: URL(fileURLWithPath: folder.path("bundle.zip")))
        for command in ["list", "show"] {
            let run = try Tool.run(["telemetry", command, "bundle.zip"], in: folder.path)
            #expect(run.exitCode == 0 && !run.output.isEmpty, "\(command): \(run.errors)")
        }
    }
}
