import ArgumentParser
import Diagnostics
import JSONBytes
import Project
import SQLiteEngine
import SnapshotModel
import TelemetryCommands
import TelemetryRecording
import XtraqDocuments

/// `xtraq init`: makes a folder a project.
struct InitCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make this folder a project.",
        discussion: """
            Writes .xtraqconfig, .env.example and lines of .gitignore, keeps what is there already, and prints the \
            lines to add to Package.swift. Never asks.

            EXAMPLES
              xtraq init                                  a project that reads Schema/**/*.sql
              xtraq init --module Bookshop                with the module's name
              xtraq init --database sqlite:app.db         that reads a database
              xtraq init --from app.db                    with the DDL of a database in Schema/
              xtraq init -p Server --force                in another folder, written anew
            """)

    @OptionGroup var shared: SharedOptions
    @OptionGroup var settings: SettingOptions
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions

    @Option(help: .init("The module of the generated code.", valueName: "name"))
    var module: String?

    @Option(
        help: .init("Write the DDL of this database to Schema/, to be kept there from now on.", valueName: "url"),
        completion: .file())
    var from: String?

    @Flag(help: "Write the files of xtraq anew.")
    var force = false

    func validate() throws {
        if from != nil, shared.database != nil {
            throw ValidationError("--from takes the DDL over once, --database reads it each time: give one of them.")
        }
    }

    var makesProject: Bool { true }

    func describe(_ facts: inout XtraqFacts) {
        facts.given = InitGiven(
            module: module != nil, connection: shared.database != nil || from != nil, schemas: settings.schemas != nil,
            force: force)
    }

    func execute(_ context: RunContext) throws {
        let given = shared.projectPath ?? "."
        let schema = try from.map { try schemaFiles(of: $0) } ?? []
        let request = InitialisationRequest(
            folder: FileSystem.resolved(given) ?? given, module: module, database: shared.database,
            output: settings.output, schemas: settings.schemas.map { $0.split(separator: ",").map(String.init) } ?? [],
            isForced: force, schemaFiles: schema)
        let report = try context.recorder.span("run.init") {
            var initialisation = try Initialisation(request)
            return try initialisation.run()
        }
        for file in report.files {
            context.console.message("\(file.state.rawValue.padded(to: 8)) \(file.path)")
        }
        for hint in report.hints { context.console.message("note: \(hint)") }
        guard shared.isJSON else {
            context.console.write(PackageLines.text(module: report.module))
            return
        }
        context.console.result { writer in
            writer.member("module", report.module)
            writer.member("files", report.files.map(\.path))
        }
    }

    /// The DDL of a database, as files of a project.
    private func schemaFiles(of url: String) throws -> [InitialisationRequest.SchemaFile] {
        guard let database = DatabaseURL(url), database.engine == .sqlite else {
            throw RunFailure(
                .configuration,
                [
                    Finding(
                        .configurationBadValue, "--from takes the DDL of a SQLite database.",
                        notes: ["Write sqlite:app.db, or the path of the file."])
                ])
        }
        do {
            return try SchemaDump.files(of: database.path, shownAs: database.path).map {
                InitialisationRequest.SchemaFile(path: $0.path, bytes: $0.bytes)
            }
        } catch {
            throw RunFailure(.database, error.findings)
        }
    }
}

extension String {
    /// The text, filled with spaces at its end.
    func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
