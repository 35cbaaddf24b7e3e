import JSONBytes
import LocalTelemetry
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@Suite struct DocumentReaderTests {
    @Test func readsWhatTheCatalogueWrites() throws {
        for example in Samples.examples {
            let document = try reader.read(example.bytes)
            #expect(document.kind == example.kind)
            #expect(document.runId == example.runId)
            #expect(document.timestamp == example.timestamp)
            #expect(document.notes.isWhole)
            #expect(document.outcome.value == .success)
            #expect(document.durationMs == 184.32)
        }
    }

    /// What is written as JSON after reading has the members and values of the document itself.
    @Test func losesNothingOnTheWay() throws {
        for example in Samples.examples {
            let document = try reader.read(example.bytes)
            let run = RunRecord(runId: document.runId, entries: [.init(document: document, path: "")])
            var again = try JSONNode.parse(DocumentJSON().documents(of: run))
            guard case .array(let documents) = again.value else { Issue.record("no array"); return }
            again = documents[0]
            try expectEqual(again, JSONNode.parse(example.bytes), at: example.kind)
        }
    }

    private func expectEqual(_ left: JSONNode, _ right: JSONNode, at path: String) throws {
        switch (left.value, right.value) {
        case (.object(let left), .object(let right)):
            // What a reader takes the version of is not a value of the run.
            let (left, right) = (left, right.filter { $0.key != "minimumReader" && !isConstant($0.key, path) })
            let kept = left.filter { !isConstant($0.key, path) }
            #expect(kept.map(\.key) == right.map(\.key), "\(path)")
            for (left, right) in zip(kept, right) { try expectEqual(left.node, right.node, at: "\(path).\(left.key)") }
        case (.array(let left), .array(let right)):
            #expect(left.count == right.count, "\(path)")
            for (place, pair) in zip(left, right).enumerated() {
                try expectEqual(pair.0, pair.1, at: "\(path)[\(place)]")
            }
        default: #expect(left.value == right.value, "\(path)")
        }
    }

    private func isConstant(_ key: String, _ path: String) -> Bool {
        !path.contains(".") && ["schemaVersion", "kind"].contains(key)
    }

    @Test func takesUnknownValuesAsOtherAndCountsThem() throws {
        let bytes = edited(Samples.command(run: 1, minute: 0)) { text in
            text.replacing("\"build\"", with: "\"frobnicate\"")
        }
        let document = try reader.read(bytes)
        #expect(document.command == "other")
        #expect(document.notes.unknownValues == 1)
    }

    @Test func readsNewerDocumentsInPart() throws {
        let bytes = edited(Samples.command(run: 1, minute: 0)) { text in
            text.replacing(
                "\"schemaVersion\": 3", with: "\"schemaVersion\": 9, \"mood\": {\"text\": [1, {\"a\": null}]}")
        }
        let document = try reader.read(bytes)
        #expect(document.notes.isNewer)
        #expect(document.notes.unknownMembers == 1)
        #expect(document.schemaVersion == 9)
        #expect(document.durationMs == 12)
    }

    @Test func takesTheEnvelopeOfKindsItDoesNotKnow() throws {
        let bytes = edited(Samples.command(run: 1, minute: 0)) { text in
            text.replacing("\"cli-command\"", with: "\"weather\"")
        }
        let document = try reader.read(bytes)
        #expect(document.kind == "weather")
        #expect(document.notes.isUnknownKind)
        #expect(document.command == "build")
    }

    @Test(arguments: [
        ("\"exitCode\": 0", "\"exitCode\": -1"), ("\"exitCode\": 0", "\"exitCode\": 1e400"),
        ("\"exitCode\": 0", "\"exitCode\": \"0\""), ("\"exitCode\": 0", "\"exitCode\": [[]]"),
        ("\"version\": \"1.4.2\"", "\"version\": \"\\u001b[31m\""), ("\"check\": false", "\"check\": 0"),
        ("\"droppedSpans\": 0", "\"droppedSpans\": 99999999999999999999"),
    ])
    func leavesOutWhatIsNotAValueOfItsField(valid: String, invalid: String) throws {
        let bytes = edited(Samples.command(run: 1, minute: 0)) { $0.replacing(valid, with: invalid) }
        do {
            let document = try reader.read(bytes)
            #expect(document.notes.unusableMembers == 1)
        } catch {
            // A number that no double holds is not JSON that can be read.
            guard case .notJSON = error else { throw error }
        }
    }

    /// No text of a file reaches a person but those that the catalogue or a pattern of it allows.
    @Test func letsNoTextOfStrangersThrough() throws {
        let poison = "\u{1B}]0;owned\u{7}"
        let bytes = edited(Samples.command(run: 1, minute: 0, outcome: .failure)) { text in
            text.replacing(
                "\"debian\"",
                with: "\"\(poison.replacing("\u{1B}", with: "\\u001b").replacing("\u{7}", with: "\\u0007"))\"")
        }
        let document = try reader.read(bytes)
        let run = RunRecord(runId: document.runId, entries: [.init(document: document, path: "x")])
        #expect(!RunRenderer(xtraq.kinds.descriptions, style: .plain).render(run).contains("owned"))
        #expect(!String(decoding: DocumentJSON().documents(of: run), as: UTF8.self).contains("owned"))
    }

    @Test func refusesWhatIsNoDocument() {
        let whole = Samples.command(run: 1, minute: 0).bytes
        #expect(throws: DocumentDamage.cutOff) { try reader.read(Array(whole.dropLast(40))) }
        #expect(throws: DocumentDamage.cutOff) { try reader.read([]) }
        #expect(throws: DocumentDamage.notADocument) { try reader.read(Array("{}".utf8)) }
        #expect(throws: DocumentDamage.notADocument) { try reader.read(Array("[1]".utf8)) }
        #expect(throws: DocumentDamage.notADocument) {
            try reader.read(Array("{\"kind\": \"cli-command\", \"schemaVersion\": 3}".utf8))
        }
        #expect(throws: DocumentDamage.notJSON(offset: 1)) { try reader.read(Array("{hello".utf8)) }
    }

    /// Whatever is cut or changed: a document or a reason, never a trap.
    @Test func survivesWhateverIsDoneToBytes() throws {
        let seed: UInt64 = 0xD0C5
        var generator = SeededGenerator(seed: seed)
        let originals = Samples.examples.map(\.bytes)
        for _ in 0..<3000 {
            var bytes = originals[Int.random(in: 0..<originals.count, using: &generator)]
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes.removeSubrange(place...)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 2: bytes.remove(at: place)
                case 3: bytes.insert(UInt8(ascii: "["), at: place)
                default: bytes.replaceSubrange(place..<place, with: Array("1e308".utf8))
                }
            }
            if let document = try? reader.read(bytes) {
                let run = RunRecord(runId: document.runId, entries: [.init(document: document, path: "")])
                #expect(!RunRenderer(xtraq.kinds.descriptions, style: .plain).render(run).isEmpty, "seed \(seed)")
            }
        }
    }

    private func edited(_ document: EncodedDocument, _ edit: (String) -> String) -> [UInt8] {
        Array(edit(String(decoding: document.bytes, as: UTF8.self)).utf8)
    }
}
