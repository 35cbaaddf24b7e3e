import ArgumentParser
import Diagnostics
import JSONBytes
import Project

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
              xtraq init -p Server --force                in another folder, written anew
            """)

    @OptionGroup var shared: SharedOptions

    @Option(help: .init("The module of the generated code.", valueName: "name"))
    var module: String?

    @Option(help: .init("Schemas to take, separated by commas (PostgreSQL).", valueName: "patterns"))
    var schemas: String?

    @Flag(help: "Write the files of xtraq anew.")
    var force = false

    func execute(_ context: RunContext) throws {
        let given = shared.projectPath ?? "."
        let folder = FileSystem.resolved(given) ?? given
        var initialisation = try Initialisation(
            InitialisationRequest(
                folder: folder, module: module, database: shared.database,
                schemas: schemas.map { $0.split(separator: ",").map(String.init) } ?? [], isForced: force))
        let report = try initialisation.run()
        for file in report.files {
            context.console.message("\(file.state.rawValue.padded(to: 8)) \(file.path)")
        }
        for hint in report.hints { context.console.message("note: \(hint)") }
        if shared.isJSON {
            context.console.write(Self.json(report))
        } else {
            context.console.write(PackageLines.text(module: report.module))
        }
    }

    private static func json(_ report: InitialisationReport) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("module")
            writer.string(report.module)
            writer.key("files")
            writer.array { writer in
                for file in report.files {
                    writer.element()
                    writer.object { writer in
                        writer.key("path")
                        writer.string(file.path)
                        writer.key("state")
                        writer.string(file.state.rawValue)
                    }
                }
            }
        }
        writer.newline()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension String {
    /// The text, filled with spaces at its end.
    func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
