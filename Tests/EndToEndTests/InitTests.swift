import Foundation
import TestSupport
import Testing

@Suite struct InitTests {
    private static let ignored = """
        # xtraq: what is of this machine alone
        .xtraq/cache/
        .xtraq/telemetry/
        .xtraq/private/
        .xtraqconfig.local
        .env

        """

    @Test func makesAProject() throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(["init", "--module", "Shop"], in: folder)
        #expect(run.exitCode == 0)
        #expect(try folder.files().keys.sorted() == [".env.example", ".gitignore", ".xtraqconfig"])
        #expect(
            try folder.read(".xtraqconfig") == """
                {
                  "module": "Shop",
                  "schema": [
                    "Schema/**/*.sql",
                    "Migrations/**/*.sql"
                  ],
                  "queries": [
                    "Queries/**/*.sql"
                  ],
                  "output": "Generated"
                }

                """)
        #expect(try folder.read(".gitignore") == Self.ignored)
        #expect(run.output.contains("traits: [\"SQLite\"]"))
        #expect(run.output.contains(".product(name: \"XtraqSQLite\", package: \"xtraq\")"))
        #expect(run.errors.contains("created  .xtraqconfig\n"))
    }

    @Test func changesNothingTheSecondTime() throws {
        let folder = try TemporaryFolder()
        let first = try Tool.run(["init", "--database", "postgresql://u:secret@h/shop"], in: folder)
        let files = try folder.files()
        let second = try Tool.run(["init", "--database", "postgresql://u:secret@h/shop"], in: folder)
        #expect(second.exitCode == 0)
        #expect(try folder.files() == files)
        #expect(second.output == first.output)
        #expect(!second.errors.contains("created"))
    }

    @Test func keepsWhatAPersonWrote() throws {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"Mine\"}")
        try folder.write(".env.example", "MINE=1\n")
        try folder.write(".gitignore", "/build\n/.xtraqconfig.local\n.env")
        try folder.write(".dockerignore", "*.log\n")
        let run = try Tool.run(["init", "--module", "Other"], in: folder)
        #expect(run.exitCode == 0)
        #expect(try folder.read(".xtraqconfig") == "{\"module\": \"Mine\"}")
        #expect(try folder.read(".env.example") == "MINE=1\n")
        #expect(
            try folder.read(".gitignore") == """
                /build
                /.xtraqconfig.local
                .env

                # xtraq: what is of this machine alone
                .xtraq/cache/
                .xtraq/telemetry/
                .xtraq/private/

                """)
        #expect(try folder.read(".dockerignore") == "*.log\n\n" + Self.ignored)
        #expect(run.errors.contains("--force"))
    }

    @Test func forceRewritesItsOwnFilesAlone() throws {
        let folder = try TemporaryFolder()
        _ = try Tool.run(["init", "--module", "Old"], in: folder)
        try folder.write(".env", "XTRAQ_OUTPUT=Mine\n")
        let example = try folder.read(".env.example")
        try folder.write(".env.example", example + "MINE=1\n")
        let run = try Tool.run(["init", "--module", "New", "--force"], in: folder)
        #expect(run.exitCode == 0)
        #expect(try folder.read(".xtraqconfig").contains("\"New\""))
        #expect(try folder.read(".env.example") == example)
        #expect(try folder.read(".env") == "XTRAQ_OUTPUT=Mine\n")
    }

    @Test func forceKeepsAnExampleThatAPersonWrote() throws {
        let folder = try TemporaryFolder()
        try folder.write(".env.example", "MINE=1\n")
        _ = try Tool.run(["init", "--force"], in: folder)
        #expect(try folder.read(".env.example") == "MINE=1\n")
    }

    @Test func putsAPasswordIntoTheUntrackedFile() throws {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig.local", "{\"module\": \"Mine\"}")
        let run = try Tool.run(["init", "--database", "postgresql://ann:secret@db/shop"], in: folder)
        #expect(run.exitCode == 0)
        #expect(try !folder.read(".xtraqconfig").contains("secret"))
        #expect(try !folder.read(".xtraqconfig").contains("database"))
        #expect(
            try folder.read(".xtraqconfig.local") == """
                {
                  "database": "postgresql://ann:secret@db/shop",
                  "module": "Mine"
                }

                """)
        #expect(!(run.output + run.errors).contains("secret"))
    }

    @Test func writesAURLWithoutAPasswordToTheTrackedFile() throws {
        let folder = try TemporaryFolder()
        _ = try Tool.run(["init", "--database", "sqlite:app.db"], in: folder)
        #expect(try folder.read(".xtraqconfig").contains("\"database\": \"sqlite:app.db\""))
        #expect(!folder.contains(".xtraqconfig.local"))
    }

    @Test func takesTheNameOfThePackage() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "Package.swift", "// Package(name: \"no\")\nlet package = Package(\n    name: \"my-shop\"\n)\n")
        let run = try Tool.run(["init", "--json"], in: folder)
        #expect(run.output.contains("\"module\": \"my_shop\""))
        #expect(try folder.read(".xtraqconfig").contains("\"output\": \"Sources/my_shop/Generated\""))
    }

    @Test func worksInTheFolderGivenWithP() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("Server")
        #expect(try Tool.run(["init", "-p", "Server"], in: folder).exitCode == 0)
        #expect(folder.contains("Server/.xtraqconfig"))
        #expect(!folder.contains(".xtraqconfig"))
        #expect(try Tool.run(["-p", "Nowhere", "init"], in: folder).exitCode == 2)
    }

    @Test(arguments: [["--module", "my shop"], ["--database", "mysql://x"], ["--schemas", "public"]])
    func refusesWhatCannotStandInAConfiguration(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(["init"] + arguments, in: folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("XQ0006"))
        #expect(try folder.files().isEmpty)
    }
}
