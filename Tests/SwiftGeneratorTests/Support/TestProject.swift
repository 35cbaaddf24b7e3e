import Diagnostics
import Foundation
import SQLiteEngine
import SnapshotModel
import SwiftGenerator
import TelemetryRecording
import TestSupport

/// A project in a folder of its own: DDL under `Schema`, queries under `Queries`, snapshots and builds as the tool makes them.
struct TestProject {
    let folder: TemporaryFolder
    var configuration = GeneratorConfiguration(module: "App")

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Makes a project of a folder of the repository's, with the `configuration.json` in it.
    init(copying path: String) throws {
        try self.init()
        for part in ["Schema", "Queries"] where FileManager.default.fileExists(atPath: "\(path)/\(part)") {
            try FileManager.default.copyItem(atPath: "\(path)/\(part)", toPath: folder.path(part))
        }
        if let data = FileManager.default.contents(atPath: "\(path)/configuration.json") {
            configuration = try JSONDecoder().decode(Settings.self, from: data).configuration
        }
    }

    private struct Settings: Decodable {
        var module: String?
        var conformances: [String]?
        var types: [String: String]?

        var configuration: GeneratorConfiguration {
            GeneratorConfiguration(
                module: module ?? "App",
                conformances: Set((conformances ?? []).compactMap(GeneratorConfiguration.Conformance.init)),
                types: types ?? [:])
        }
    }

    private func sources(below folderName: String) throws -> [SourceFile] {
        let paths = try folder.files(below: folderName).keys.filter { $0.hasSuffix(".sql") }.sorted()
        return try paths.map { path in
            let whole = path.hasPrefix(folderName) ? path : "\(folderName)/\(path)"
            let parts = whole.split(separator: "/").dropFirst().dropLast()
            return SourceFile(
                path: whole, schema: parts.isEmpty ? "main" : parts.joined(separator: "_"),
                bytes: Array(try folder.read(whole).utf8))
        }
    }

    @discardableResult
    func snapshot(filter: ProcedureFilter? = nil) throws -> SnapshotReport {
        SnapshotRun(
            SnapshotRequest(
                projectRoot: folder.path, queryFiles: try sources(below: "Queries"),
                schema: .files(try sources(below: "Schema")),
                types: configuration.types, filter: filter, toolVersion: "0"),
            engine: SQLiteEngine()
        ).run()
    }

    func build(
        filter: ProcedureFilter? = nil, isForced: Bool = false, isCheck: Bool = false, recorder: Recorder = .off
    ) -> BuildReport {
        BuildRun(
            BuildRequest(
                projectRoot: folder.path, output: folder.path("Generated"), configuration: configuration,
                filter: filter,
                isForced: isForced, isCheck: isCheck),
            recorder: recorder
        ).run()
    }

    /// The generated files, by name.
    func output() throws -> [String: String] {
        guard folder.contains("Generated") else { return [:] }
        var output: [String: String] = [:]
        for (path, data) in try folder.files(below: "Generated") {
            output[path.split(separator: "/").last.map(String.init) ?? path] = String(decoding: data, as: UTF8.self)
        }
        return output
    }
}
