import Diagnostics
import Project
import TestSupport
import Testing

@Suite struct ConfigurationTests {
    /// Loads a project made of these files.
    private func load(
        _ files: [String: String], environment: [String: String] = [:], commandLine: [ConfigurationKey: String] = [:]
    ) throws -> (configuration: ProjectConfiguration, warnings: [Finding]) {
        let folder = try TemporaryFolder()
        for (name, text) in [".xtraqconfig": "{}"].merging(files, uniquingKeysWith: { $1 }) {
            try folder.write(name, text)
        }
        var loader = ConfigurationLoader(
            root: ProjectRoot(path: folder.path), environment: .fixed(environment), commandLine: commandLine)
        return (try loader.load(), loader.warnings)
    }

    private func findings(
        _ files: [String: String], environment: [String: String] = [:], commandLine: [ConfigurationKey: String] = [:]
    ) throws -> [Finding] {
        do {
            _ = try load(files, environment: environment, commandLine: commandLine)
            return []
        } catch let failure as RunFailure {
            #expect(failure.status == .configuration)
            return failure.findings
        }
    }

    @Test func hasDefaults() throws {
        let configuration = try load(["Package.swift": "let package = Package(name: \"Shop\")"]).configuration
        #expect(configuration.module == "Shop")
        #expect(configuration.output == "Sources/Shop/Generated")
        #expect(configuration.schema.map(\.text) == ["Schema/**/*.sql", "Migrations/**/*.sql"])
        #expect(configuration.queries.map(\.text) == ["Queries/**/*.sql"])
        #expect(configuration.database == nil)
        #expect(configuration.conformances.isEmpty && configuration.types.isEmpty && configuration.annotations.isEmpty)
        #expect(try load([:]).configuration.output == "Generated")
    }

    @Test func readsEveryKey() throws {
        let configuration = try load([
            ".xtraqconfig": """
            {"module": "M", "database": "sqlite:a.db", "schema": ["S/*.sql"], "queries": ["Q/*.sql"], "output": "./Out/",
             "conformances": ["memberwiseInit", "Equatable"], "types": {"MONEY": "Decimal", "t.c": "[UInt8]"},
             "annotations": {"main.total": ["@column n: Int"]}}
            """
        ]).configuration
        #expect(configuration.module == "M")
        #expect(configuration.database?.path == "a.db")
        #expect(configuration.schema.map(\.text) == ["S/*.sql"])
        #expect(configuration.queries.map(\.text) == ["Q/*.sql"])
        #expect(configuration.output == "Out")
        #expect(configuration.conformances == [.equatable, .memberwiseInit])
        #expect(configuration.types == ["MONEY": "Decimal", "t.c": "[UInt8]"])
        #expect(configuration.annotations == ["main.total": ["@column n: Int"]])
    }

    // MARK: Precedence, each neighbouring pair

    private let tracked = [".xtraqconfig": "{\"output\": \"Tracked\", \"module\": \"Tracked\"}"]
    private let local = [".xtraqconfig.local": "{\"output\": \"Local\"}"]
    private let dotEnv = [".env": "XTRAQ_OUTPUT=DotEnv\n"]

    @Test func localWinsOverTracked() throws {
        let configuration = try load(tracked.merging(local) { $1 }).configuration
        #expect(configuration.output == "Local")
        #expect(configuration.module == "Tracked")
    }

    @Test func dotEnvWinsOverLocal() throws {
        #expect(try load(local.merging(dotEnv) { $1 }).configuration.output == "DotEnv")
    }

    @Test func environmentWinsOverDotEnv() throws {
        #expect(try load(dotEnv, environment: ["XTRAQ_OUTPUT": "Environment"]).configuration.output == "Environment")
    }

    @Test func commandLineWinsOverEnvironment() throws {
        let configuration = try load(
            [:], environment: ["XTRAQ_OUTPUT": "Environment"], commandLine: [.output: "Line"]
        ).configuration
        #expect(configuration.output == "Line")
    }

    @Test func emptyVariablesSetNothing() throws {
        let configuration = try load(
            tracked.merging([".env": "XTRAQ_OUTPUT=\n"]) { $1 }, environment: ["XTRAQ_OUTPUT": ""]
        ).configuration
        #expect(configuration.output == "Tracked")
    }

    @Test func entriesOfMapsWinOneByOne() throws {
        let configuration = try load([
            ".xtraqconfig": "{\"types\": {\"A\": \"Int\", \"b.c\": \"Bool\"}}",
            ".xtraqconfig.local": "{\"types\": {\"A\": \"Int64\"}}",
        ]).configuration
        #expect(configuration.types == ["A": "Int64", "b.c": "Bool"])
    }

    // MARK: Problems

    @Test func reportsEveryProblemOfAllFilesAtOnce() throws {
        let found = try findings(
            [
                ".xtraqconfig": """
                {
                  "modul": "Shop",
                  "schema": "Schema/*.sql",
                  "queries": ["../q.sql", 1],
                  "conformances": ["Hashible"]
                }
                """,
                ".xtraqconfig.local": "{\"types\": {\"A\": 1}, \"annotations\": {\"x\": []}, \"module\": 3,\n}",
                ".env": "XTRAQ_MODUL=x\nXTRAQ_MODULE=a-b\noops\n",
            ],
            environment: ["XTRAQ_GENERATOR_DB": "mysql://x"], commandLine: [.output: "/etc"])
        let texts = found.map { finding in
            let place = finding.location.map { "\($0.path):\($0.line):\($0.column) " } ?? ""
            return "\(place)\(finding.code.rawValue) \(finding.message)"
        }
        #expect(
            texts == [
                "XQ0006 --output: The output lies within the project: a relative path without “..”.",
                "XQ0006 XTRAQ_GENERATOR_DB: This names no kind of database that is known (“mysql:”).",
                ".env:3:5 XQ0009 “=” is missing behind “oops”.",
                ".env:1:1 XQ0004 There is no variable “XTRAQ_MODUL”.",
                ".env:2:1 XQ0006 XTRAQ_MODULE: “a-b” cannot name a Swift module.",
                ".xtraqconfig.local:2:1 XQ0003 This is not well-formed JSON: this is not JSON.",
                ".xtraqconfig:2:3 XQ0004 There is no key “modul”.",
                ".xtraqconfig:3:13 XQ0005 “schema” is a list of strings; this is a string.",
                ".xtraqconfig:4:27 XQ0005 “queries” is a list of strings; this is a number.",
                ".xtraqconfig:5:20 XQ0006 “Hashible” is no conformance that can be generated.",
            ])
        #expect(
            found.first { $0.code == .configurationUnknownKey && $0.location?.path == ".xtraqconfig" }?.notes
                == ["Did you mean “module”?"])
        #expect(found.last?.notes == ["Did you mean “Hashable”?"])
    }

    @Test(arguments: [
        ("[]", "XQ0005", 1), ("{\"module\": \"a\", \"module\": \"b\"}", "XQ0008", 17),
        ("{\"types\": []}", "XQ0005", 11),
        ("{\"types\": {\"a\": \"1x\"}}", "XQ0006", 17), ("{\"types\": {\"a\": \"[Int\"}}", "XQ0006", 17),
        ("{\"annotations\": {\"main\": []}}", "XQ0006", 18), ("{\"output\": \".\"}", "XQ0006", 12),
        ("{\"output\": \".xtraq/x\"}", "XQ0006", 12), ("{\"functions\": {}}", "XQ0005", 15),
        ("{\"schema\": [\"\"]}", "XQ0006", 13),
        ("{\"schemas\": {\"only\": []}, \"database\": \"postgres://h\"}", "XQ0004", 14), ("", "XQ0003", 1),
        ("{\"database\": null}", "XQ0005", 14),
    ])
    func refuses(text: String, code: String, column: Int) throws {
        let found = try findings([".xtraqconfig": text])
        #expect(found.map(\.code.rawValue) == [code])
        #expect(found.first?.location == SourceLocation(path: ".xtraqconfig", line: 1, column: column))
    }

    @Test(arguments: ["schemas", "procedures"]) func refusesWhatIsForPostgreSQLWithSQLite(key: String) throws {
        let text = "{\"\(key)\": [\"public\"]}"
        #expect(try findings([".xtraqconfig": text]).map(\.code) == [.configurationBadValue])
        let both = "{\"\(key)\": {\"include\": [\"a*\"], \"exclude\": [\"b\"]}, \"database\": \"postgres://h/d\"}"
        #expect(try findings([".xtraqconfig": both]).isEmpty)
        if key == "schemas" {
            #expect(try findings([:], commandLine: [.schemas: "public"]).count == 1)
        }
    }

    @Test func warnsOfAPasswordInTheTrackedFileOnly() throws {
        let text = "{\"database\": \"postgresql://ann:secret@h/d\"}"
        let warnings = try load([".xtraqconfig": text]).warnings
        #expect(warnings.map(\.code) == [.configurationPassword])
        #expect(warnings.allSatisfy { $0.severity == .warning })
        #expect(try load([".xtraqconfig.local": text]).warnings.isEmpty)
    }
}

@Suite struct DatabaseURLTests {
    @Test(arguments: [
        ("app.db", "app.db"), ("sqlite:app.db", "app.db"), ("sqlite://data/app.db", "data/app.db"),
        ("sqlite:///srv/app.db", "/srv/app.db"), ("file:app.db?mode=ro", "app.db"), ("/srv/app.db", "/srv/app.db"),
        ("file://localhost/srv/a.db", "/srv/a.db"), ("SQLITE:a", "a"),
    ])
    func readsSQLite(text: String, path: String) {
        #expect(DatabaseURL(text)?.path == path)
        #expect(DatabaseURL(text)?.engine == .sqlite)
    }

    @Test(arguments: ["", "mysql://h", "sqlite:", "http://x"]) func refuses(text: String) {
        #expect(DatabaseURL(text) == nil)
    }

    @Test(arguments: [
        ("postgres://a:b@h/d", true), ("postgres://a@h/d", false), ("postgres://a:@h/d", false),
        ("postgres://h/d?password=x", true), ("postgres://h/d?user=a&sslpassword=x", true),
        ("postgres://h:5432/d", false),
        ("sqlite:app.db?key=secret", true), ("a:b@c.db", false),
    ])
    func knowsAPassword(text: String, holds: Bool) {
        #expect((DatabaseURL(text)?.holdsPassword ?? false) == holds)
    }
}
