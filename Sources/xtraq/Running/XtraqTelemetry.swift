import LocalTelemetry
import Project
import SnapshotModel
import XtraqDocuments

/// The tool as telemetry knows it.
enum XtraqTelemetry {
    /// Makes the description; only a run that is recorded, or a `telemetry` command, asks for it.
    static func tool(commands: Vocabulary) -> TelemetryTool<XtraqFacts> {
        .xtraq(
            version: Version(ToolVersion.current) ?? Version(0), commands: commands,
            knownNames: { root in names(of: ProjectRoot(path: root)) },
            searchedNames: { root in searchedNames(of: ProjectRoot(path: root)) })
    }

    /// The names that the project has now: what `--reveal` can show in place of a pseudonym.
    private static func names(of root: ProjectRoot) -> [KnownName] {
        var names: [KnownName] = []
        for file in SnapshotStore(projectRoot: root.path).load().snapshot?.files ?? [] {
            for query in file.queries {
                names.append(KnownName(.procedure, "\(file.schema).\(query.name)"))
                names.append(KnownName(.statement, query.sql))
            }
        }
        var loader = ConfigurationLoader(root: root, environment: .current, commandLine: [:])
        if let output = try? loader.load().output, let glob = try? Glob(output + "/**/*.swift"),
            let found = try? FileFinder(root: root).files(matching: [glob])
        {
            names += found.map { KnownName(.file, String($0.path.dropFirst(output.count + 1))) }
        }
        return names
    }

    /// What else must not stand in an exported bundle: tables, columns and parameters by name, the files of queries, the
    /// parts of a connection.
    private static func searchedNames(of root: ProjectRoot) -> [String] {
        var names: [String] = []
        if let snapshot = SnapshotStore(projectRoot: root.path).load().snapshot {
            for table in snapshot.tables {
                names.append(table.name)
                names += table.columns.map(\.name)
            }
            for file in snapshot.files {
                names.append(file.path)
                for query in file.queries {
                    names += query.parameters.compactMap(\.name) + query.columns.map(\.name)
                    if let row = query.rowName { names.append(row) }
                }
            }
        }
        var loader = ConfigurationLoader(root: root, environment: .current, commandLine: [:])
        if let configuration = try? loader.load() {
            names.append(configuration.module)
            names += (configuration.database?.text ?? "").split { ":/@?&=".contains($0) }.map(String.init)
        }
        return names
    }
}
