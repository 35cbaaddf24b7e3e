import Diagnostics
import JSONBytes
import LocalTelemetry
import Project
import SQLiteEngine
import SnapshotModel
import TelemetryRecording
import XtraqDocuments

extension ProjectSession {
    /// Takes the snapshot, or says with `--check` what in it is not current.
    ///
    /// - Throws: ``RunFailure`` with everything that was found.
    func snapshot(isCheck: Bool) throws {
        let report = try context.recorder.span("run.snapshot") {
            try context.console.working("Taking the snapshot") {
                SnapshotRun(
                    try request(isCheck: isCheck), engine: SQLiteEngine(), recorder: context.recorder,
                    leavesMemory: true
                ).run()
            }
        }
        context.telemetry.note { facts in
            facts.engine = EngineFacts(
                name: .sqlite, version: Version(report.engineVersion) ?? Version(0),
                connection: configuration.database == nil ? .memory : .file)
        }
        if let failure = report.failure { throw RunFailure(failure.status, report.findings) }
        context.show(report.findings)
        summarise(report, isCheck: isCheck)
        context.report.section { writer in
            writer.key("snapshot")
            writer.object { writer in
                writer.member("folder", SnapshotStore.folder)
                writer.member("engine", EngineName.sqlite.rawValue)
                writer.member("queries", report.objects.queries)
                writer.member("tables", report.objects.tables)
                if isCheck { writer.differences(report.differences.map { ($0.text, $0.breaksCallers) }) }
            }
        }
        if isCheck { try context.answer(report.differences.map { ($0.text, $0.breaksCallers) }) }
    }

    /// What the run is to do: the sources as they are now.
    private func request(isCheck: Bool) throws -> SnapshotRequest {
        if configuration.database?.engine == .postgresql {
            throw RunFailure(
                .configuration,
                [
                    Finding(
                        .configurationBadValue, "PostgreSQL is not supported by this version of xtraq.",
                        notes: ["Name an SQLite database, or leave “database” out to use the DDL files."])
                ])
        }
        let sources = ProjectSources(root: root, recorder: context.recorder)
        let schema: SchemaSource
        if let database = configuration.database {
            schema = .database(path: root.path(of: database.path), shownAs: database.path)
        } else {
            schema = .files(try sources.schemaFiles(configuration.schema))
        }
        return SnapshotRequest(
            projectRoot: root.path, queryFiles: try sources.queryFiles(configuration.queries), schema: schema,
            types: configuration.types, annotations: configuration.annotations,
            application: ApplicationFunctions(configuration.functions), filter: filter,
            usesCache: !context.shared.noCache, isCheck: isCheck, toolVersion: ToolVersion.current)
    }

    private func summarise(_ report: SnapshotReport, isCheck: Bool) {
        let counts = report.counts
        var parts = ["\(counts.analysed) analysed", "\(counts.reused) reused"]
        if filter != nil { parts.append("\(counts.skipped) skipped") }
        if !isCheck { parts.append(report.files.text) }
        let warm = report.isWarm ? "nothing changed; " : ""
        let times = report.phases.map { "\($0.phase.rawValue) \($0.duration.text)" }.joined(separator: ", ")
        context.console.message("snapshot: \(warm)\(parts.joined(separator: ", ")) (\(times))")
        if context.shared.verbose {
            for query in report.refreshed { context.console.message("snapshot: \(query.text)") }
        }
    }
}

extension SnapshotReport.Failure {
    /// The exit code that it means.
    fileprivate var status: ExitStatus {
        switch self {
        case .sources, .fileSystem, .noMatch: .failure
        case .database: .database
        }
    }
}

extension ApplicationFunctions {
    /// What the configuration names.
    fileprivate init(_ configured: [ConfiguredFunction]) {
        self.init()
        for entry in configured {
            switch entry {
            case .function(let name, let argumentCounts, let returns, let isNeverNull, let isAggregate):
                functions.append(
                    Function(
                        name: name, argumentCounts: argumentCounts, returns: returns, isNeverNull: isNeverNull,
                        isAggregate: isAggregate))
            case .collation(let name): collations.append(name)
            }
        }
    }
}
