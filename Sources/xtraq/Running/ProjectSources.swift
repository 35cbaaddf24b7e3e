import Diagnostics
import Project
import SnapshotModel
import TelemetryRecording

/// Reads the source files of a project.
struct ProjectSources {
    let root: ProjectRoot
    let recorder: Recorder

    /// The query files, each with the schema that its folder names.
    func queryFiles(_ globs: [Glob]) throws -> [SourceFile] {
        try read(try FileFinder(root: root).files(matching: globs)) { found in
            found.folder.isEmpty ? "main" : found.folder.split(separator: "/").joined(separator: "_")
        }
    }

    /// The DDL files in the order in which they are applied, without what undoes a migration.
    func schemaFiles(_ globs: [Glob]) throws -> [SourceFile] {
        let found = try FileFinder(root: root).files(matching: globs)
        let applied = MigrationOrder.applied(found.map(\.path)).map { FileFinder.Found(path: $0, folder: "") }
        return try read(applied) { _ in "main" }.map(MigrationText.upPart)
    }

    private func read(
        _ found: [FileFinder.Found], schema: (FileFinder.Found) -> String
    ) throws -> [SourceFile] {
        var files: [SourceFile] = []
        var findings: [Finding] = []
        files.reserveCapacity(found.count)
        for file in found {
            let operation = recorder.operation("snapshot.readFile")
            do {
                let bytes = try FileSystem.read(root.path(of: file.path))
                operation.end()
                files.append(SourceFile(path: file.path, schema: schema(file), bytes: bytes))
            } catch {
                operation.end(failed: true)
                findings.append(
                    Finding(.fileUnreadable, "“\(file.path)” cannot be read: \(error.reason)."))
            }
        }
        if !findings.isEmpty { throw RunFailure(.failure, findings) }
        return files
    }
}
