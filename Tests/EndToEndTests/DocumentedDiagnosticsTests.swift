import Diagnostics
import TestSupport
import Testing

/// The examples of `docs/diagnostics.md` are what the tool prints, character by character.
@Suite struct DocumentedDiagnosticsTests {
    /// A situation, and the codes whose documented examples it produces.
    struct Situation: Sendable, CustomTestStringConvertible {
        var codes: [DiagnosticCode]
        var files: [String: String]
        var arguments: [String]
        var exitCode: Int32

        var testDescription: String { codes.map(\.rawValue).joined(separator: ", ") }
    }

    static let situations: [Situation] = [
        Situation(codes: [.projectMissing], files: [:], arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationSyntax], files: [".xtraqconfig": "{\n  \"module\": \"Shop\",\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationUnknownKey], files: [".xtraqconfig": "{\n  \"modul\": \"Shop\"\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationWrongType], files: [".xtraqconfig": "{\n  \"schema\": \"Schema/*.sql\"\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationBadValue], files: [".xtraqconfig": "{\n  \"module\": \"my shop\"\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.configurationPassword],
            files: [".xtraqconfig": "{\n  \"database\": \"postgresql://ann:secret@db/shop\"\n}\n"],
            arguments: ["snapshot"], exitCode: 2),
        Situation(
            codes: [.configurationDuplicateKey],
            files: [".xtraqconfig": "{\n  \"module\": \"Shop\",\n  \"module\": \"Store\"\n}\n"],
            arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.environmentFileSyntax],
            files: [".xtraqconfig": "{}", ".env": "XTRAQ_OUTPUT=\"Sources/Shop\n"], arguments: ["build"], exitCode: 2),
        Situation(
            codes: [.filterMalformed], files: [".xtraqconfig": "{}"],
            arguments: ["build", "--procedure", "orders."], exitCode: 64),
        Situation(
            codes: [.configurationUnreadable], files: [".xtraqconfig": "{}", ".env/folder": ""], arguments: ["build"],
            exitCode: 2),
    ]

    /// Queries over a small schema, and the codes whose documented examples a snapshot of them produces.
    private static func shop(_ codes: DiagnosticCode..., queries: String) -> Situation {
        Situation(
            codes: codes,
            files: [
                ".xtraqconfig": "{}", "Queries/orders.sql": queries,
                "Schema/shop.sql": """
                CREATE TABLE orders (
                    id INTEGER PRIMARY KEY, customer_id INTEGER, total REAL NOT NULL, placed_on DATE, extra THING
                );

                """,
            ], arguments: ["snapshot"], exitCode: 1)
    }

    static let queries: [Situation] = [
        shop(.queryNameMalformed, queries: "-- name: order-summary :many\nSELECT id FROM orders;\n"),
        shop(.cardinalityUnsupported, queries: "-- name: add :copyfrom\nSELECT id FROM orders;\n"),
        shop(.queryWithoutStatement, queries: "-- name: orderSummary :many\n"),
        shop(
            .queryHasSeveralStatements,
            queries: "-- name: closeOrder :execrows\nDELETE FROM orders\nWHERE id = :id;\n\nDELETE FROM orders;\n"),
        shop(.annotationUnknown, queries: "-- name: orders :many\n-- @colum id: Int64\nSELECT id FROM orders;\n"),
        shop(.annotationMalformed, queries: "-- name: orders :many\n-- @column\nSELECT id FROM orders;\n"),
        shop(
            .annotationRepeated,
            queries: """
                -- name: orders :many
                -- @param since: Date
                -- @param since: String
                SELECT id FROM orders WHERE placed_on > :since;

                """),
        shop(
            .annotationOfNothing,
            queries: "-- name: orders :many\n-- @param sinse: Date\nSELECT id FROM orders WHERE placed_on > :since;\n"),
        shop(
            .macroMalformed,
            queries: """
                -- name: orders :many
                SELECT id FROM orders
                WHERE customer_id = coalesce(sqlc.nargs(customer), 1);

                """),
        shop(
            .parameterNumberUnused,
            queries: "-- name: orders :many\nSELECT id FROM orders\nWHERE id > ?1 AND total <= 2*?3;\n"),
        shop(
            .parameterNameTwice,
            queries: "-- name: orders :many\nSELECT id FROM orders\nWHERE id <> :id AND coalesce(@id, 2);\n"),
        shop(.cardinalityMismatch, queries: "-- name: addOrder :one\nINSERT INTO orders (total) VALUES (:total);\n"),
        shop(
            .transactionInQuery,
            queries: "-- name: closeOrder :exec\nBEGIN;\nDELETE FROM orders WHERE id = :id;\nCOMMIT;\n"),
        shop(
            .listMisused,
            queries: """
                -- name: orders :many
                SELECT id FROM orders
                WHERE id IN (SELECT value FROM json_each(:ids)) AND id <> :ids;

                """),
        shop(
            .statementInvalid,
            queries: "-- name: orders :many\nSELECT\n  id\n,  max(totl)\nFROM orders;\n"),
    ]

    @Test(arguments: situations + queries) func examplesAreReal(situation: Situation) throws {
        let folder = try TemporaryFolder()
        for (path, text) in situation.files { try folder.write(path, text) }
        let run = try Tool.run(situation.arguments, in: folder)
        #expect(run.exitCode == situation.exitCode)
        for code in situation.codes {
            let example = try #require(DiagnosticDocumentation.entry(of: code)).example
            #expect(run.errors.contains(example), "\(run.errors)")
        }
    }
}
