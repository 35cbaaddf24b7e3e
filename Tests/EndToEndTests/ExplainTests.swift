import Foundation
import TestSupport
import Testing

/// `xtraq explain`: who wonders why a column is optional learns it in one command.
@Suite struct ExplainTests {
    private static let schema = """
        CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT);
        CREATE TABLE orders (
            id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, total REAL NOT NULL, placed_on DATE NOT NULL
        );
        CREATE VIRTUAL TABLE words USING fts5(body);

        """
    private static let queries = """
        -- name: customerOverview :many
        SELECT c.id, c.name, c.note, o.placed_on, count(o.id) AS orders, sum(o.total) AS spent,
            CASE WHEN c.id > :limit THEN 'big' END AS mark, (SELECT max(id) FROM orders) AS latest
        FROM customers c LEFT JOIN orders o ON o.customer_id = c.id
        GROUP BY c.id;

        -- name: notes :many
        -- @column note?
        SELECT note, date(note) AS day, c.id / c.id AS ratio FROM customers c WHERE note > :from;

        -- name: rename :exec
        UPDATE customers SET name = :name, note = :note WHERE id = :id AND (:only IS NULL OR name = :only);

        -- name: renameLater :exec
        UPDATE customers SET name = coalesce(sqlc.narg(name), name) WHERE id = sqlc.arg(id);

        -- name: search :many
        -- @column body: String
        SELECT rowid AS id, body FROM words WHERE words MATCH :given;

        """

    private func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"Shop\", \"types\": {\"customers.note\": \"Note\"}}")
        try folder.write("Schema/1.sql", Self.schema)
        try folder.write("Queries/shop/q.sql", Self.queries)
        let run = try Tool.run(["snapshot"], in: folder)
        try #require(run.exitCode == 0, "\(run.errors)")
        return folder
    }

    @Test func saysWhatSaysSo() throws {
        let folder = try project()
        let before = try folder.files()
        let run = try Tool.run(["explain"], in: folder)
        #expect(run.exitCode == 0)
        #expect(run.errors == "")
        // Addresses in a program differ from one version of SQLite to the next.
        expectGolden(run.output.replacing(/instruction \d+ (\w+)[^\n]*/) { "instruction … \($0.1)" }, "explain.txt")
        let verbose = try Tool.run(["explain", "notes", "--verbose", "--ci"], in: folder)
        #expect(verbose.output.contains("    SELECT note, date(note) AS day"))
        #expect(try folder.files() == before, "nothing is written")
        #expect(try Tool.run(["explain"], in: folder).output == run.output)
    }

    @Test func choosesByName() throws {
        let folder = try project()
        for (name, count) in [("notes", 1), ("shop.notes", 1), ("shop.*", 5), ("n*,rename", 2)] {
            let run = try Tool.run(["explain", name, "--json"], in: folder)
            let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            #expect((value?["queries"] as? [Any])?.count == count, "\(name)")
        }
        let near = try Tool.run(["explain", "notse"], in: folder)
        #expect(near.exitCode == 1)
        #expect(near.errors.contains("did you mean shop.notes?"))
        #expect(try Tool.run(["explain", "a b"], in: folder).exitCode == 64)
    }

    @Test func writesJSON() throws {
        let run = try Tool.run(["explain", "customerOverview", "--json"], in: try project())
        let value = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let query = try #require((value["queries"] as? [[String: Any]])?.first)
        let columns = try #require(query["columns"] as? [[String: Any]])
        let note = try #require(columns.first { $0["name"] as? String == "note" })
        #expect(note["rule"] as? String == "nullable")
        #expect(note["type"] as? String == "Note?")
        #expect(note["table"] as? String == "customers")
        let placed = try #require(columns.first { $0["name"] as? String == "placed_on" })
        #expect(placed["rule"] as? String == "outerJoin")
        #expect(placed["why"] as? String == "orders.placed_on, NULL where the outer join finds no row of orders")
        #expect((placed["instruction"] as? String)?.contains("NullRow") == true)
        #expect(placed["change"] as? String == "where it never is: AS \"placed_on!\", or -- @column placed_on!")
    }

    @Test func saysThatTheCacheWouldTellMore() throws {
        let folder = try project()
        try folder.remove(".xtraq/cache")
        let run = try Tool.run(["explain", "notes"], in: folder)
        #expect(run.exitCode == 0)
        #expect(!run.output.contains("seen at instruction"))
        #expect(run.errors.contains("xtraq snapshot shows more"))
        let missing = try TemporaryFolder()
        try missing.write(".xtraqconfig", "{}")
        let none = try Tool.run(["explain"], in: missing)
        #expect(none.exitCode == 1)
        #expect(none.errors.contains("XQ0401"))
    }

    @Test func theSnapshotHoldsNoInstruction() throws {
        let folder = try project()
        for (path, data) in try folder.files(below: ".xtraq/snapshots") {
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains("NullRow") && !text.contains("AggFinal"), "\(path)")
        }
        #expect(try folder.read(".xtraq/cache/queries.json").contains("NullRow"))
    }

    @Test func snapshotSaysWhyEachQueryWasRefreshed() throws {
        let folder = try project()
        try folder.write("Schema/2.sql", "ALTER TABLE orders ADD COLUMN more TEXT;\n")
        let run = try Tool.run(["snapshot", "--verbose"], in: folder)
        #expect(
            run.errors.contains("snapshot: shop.customerOverview: orders changed (schemaChanged)\n"), "\(run.errors)")
        #expect(!run.errors.contains("shop.notes"))
        let build = try Tool.run(["build", "--verbose"], in: folder)
        #expect(build.errors.contains("build: ShopSchema.notes: it is new (new)\n"), "\(build.errors)")
        #expect(build.errors.contains("build: wrote Generated/"), "\(build.errors)")
        try folder.remove("Generated/ShopSchema+Q.swift")
        let again = try Tool.run(["build", "--verbose"], in: folder)
        #expect(again.errors.contains("its file was gone (outputMissing)"), "\(again.errors)")
    }
}
