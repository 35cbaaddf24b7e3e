import Diagnostics
import Foundation
@testable import SnapshotModel
import TestSupport
import Testing

@Suite("The snapshot on disk")
struct SnapshotStoreTests {
    /// A query file with everything that a snapshot can say.
    static func queryFile(_ random: inout SeededGenerator) -> QueryFile {
        func text(_ random: inout SeededGenerator) -> String {
            ["", "a", "é\u{1F600}", "line\\ \"quoted\"", "tab\tand\u{1}", "x / y"].randomElement(using: &random) ?? ""
        }
        let queries = (0..<Int.random(in: 0..<5, using: &random)).map { index in
            Query(
                name: "q\(index)", cardinality: Cardinality.allCases.randomElement(using: &random) ?? .one,
                sql: "SELECT '\(text(&random))'\nFROM \(text(&random))", documentation: [text(&random), text(&random)],
                deprecation: Bool.random(using: &random) ? text(&random) : nil,
                rowName: Bool.random(using: &random) ? "Row" : nil,
                parameters: (0..<Int.random(in: 0..<4, using: &random)).map {
                    Parameter(
                        name: Bool.random(using: &random) ? "p\($0)" : nil, index: $0 + 1, type: .swift("Date"),
                        isOptional: Bool.random(using: &random), knowledge: .annotated)
                },
                columns: (0..<Int.random(in: 0..<4, using: &random)).map {
                    Column(
                        name: "c\($0)" + text(&random), type: .declared(text(&random)),
                        isOptional: Bool.random(using: &random),
                        origin: Bool.random(using: &random) ? ColumnOrigin(table: "t", column: text(&random)) : nil,
                        knowledge: Knowledge.allCases.randomElement(using: &random) ?? .unknown)
                }, isReadOnly: Bool.random(using: &random))
        }
        return QueryFile(path: "Queries/é.sql", schema: "main", queries: queries)
    }

    @Test func readsWhatItWrites() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let file = Self.queryFile(&random)
            let bytes = SnapshotEncoder.encode(file)
            #expect(try SnapshotDecoder.queryFile(bytes) == file, "seed \(seed)")
            #expect(SnapshotStore.isOurs(bytes))
        }
        let table = Table(
            schema: "main", name: "T", kind: .view,
            columns: [
                .init(
                    name: "a", declaredType: "INT", isNotNull: true, primaryKeyPosition: 2, isGenerated: true,
                    hasDefault: true),
                .init(name: "b", declaredType: "", isNotNull: false),
            ])
        #expect(try SnapshotDecoder.table(SnapshotEncoder.encode(table)) == table)
    }

    @Test func hostileFilesAreRefusedOrRead() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var bytes = SnapshotEncoder.encode(Self.queryFile(&random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            case 1: bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.insert(contentsOf: Array("[[[{".utf8), at: Int.random(in: 0..<bytes.count, using: &random))
            default: bytes.insert(contentsOf: bytes, at: Int.random(in: 0..<bytes.count, using: &random))
            }
            _ = try? SnapshotDecoder.queryFile(bytes)
            _ = try? SnapshotDecoder.table(bytes)
            _ = try? SnapshotIndex.decode(bytes)
            _ = SnapshotCache(bytes)
        }
        #expect(throws: SnapshotDecoder.Failure.self) { try SnapshotDecoder.queryFile([]) }
        #expect(throws: SnapshotDecoder.Failure.self) { try SnapshotDecoder.queryFile(Array("{}".utf8)) }
    }

    private func project() throws -> (folder: TemporaryFolder, index: SnapshotIndex) {
        let folder = try TemporaryFolder()
        let bytes = SnapshotEncoder.encode(QueryFile(path: "Queries/a.sql", schema: "main", queries: []))
        let entry = SnapshotIndex.Entry(
            name: "Queries/a.sql", source: Fingerprint(of: "a"), file: "queries/queries/a.sql.json",
            contents: Fingerprint(of: bytes))
        let index = SnapshotIndex(engine: .sqlite, schema: Fingerprint(of: "s"), files: [entry], tables: [])
        _ = try folder.write(".xtraq/snapshots/\(entry.file)", String(decoding: bytes, as: UTF8.self))
        _ = try folder.write(".xtraq/snapshots/index.json", String(decoding: index.encoded, as: UTF8.self))
        return (folder, index)
    }

    @Test func loadsAWholeSnapshot() throws {
        let (folder, index) = try project()
        let loaded = SnapshotStore(projectRoot: folder.path).load()
        #expect(loaded.findings == [])
        #expect(loaded.snapshot?.files.map(\.path) == ["Queries/a.sql"])
        #expect(loaded.fingerprint == Fingerprint(of: index.encoded))
        #expect(try SnapshotIndex.decode(index.encoded) == index)
    }

    @Test(arguments: [
        ("index.json", nil, DiagnosticCode.snapshotMissing),
        ("index.json", "<<<<<<< HEAD\n", .snapshotCorrupt),
        ("index.json", "", .snapshotCorrupt),
        ("index.json", "{\"xtraq\": 2}", .snapshotFormat),
        ("index.json", "{\"xtraq\": 1}", .snapshotCorrupt),
        (
            "index.json",
            """
            {"xtraq": 1, "engine": "sqlite", "files": [{"source": "a", "file": "../../../etc/passwd",
              "contents": "00000000000000000000000000000000"}], "tables": []}
            """, .snapshotCorrupt
        ),
        ("queries/queries/a.sql.json", nil, .snapshotIncomplete),
        ("queries/queries/a.sql.json", "{}", .snapshotIncomplete),
    ]) func saysWhatIsWrong(_ file: String, _ text: String?, _ code: DiagnosticCode) throws {
        let (folder, _) = try project()
        if let text {
            _ = try folder.write(".xtraq/snapshots/\(file)", text)
        } else {
            try folder.remove(".xtraq/snapshots/\(file)")
        }
        let loaded = SnapshotStore(projectRoot: folder.path).load()
        #expect(loaded.snapshot == nil)
        #expect(loaded.findings.map(\.code) == [code])
        #expect(loaded.findings.first?.notes.isEmpty == false)
    }

    @Test func fingerprintsTellTextsApart() {
        var seen: Set<Fingerprint> = []
        var bytes: [UInt8] = []
        for length in 0..<200 {
            #expect(seen.insert(Fingerprint(of: bytes)).inserted)
            for bit in 0..<(length * 8) where bit % 7 == 0 {
                var other = bytes
                other[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(seen.insert(Fingerprint(of: other)).inserted)
            }
            bytes.append(0)
        }
        let fingerprint = Fingerprint(of: "orders")
        #expect(Fingerprint(fingerprint.text) == fingerprint)
        #expect(fingerprint.text == "7fd7acf2195a4f181987aeab7d9427e2")
    }
}
