import Foundation
import SnapshotModel
import Testing

@testable import SQLiteEngine

/// What the inference says is held against 302 statements whose answers were written down before it.
@Suite("Proofs")
struct ProofTests {
    private static func connection() throws -> Connection {
        let schema = try String(
            contentsOf: NullabilityCase.folder.appending(path: "schema.sql"), encoding: .utf8)
        return try RawDatabase.connection(schema)
    }

    @Test("no column that can be NULL is called non-optional, and few are optional for nothing")
    func isSoundAndSharp() throws {
        let connection = try Self.connection()
        let inference = try StatementInference(of: connection)
        var wrong: [String] = [], missed: [String] = [], provable = 0
        for item in try NullabilityCase.all() {
            let inferred = inference.infer(ArraySlice(item.sql.utf8), on: connection)
            for (index, expected) in item.answers.enumerated() {
                let mayBeNull = inferred.columns.element(index)?.mayBeNull ?? true
                switch expected.answer {
                case .nullable: if !mayBeNull { wrong.append("\(item).\(expected.column)") }
                case .notnull:
                    provable += 1
                    if mayBeNull { missed.append("\(item).\(expected.column)") }
                case .unprovable: break
                }
            }
        }
        #expect(wrong.isEmpty, "called non-optional, and NULL in the data")
        #expect(provable > 250)
        #expect(
            missed.count * 10 <= provable,
            "\(missed.count) of \(provable) columns that are never NULL are optional: \(missed)")
    }

    @Test("a program with an instruction that is not known is not followed, whichever it is")
    func followsNothingUnknown() throws {
        let connection = try Self.connection()
        var known: Set<String> = []
        for item in try NullabilityCase.all() {
            let rows = try Self.explain(item.sql, on: connection)
            for place in rows.indices where known.insert(rows[place][1]).inserted {
                var other = rows
                other[place][1] = "'Frobnicate'"
                #expect(try Self.program(other, on: connection) == nil, "\(item): \(rows[place])")
                #expect(try Self.program(rows, on: connection) == rows.count, "\(item)")
            }
        }
        #expect(known.count > 80)
    }

    /// The rows of `EXPLAIN`, each value as a literal; those of triggers are left out.
    private static func explain(_ sql: String, on connection: Connection) throws -> [[String]] {
        let text = Array("EXPLAIN \(sql)".utf8)
        var rows: [[String]] = []
        guard let listing = try PreparedStatement.prepare(text, in: 0..<text.count, on: connection) else { return [] }
        while try listing.step(on: connection), listing.integer(0) == rows.count {
            var row: [String] = []
            for column in 0...6 {
                if column == 1 || column == 5 {
                    let value: String = listing.string(column) ?? ""
                    row.append("'" + value.replacing("'", with: "''") + "'")
                } else {
                    row.append(String(listing.integer(column)))
                }
            }
            rows.append(row)
        }
        return rows
    }

    /// How many instructions are read of a listing; `nil` where it is not followed.
    private static func program(_ rows: [[String]], on connection: Connection) throws -> Int? {
        let values: [String] = rows.map { "(" + $0.joined(separator: ", ") + ")" }
        let text = Array(("VALUES " + values.joined(separator: ", ")).utf8)
        guard let listing = try PreparedStatement.prepare(text, in: 0..<text.count, on: connection) else { return nil }
        return ExplainReader.program(listedBy: listing, on: connection)?.instructions.count
    }

    @Test("each construct that can make NULL has at least three statements")
    func coversEveryConstruct() throws {
        let counts = Dictionary(grouping: try NullabilityCase.all(), by: \.file).mapValues(\.count)
        for construct in [
            "left-join", "right-join", "full-join", "view", "union", "scalar-subquery", "bare-aggregate",
            "grouped-aggregate", "window", "coalesce", "case", "nullif", "iif", "json", "cte", "recursive-cte",
            "returning", "upsert", "generated-column", "text-primary-key", "without-rowid", "strict", "fts5",
            "virtual-table",
        ] {
            #expect(counts[construct, default: 0] >= 3, "\(construct)")
        }
        #expect(counts.values.reduce(0, +) >= 200)
    }
}
