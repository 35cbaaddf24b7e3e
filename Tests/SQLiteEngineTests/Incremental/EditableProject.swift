import Foundation
import TestSupport

/// The sources of a project as values that random edits change.
struct EditableProject: Equatable {
    struct Column: Equatable {
        var name: String
        var declaration: String
    }

    struct Relation: Equatable {
        var name: String
        var columns: [Column]
        var suffix = ""

        var sql: String {
            let list = columns.map { "\($0.name) \($0.declaration)" }.joined(separator: ", ")
            return "CREATE TABLE \(name) (\(list))\(suffix);\n"
        }
    }

    /// A view, an index, a trigger or a setting.
    struct Statement: Equatable {
        var name: String
        var sql: String
    }

    struct Query: Equatable {
        var name: String
        var header = ""
        var sql: String
        var comment = ""

        var text: String { "\(comment)-- name: \(name)\n\(header)\(sql);\n\n" }
    }

    struct File: Equatable {
        var path: String
        var queries: [Query]

        var text: String { queries.map(\.text).joined() }
    }

    var tables: [Relation]
    var others: [Statement]
    var files: [File]
    var types: [String: String] = [:]
    var annotations: [String: [String]] = [:]
    var schemaComment = ""
    var schemaNames = ["Schema/1_tables.sql", "Schema/2_others.sql"]
    var counter = 0

    static let start = EditableProject(
        tables: [
            Relation(
                name: "customers",
                columns: [
                    Column(name: "id", declaration: "INTEGER PRIMARY KEY"),
                    Column(name: "name", declaration: "TEXT NOT NULL"), Column(name: "note", declaration: "TEXT"),
                ]),
            Relation(
                name: "orders",
                columns: [
                    Column(name: "id", declaration: "INTEGER PRIMARY KEY"),
                    Column(name: "customer", declaration: "INTEGER NOT NULL"),
                    Column(name: "total", declaration: "INTEGER"), Column(name: "placed", declaration: "DATE NOT NULL"),
                ]),
            Relation(
                name: "items",
                columns: [
                    Column(name: "id", declaration: "INTEGER PRIMARY KEY"),
                    Column(name: "label", declaration: "TEXT NOT NULL"),
                    Column(name: "orders_id", declaration: "INT NOT NULL"),
                ], suffix: " STRICT"),
            Relation(name: "log", columns: [Column(name: "line", declaration: "TEXT")]),
        ],
        others: [
            Statement(
                name: "recent",
                sql:
                    "CREATE VIEW recent AS SELECT o.id, c.name FROM orders o LEFT JOIN customers c ON c.id = o.customer;"
            ),
            Statement(name: "words", sql: "CREATE VIEW words AS SELECT name AS word FROM customers;"),
            Statement(
                name: "logged",
                sql: "CREATE TRIGGER logged AFTER INSERT ON orders BEGIN INSERT INTO log VALUES (new.placed); END;"),
        ],
        files: [
            File(
                path: "Queries/customers.sql",
                queries: [
                    Query(name: "customers :many", sql: "SELECT * FROM customers"),
                    Query(name: "customerNotes :many", sql: "SELECT note FROM customers WHERE note IS NOT NULL"),
                ]),
            File(
                path: "Queries/orders.sql",
                queries: [
                    Query(name: "recentOrders :many", sql: "SELECT id, name FROM recent WHERE name > :from"),
                    Query(name: "addOrder :exec", sql: "INSERT INTO orders (customer, placed) VALUES (:c, :p)"),
                    Query(
                        name: "orderLines :many",
                        sql: "SELECT o.id, i.label FROM orders o LEFT JOIN items i ON i.orders_id = o.id"),
                ]),
            File(
                path: "Queries/shop/words.sql",
                queries: [
                    Query(name: "words :many", sql: "SELECT word FROM words"),
                    Query(name: "count :one", sql: "SELECT count(*) AS n, max(label) AS top FROM items"),
                ]),
        ])

    /// The DDL, file by file.
    var schema: [(path: String, sql: String)] {
        [
            (schemaNames[0], schemaComment + tables.map(\.sql).joined()),
            (schemaNames[1], others.map { $0.sql + "\n" }.joined()),
        ]
    }

    /// Puts the sources into a fixture.
    func apply(to fixture: inout SnapshotFixture) {
        fixture.schema = schema
        fixture.queries = files.map { ($0.path, $0.text) }
        fixture.types = types
        fixture.annotations = annotations
    }
}
