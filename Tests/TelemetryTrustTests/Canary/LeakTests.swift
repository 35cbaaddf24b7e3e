import Foundation
import LocalTelemetryTesting
import TestSupport
import Testing
import XtraqDocuments

@testable import LocalTelemetry

/// The canaries sing: a tool that leaks one field of each class, in each form, is caught every time.
@Suite struct LeakTests {
    /// Records a run in the project with a catalogue like the tool's, but for one field that writes bytes as they are.
    private func record(_ leak: [UInt8], in project: CanaryProject) throws {
        let catalogue = XtraqCatalogue(version: Version(1, 0, 0), commands: Vocabulary(["run"]))
        let key = FieldKey("leak")
        let type = DocumentType<NoFields>(
            kind: "leaking", version: 1, purpose: "Leaks.", examples: [NoFields()],
            [
                Field(
                    "leak", shape: { _ in FieldShape("leak", .flag, "A leak.") },
                    write: { _, encoder in
                        encoder.key(key)
                        encoder.quoted(leak)
                    })
            ])
        let tool = TelemetryTool<XtraqFacts>(
            name: "xtraq", folder: ".xtraq", projectFile: ".xtraqconfig", catalogue: catalogue.kinds,
            commands: catalogue.tool.vocabularies.commands, facts: XtraqFacts(),
            documents: RunDocuments(
                command: { moment, facts in
                    catalogue.tool.encode(
                        NoFields(), as: type,
                        envelope: Envelope(
                            runId: moment.runId, timestamp: moment.start, command: moment.command,
                            platform: moment.platform, outcome: moment.outcome, exitCode: moment.exitCode,
                            signal: moment.signal, duration: moment.duration, counts: EncodingCounts()),
                        extras: facts.switches)
                }))
        var settings = RunSettings()
        settings.projectPath = project.root
        settings.watchesSignals = false
        let run = try TelemetryRun.begin(tool, settings, command: .other, clock: .now())
        #expect(run.end(exitCode: 0)?.hasPrefix("telemetry: 1 document") == true)
    }

    @Test func everyClassIsCaughtInEveryForm() async throws {
        let project = try CanaryProject(seed: Effort.seed)
        try project.run()
        let search = try CanaryEvidence(project).search()
        #expect(try CanaryEvidence(project).leaks(search) == [], "seed \(project.seed)")
        let folder = "work/\(project.secrets[.projectPath])/.xtraq/telemetry"
        var generator = SeededGenerator(seed: Effort.seed)
        for secret in Secret.allCases {
            let token = project.secrets[secret]
            for form in SecretForm.allCases {
                // A piece of eight letters with others around it, unless a digest or the escape of a few letters alone.
                let isWhole = [.md5, .sha1, .sha256, .percent].contains(form)
                let text = isWhole ? token : "Xy" + token.dropFirst(2).prefix(10) + "Z"
                let isShouted = form == .plain && Bool.random(using: &generator)
                let leak = isShouted ? Array(text.uppercased().utf8) : form.whole(text)
                try record(leak, in: project)
                var leaks: Set<SecretSearch.Hit> = []
                for (name, data) in try project.folder.files(below: folder, where: { $0.hasPrefix("leaking-") }) {
                    leaks.formUnion(search.hits(in: Array(data), at: "the document"))
                    try project.folder.remove(folder + "/" + name)
                }
                #expect(leaks.contains { $0.secret == secret.rawValue }, "\(secret) as \(form): \(leaks)")
                #expect(Set(leaks.map(\.secret)) == [secret.rawValue], "and nothing else is taken for a find")
            }
        }
        #expect(try CanaryEvidence(project).leaks(search) == [], "nothing of it stays")
    }

    @Test func lettersOfManyBytesAreNoTextYet() {
        let tokens = [(secret: "one", text: "ghijkñöklmn"), (secret: "other", text: "pqrstñövwxy")]
        let search = SecretSearch(tokens: tokens, values: [])
        for (secret, text) in tokens {
            let piece = "<" + text.dropFirst(3).prefix(6) + ">"
            let hits = search.hits(in: SecretForm.percent.whole(piece), at: "")
            #expect(hits.map(\.secret) == [secret], "and it is no find in plain text")
        }
    }

    @Test func everyPlaceIsSearched() throws {
        let project = try CanaryProject(seed: Effort.seed)
        try project.run()
        for name in ["telemetryshow", "telemetry"] {
            for stream in ["out", "err"] where !project.folder.contains("out/\(name).\(stream)") {
                try project.folder.write("out/\(name).\(stream)", "")
            }
        }
        try project.folder.write("out/codes", try project.folder.read("out/codes") + "telemetryshow 0\ntelemetry 0\n")
        let secret = project.secrets[.literal]
        let root = "work/" + project.secrets[.projectPath]
        for file in [
            root + "/.xtraq/telemetry/\(secret)", root + "/.xtraq/private/note", "tmp/xtraq-scratch",
            "out/telemetryshow.out", "out/telemetry.err", "elsewhere/\(project.secrets[.telemetryDirectory])/x.json",
        ] {
            let before = project.folder.contains(file) ? try project.folder.read(file) : nil
            try project.folder.write(file, "{\"a\": \"\(secret)\"}")
            #expect(try CanaryEvidence(project).leaks().map(\.secret).contains("literal"), "\(file)")
            if let before { try project.folder.write(file, before) } else { try project.folder.remove(file) }
        }
        try project.folder.write("out/preview.err", "telemetry preview:\n{\"a\": \"\(secret)\"}\n")
        let places = try CanaryEvidence(project).leaks().map(\.place)
        #expect(places == ["preview"], "\(places), seed \(project.seed)")
    }
}
