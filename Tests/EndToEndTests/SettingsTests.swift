import TestSupport
import Testing

/// Each layer of the configuration wins over the one before it, through the whole tool.
@Suite struct SettingsTests {
    /// Builds with an output folder in some layers; the folder that was written.
    private func output(
        tracked: String? = nil, local: String? = nil, dotEnv: String? = nil, environment: String? = nil,
        option: String? = nil
    ) throws -> [String] {
        let folder = try ShopProject.make()
        if let tracked { try folder.write(".xtraqconfig", "{\"module\": \"Shop\", \"output\": \"\(tracked)\"}") }
        if let local { try folder.write(".xtraqconfig.local", "{\"output\": \"\(local)\"}") }
        if let dotEnv { try folder.write(".env", "XTRAQ_OUTPUT='\(dotEnv)'\n") }
        let run = try Tool.run(
            option.map { ["--output", $0] } ?? [], in: folder,
            environment: environment.map { ["XTRAQ_OUTPUT": $0] } ?? [:])
        #expect(run.exitCode == 0, "\(run.errors)")
        return Set(
            try folder.files().keys.filter { $0.hasSuffix(".swift") }.map { path in
                String(path.prefix { $0 != "/" })
            }
        ).sorted()
    }

    @Test func layersWinOneOverTheOther() throws {
        #expect(try output() == ["Generated"])
        #expect(try output(tracked: "A") == ["A"])
        #expect(try output(tracked: "A", local: "B") == ["B"])
        #expect(try output(local: "B", dotEnv: "C") == ["C"])
        #expect(try output(dotEnv: "C", environment: "D") == ["D"])
        #expect(try output(environment: "D", option: "E") == ["E"])
    }

    @Test func noVariableOfALibraryMakesItWrite() throws {
        let folder = try ShopProject.make()
        let run = try Tool.run(
            ["snapshot"], in: folder, environment: ["CONFIG_ACCESS_LOG_FILE": folder.path("accesses.log")])
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(!folder.contains("accesses.log"))
    }

    @Test func buildReadsNoDatabaseAndNoSQL() throws {
        let folder = try ShopProject.built()
        let code = try folder.files(below: "Generated")
        try folder.remove("Schema")
        try folder.remove("Queries")
        try folder.remove("Generated")
        let run = try Tool.run(["build"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try folder.files(below: "Generated") == code)
    }

    @Test func buildWithoutASnapshotSaysWhatToDo() throws {
        let folder = try ShopProject.make()
        let run = try Tool.run(["build"], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("xtraq snapshot"))
        #expect(!folder.contains("Generated"))
    }

    @Test func aDatabaseIsReadAndNotChanged() throws {
        let folder = try ShopProject.make()
        let made = try Command.run(
            "/usr/bin/env",
            [
                "python3", "-c",
                "import sqlite3,sys;sqlite3.connect('app.db').executescript(open('Schema/1_shop.sql').read())",
            ],
            in: folder.path)
        #expect(made.exitCode == 0, "\(made.errors)")
        try folder.remove("Schema")
        let before = try folder.files()["app.db"]
        let run = try Tool.run(["--database", "sqlite:app.db"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try folder.files()["app.db"] == before)
        #expect(try folder.files().keys.filter { $0.hasPrefix("app.db") } == ["app.db"])
    }

    @Test(arguments: ["missing.db", "text.db", "Schema"]) func aDatabaseThatCannotBeReadIsExitThree(path: String) throws
    {
        let folder = try ShopProject.make()
        try folder.write("text.db", String(repeating: "this is not a database ", count: 100))
        let run = try Tool.run(["snapshot", "--database", path], in: folder)
        #expect(run.exitCode == 3, "\(run.errors)")
        #expect(run.errors.contains(path))
        #expect(!folder.contains(".xtraq/snapshots"))
        #expect(!folder.contains("missing.db"))
    }

    @Test func postgreSQLIsRefusedByName() throws {
        let folder = try ShopProject.make()
        let run = try Tool.run(["snapshot", "--database", "postgresql://ann:secret@h/d"], in: folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("PostgreSQL"))
        #expect(!run.errors.contains("secret"))
    }
}
