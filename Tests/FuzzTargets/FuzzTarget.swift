import JSONBytes
import LocalTelemetry
import Project
import SnapshotModel
import TelemetryReport
import TelemetrySharing
import XtraqDocuments

/// A reader of bytes that somebody else may have written: whatever they are, it returns.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case document, configuration, environment, queries, snapshot, json, filter, bundle, bundled

    /// Feeds it.
    public func read(_ bytes: [UInt8]) {
        switch self {
        case .document: _ = try? Self.documents.read(bytes)
        case .configuration:
            for isTracked in [true, false] {
                _ = ConfigurationFile(SourceText(path: ".xtraqconfig", bytes: bytes), isTracked: isTracked).findings
            }
        case .environment: _ = EnvironmentFile(SourceText(path: ".env", bytes: bytes)).findings
        case .queries:
            let file = QueryFileParser.parse(SourceFile(path: "q.sql", bytes: bytes))
            for query in file.queries { precondition(!query.statement.isEmpty, "a query without a statement") }
        case .snapshot: _ = SnapshotStore.canRead(bytes)
        case .json: _ = try? JSONNode.parse(bytes)
        case .filter:
            let text = String(decoding: bytes, as: UTF8.self)
            _ = try? ProcedureFilter(parsing: text)
            _ = try? Glob(text)
        case .bundle: FuzzedBundle.read(bytes)
        case .bundled: FuzzedBundle.readContent(bytes)
        }
    }

    private static let documents = DocumentReader(
        XtraqCatalogue(version: Version(1, 0, 0), commands: Vocabulary(["run", "snapshot", "build"])).kinds.descriptions
    )

    /// What a fuzzer begins with: files as the tool writes and reads them.
    public var seeds: [[UInt8]] {
        switch self {
        case .document:
            return XtraqCatalogue(version: Version(1, 0, 0), commands: Vocabulary(["run", "snapshot", "build"])).kinds
                .kinds
                .compactMap { $0.example()?.bytes }
        case .configuration, .json:
            return [
                Array(
                    #"{"module": "Shop", "database": "sqlite:app.db", "schema": ["Schema/**/*.sql"], "queries": ["Q/**"], "output": "Out", "procedures": {"include": ["a.*"], "exclude": ["b?"]}, "types": {"books.id": "BookID"}, "annotations": {"f": ["@param a: Int64"]}}"#
                        .utf8), Array("[1, -2.5e3, \"\\u00e9\\ud83d\\ude00\", true, null, {}]".utf8),
            ]
        case .environment:
            return [Array("# a comment\nexport A='b c' \nB=\"x\\n$A\"\nXTRAQ_OUTPUT=Generated\n".utf8)]
        case .queries:
            return [
                Array(
                    "-- name: find :optional\n-- Text.\n-- @param id: Int64\nSELECT a.id, 'x;y' AS \"b c\" FROM [t] a WHERE id = :id /* c */;\n\n-- name: add :exec\nINSERT INTO t VALUES (?1, $b, @c, x'00', 1e5);\n"
                        .utf8)
            ]
        case .snapshot:
            return [
                Array(
                    "{\n  \"xtraq\": 1,\n  \"source\": \"Queries/a.sql\",\n  \"schema\": \"main\",\n  \"queries\": [{\"name\": \"a\", \"cardinality\": \"many\", \"documentation\": [\"d\"], \"sql\": [\"SELECT id FROM t WHERE id = :p\"], \"parameters\": [{\"name\": \"p\", \"index\": 1, \"type\": \"TEXT\", \"optional\": false, \"by\": \"proven\"}], \"columns\": [{\"name\": \"id\", \"type\": \"INTEGER\", \"optional\": false, \"table\": \"t\", \"column\": \"id\", \"by\": \"proven\"}]}]\n}\n"
                        .utf8),
                Array(
                    "{\n  \"xtraq\": 1,\n  \"engine\": \"sqlite\",\n  \"schema\": \"f6c4f839afc8335a168db7822ab5f5dd\",\n  \"files\": [{\"source\": \"Queries/a.sql\", \"fingerprint\": \"b83e5bc5127d421d786df8d739a1d803\", \"file\": \"queries/a.sql.json\", \"contents\": \"55abc3fc6eea961c647dd093f3492b1d\"}],\n  \"tables\": [{\"name\": \"main.t\", \"file\": \"tables/main.t.json\", \"contents\": \"1f028b8344172f501e95bd4fc9c10297\"}]\n}\n"
                        .utf8),
            ]
        case .bundle: return FuzzedBundle.archives
        case .bundled: return FuzzedBundle.contents
        case .filter: return [Array("main.find*,orders.?x,**/*.sql".utf8), Array("a/{b,c}/[d-e]/**".utf8)]
        }
    }
}
