import Diagnostics
import Foundation
import SQLiteEngine
import SnapshotModel
import TelemetryRecording
import TestSupport

/// A project of a schema and query files in a folder of its own, and runs of the snapshot over it.
struct SnapshotFixture {
    let folder: TemporaryFolder
    var schema: [(path: String, sql: String)]
    var queries: [(path: String, sql: String)]
    var types: [String: String] = [:]
    var annotations: [String: [String]] = [:]
    var toolVersion = "1.0.0"

    init(schema: String, queries: [(path: String, sql: String)]) throws {
        folder = try TemporaryFolder()
        self.schema = [("Schema/schema.sql", schema)]
        self.queries = queries
    }

    /// One query file, `Queries/q.sql`.
    init(schema: String, queries: String) throws {
        try self.init(schema: schema, queries: [("Queries/q.sql", queries)])
    }

    /// Runs the snapshot.
    func run(
        filter: String? = nil, usesCache: Bool = true, isCheck: Bool = false, database: String? = nil,
        recorder: Recorder = .off
    ) throws -> SnapshotReport {
        let request = SnapshotRequest(
            projectRoot: folder.path,
            queryFiles: queries.map { file in
                let components = file.path.split(separator: "/").dropFirst().dropLast()
                let schema = components.isEmpty ? "main" : components.joined(separator: "_")
                return SourceFile(path: file.path, schema: schema, bytes: Array(file.sql.utf8))
            },
            schema: database.map { .database(path: $0, shownAs: ($0 as NSString).lastPathComponent) }
                ?? .files(schema.map { SourceFile(path: $0.path, bytes: Array($0.sql.utf8)) }),
            types: types, annotations: annotations, filter: try filter.flatMap { try ProcedureFilter(parsing: $0) },
            usesCache: usesCache, isCheck: isCheck, toolVersion: toolVersion)
        return SnapshotRun(request, engine: SQLiteEngine(), recorder: recorder).run()
    }

    /// The snapshot on disk.
    var snapshot: Snapshot? { SnapshotStore(projectRoot: folder.path).load().snapshot }

    /// A query of the snapshot on disk.
    func query(_ name: String) -> Query? {
        snapshot?.files.flatMap(\.queries).first { $0.name == name }
    }

    /// All files of the snapshot with their contents, and of the cache.
    func tree() -> [String: String] {
        var tree: [String: String] = [:]
        let root = folder.path + "/.xtraq"
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] {
            if let data = FileManager.default.contents(atPath: root + "/" + path) {
                tree[path] = String(decoding: data, as: UTF8.self)
            }
        }
        return tree
    }
}
