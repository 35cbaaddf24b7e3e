import Foundation
import TestSupport
import Testing

/// The application's own functions and collations, named in the configuration.
@Suite struct FunctionTests {
    private static let functions = """
        [
          {"name": "slug", "arguments": 1, "returns": "TEXT", "neverNull": true},
          {"name": "distance", "arguments": [2, 4], "returns": "REAL"},
          {"name": "median", "arguments": 1, "returns": "REAL", "aggregate": true},
          {"name": "anything"},
          {"collation": "german"}
        ]
        """
    private static let schema = """
        CREATE TABLE places (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE german, x REAL NOT NULL,
            slug TEXT NOT NULL GENERATED ALWAYS AS (slug(name)) STORED
        );
        CREATE INDEX by_slug ON places (slug(name) COLLATE german);

        """
    private static let queries = """
        -- name: places :many
        -- @param y: Double
        SELECT slug(name) AS slug, distance(x, :y) AS far, median(x) OVER () AS middle FROM places ORDER BY name COLLATE german;

        -- name: middle :one
        SELECT median(x) AS middle FROM places;

        -- name: names :many
        SELECT name FROM places;

        -- name: plain :many
        SELECT 1 AS one;

        """

    private func project(_ functions: String, queries: String = queries) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try configure(folder, functions)
        try folder.write("Schema/1.sql", Self.schema)
        try folder.write("Queries/q.sql", queries)
        return folder
    }

    private func configure(_ folder: TemporaryFolder, _ functions: String) throws {
        try folder.write(".xtraqconfig", "{\"module\": \"App\", \"functions\": \(functions)}")
    }

    @Test func statementsPrepareAndAnswersAreTyped() throws {
        let folder = try project(Self.functions)
        let run = try Tool.run([], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        let explained = try Tool.run(["explain", "--json"], in: folder).output
        let value = try #require(try JSONSerialization.jsonObject(with: Data(explained.utf8)) as? [String: Any])
        let queries = try #require(value["queries"] as? [[String: Any]])
        let types = queries.flatMap { ($0["columns"] as? [[String: Any]]) ?? [] }.map {
            "\($0["name"] ?? "") \($0["type"] ?? "")"
        }
        #expect(
            types == ["slug String", "far Double?", "middle Double?", "middle Double?", "name String", "one Int64"])
    }

    @Test func aChangeConcernsThoseThatUseIt() throws {
        let folder = try project(Self.functions)
        _ = try Tool.run([], in: folder)
        try configure(folder, Self.functions.replacing("\"REAL\"}", with: "\"REAL\", \"neverNull\": true}"))
        let run = try Tool.run(["snapshot", "-v"], in: folder)
        #expect(run.errors.contains("snapshot: main.places: distance() changed (schemaChanged)"), "\(run.errors)")
        #expect(!run.errors.contains("main.middle"))
        #expect(!run.errors.contains("main.plain"))
        #expect(try Tool.run(["snapshot"], in: folder).errors.contains("nothing changed"))
        try configure(folder, Self.functions.replacing("{\"name\": \"anything\"},", with: ""))
        _ = try Tool.run(["snapshot"], in: folder)
        try configure(folder, Self.functions.replacing("\"german\"}", with: "\"german\"}, {\"collation\": \"x\"}"))
        #expect(try Tool.run(["snapshot", "-v"], in: folder).errors.contains("main.plain: the configuration's types"))
    }

    @Test func withoutThemTheStatementIsRefused() throws {
        let run = try Tool.run(["snapshot"], in: try project("[]"))
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("no such function: slug") || run.errors.contains("no such collation"))
    }

    @Test func anUnknownAnswerWantsAnAnnotation() throws {
        let folder = try project(
            Self.functions, queries: "-- name: q :many\nSELECT anything(name, 1) AS thing FROM places;\n")
        let run = try Tool.run(["snapshot"], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("XQ0302"))
    }

    @Test(arguments: [
        ("{}", "“functions” is a list of objects"), ("[1]", "An entry of “functions” is an object"),
        ("[{\"nme\": \"a\"}]", "Did you mean “name”?"), ("[{\"name\": 1}]", "“name” is a string"),
        ("[{\"name\": \"a b\"}]", "“a b” is not a name that SQL can call"),
        ("[{\"name\": \"a\", \"arguments\": 101}]", "“arguments” is a number from 0 to 100"),
        ("[{\"name\": \"a\", \"arguments\": [1, \"2\"]}]", "“arguments” is a number from 0 to 100"),
        ("[{\"name\": \"a\", \"neverNull\": 1}]", "“neverNull” is true or false"),
        ("[{\"name\": \"a\", \"collation\": \"b\"}]", "names a function or a collation"),
        ("[{\"arguments\": 1}]", "names a function or a collation"),
        ("[{\"name\": \"a\"}, {\"name\": \"A\"}]", "stands here for the second time"),
        ("[{\"collation\": \"\"}]", "“collation” is a string"),
    ])
    func eachErrorIsSaid(functions: String, message: String) throws {
        let run = try Tool.run(["snapshot"], in: try project(functions))
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.contains(".xtraqconfig:1:"))
    }
}
