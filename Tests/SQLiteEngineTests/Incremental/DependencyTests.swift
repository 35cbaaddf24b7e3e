import Diagnostics
import SnapshotModel
import TelemetryRecording
import TestSupport
import Testing

/// What is described anew after a change, why, and how much that costs.
@Suite("A change costs what depends on it")
struct DependencyTests {
    private static let schema = """
        CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, total INTEGER);
        CREATE TABLE log (line TEXT);
        CREATE VIEW recent AS SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer;
        CREATE TRIGGER logged AFTER DELETE ON customers BEGIN INSERT INTO log VALUES (old.name); END;

        """
    private static let queries = """
        -- name: customers :many
        SELECT name FROM customers;
        -- name: orders :many
        SELECT total FROM orders;
        -- name: recent :many
        SELECT name FROM recent;
        -- name: forget :exec
        DELETE FROM customers WHERE id = :id;
        -- name: days :many
        SELECT value FROM json_each('["a"]') WHERE typeof(value) = 'text' AND :word > upper('');

        """

    private func fixture() throws -> SnapshotFixture {
        var fixture = try SnapshotFixture(schema: Self.schema, queries: Self.queries)
        fixture.annotations = ["main.days": ["@column value: String", "@param word: String"]]
        let report = try fixture.run()
        try #require(report.failure == nil, "\(report.findings)")
        return fixture
    }

    private func refreshed(_ fixture: SnapshotFixture) throws -> [String] {
        let recorder = Recorder()
        let report = try fixture.run(recorder: recorder)
        #expect(report.failure == nil, "\(report.findings)")
        let prepared = recorder.recording()?.operations["prepare"]?.count ?? 0
        #expect(prepared == report.refreshed.count)
        return report.refreshed.map { "\($0.name.dropFirst(5)) \($0.reason.rawValue)" }
    }

    @Test(arguments: [
        ("CREATE TABLE more (x TEXT);", []), ("-- Words.\n", []), ("CREATE VIEW v AS SELECT * FROM orders;", []),
        ("INSERT INTO orders (customer) VALUES (1);", []), ("ANALYZE;", []),
        ("CREATE INDEX i ON log (line);", ["forget dependencyChanged"]),
        (
            "ALTER TABLE orders ADD COLUMN placed TEXT;", ["orders schemaChanged", "recent dependencyChanged"]
        ),
        (
            "CREATE TRIGGER t AFTER INSERT ON customers BEGIN SELECT 1; END;",
            ["customers schemaChanged", "recent dependencyChanged", "forget schemaChanged"]
        ),
        ("DROP VIEW recent; CREATE VIEW recent AS SELECT name FROM customers;", ["recent schemaChanged"]),
        ("CREATE TABLE json_each (value TEXT NOT NULL, other TEXT);", ["days schemaChanged"]),
        (
            "PRAGMA foreign_keys = ON;",
            ["customers", "orders", "recent", "forget", "days"].map { "\($0) schemaChanged" }
        ),
    ])
    func onlyDependantsAreDescribedAnew(sql: String, expected: [String]) throws {
        var fixture = try fixture()
        if sql.contains("json_each") {
            // Without an argument it is the table, once there is one, and the function before.
            fixture.queries[0].sql = fixture.queries[0].sql.replacing("json_each('[\"a\"]')", with: "json_each")
            _ = try fixture.run()
        }
        fixture.schema.append(("Schema/z.sql", sql))
        #expect(try refreshed(fixture) == expected)
        #expect(try fixture.run().isWarm)
    }

    @Test func oneQueryOfAFileIsDescribedAlone() throws {
        var fixture = try fixture()
        fixture.queries[0].sql = fixture.queries[0].sql.replacing("SELECT total FROM", with: "SELECT id FROM")
        #expect(try refreshed(fixture) == ["orders sqlChanged"])
        fixture.queries[0].sql += "-- name: log :many\nSELECT line FROM log;\n"
        #expect(try refreshed(fixture) == ["log new"])
        fixture.queries[0].path = "Queries/moved.sql"
        #expect(try refreshed(fixture) == [])
        fixture.annotations["main.log"] = ["The log."]
        #expect(try refreshed(fixture) == ["log sqlChanged"])
        fixture.types = ["DATE": "Day"]
        #expect(try refreshed(fixture).allSatisfy { $0.hasSuffix(" other") })
        #expect(try fixture.run().isWarm)
    }

    /// No file's fingerprint holds it, and a run must not be warm over it.
    @Test func anAnnotationOfASchemaWithoutFilesIsAnError() throws {
        var fixture = try fixture()
        fixture.annotations["nowhere.orders"] = ["Words."]
        let report = try fixture.run()
        #expect(report.findings.map(\.code) == [.annotationOfNothing])
    }

    @Test func whatIsMissingOrOtherIsSaid() throws {
        var fixture = try fixture()
        for name in ["queries.json", "snapshot.json"] {
            try fixture.folder.remove(".xtraq/cache/\(name)")
            #expect(try refreshed(fixture).allSatisfy { $0.hasSuffix(" cacheMissing") }, "\(name)")
            #expect(try fixture.run().isWarm)
        }
        _ = try fixture.folder.write(".xtraq/snapshots/queries/queries/q.sql.json", "{\n  \"xtraq\": 1\n}\n")
        #expect(try refreshed(fixture).allSatisfy { $0.hasSuffix(" other") })
        fixture.toolVersion = "2.0.0"
        #expect(try refreshed(fixture).allSatisfy { $0.hasSuffix(" toolChanged") })
        #expect(try fixture.run(usesCache: false).refreshed.allSatisfy { $0.reason == .forced })
        #expect(try fixture.run(filter: "recent").refreshed.map(\.reason) == [.selected])
    }

    /// A run without work looks at the size of the notes alone; before they are used they are looked into.
    @Test func notesThatWereChangedAreNotBelieved() throws {
        var fixture = try fixture()
        let path = ".xtraq/cache/queries.json"
        try fixture.folder.write(path, fixture.folder.read(path).replacing("orders", with: "ordres"))
        #expect(try fixture.run().isWarm)
        fixture.schema[0].sql = Self.schema.replacing("total INTEGER", with: "total TEXT NOT NULL")
        #expect(try refreshed(fixture).allSatisfy { $0.hasSuffix(" cacheMissing") })
        #expect(fixture.query("orders")?.columns.first?.isOptional == false)
    }

    @Test func aFilteredRunOverAChangedSchemaVouchesForNothing() throws {
        var fixture = try fixture()
        fixture.schema[0].sql = Self.schema.replacing("total INTEGER", with: "total TEXT NOT NULL")
        _ = try fixture.run(filter: "orders")
        #expect(fixture.query("orders")?.columns.first?.isOptional == false)
        fixture.schema[0].sql = Self.schema
        #expect(try refreshed(fixture) == ["orders other"])
        #expect(fixture.query("orders")?.columns.first?.isOptional == true)
    }

    @Test func reasonsAreCountedAsRootsAndCascades() throws {
        var fixture = try fixture()
        fixture.schema[0].sql += "ALTER TABLE orders ADD COLUMN placed TEXT;"
        let recorder = Recorder()
        _ = try fixture.run(recorder: recorder)
        let counters = try #require(recorder.recording()).counters
        #expect(counters["snapshot.planner.reason.schemaChanged.roots"] == 1)
        #expect(counters["snapshot.planner.reason.dependencyChanged.cascaded"] == 1)
        #expect(counters["snapshot.planner.reused"] == 3)
    }

    @Test func theCostOfAChangeIsProportional() throws {
        let tables = (0..<40).map { "CREATE TABLE t\($0) (id INTEGER PRIMARY KEY, n TEXT);\n" }
        let queries = (0..<40).map { file in
            (
                path: "Queries/f\(file).sql",
                sql: (0..<10).map { "-- name: q\(file)_\($0) :many\nSELECT n FROM t\((file + $0) % 40);\n" }.joined()
            )
        }
        var fixture = try SnapshotFixture(schema: tables.joined(), queries: queries)
        #expect(try fixture.run().counts.analysed == 400)
        fixture.schema[0].sql = fixture.schema[0].sql.replacing("t7 (id INTEGER", with: "t7 (m TEXT, id INTEGER")
        let recorder = Recorder()
        let report = try fixture.run(recorder: recorder)
        #expect(recorder.recording()?.operations["prepare"]?.count == 10)
        #expect(report.counts.reused == 390)
        #expect(report.files.written == 2, "the table and the index: no query has changed")
    }
}
