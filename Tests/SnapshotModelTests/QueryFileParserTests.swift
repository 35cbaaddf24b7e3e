import Diagnostics
import SnapshotModel
import TestSupport
import Testing

@Suite("Query files")
struct QueryFileParserTests {
    private func parse(_ text: String) -> ParsedQueryFile {
        QueryFileParser.parse(SourceFile(path: "q.sql", bytes: Array(text.utf8)))
    }

    private func statement(_ file: ParsedQueryFile, _ index: Int = 0) -> String {
        String(decoding: file.source.bytes[file.queries[index].statement], as: UTF8.self)
    }

    @Test func readsNameCardinalityDocumentationAndAnnotations() throws {
        let file = parse(
            """
            -- License of the file.

            -- name: orderSummary :many
            -- Totals of one customer, newest first.
            --
            --   indented `code`
            -- @param since: Date?
            -- @param  $limit : Int64
            -- @column total!: Decimal
            -- @column note?
            -- @row Order
            -- @deprecated Use orderTotals.
            SELECT 1 AS total -- the sum
              , ';' ;
            """)
        #expect(file.findings == [])
        let query = try #require(file.queries.first)
        #expect(query.name == "orderSummary")
        #expect(query.cardinality == .many)
        #expect(query.annotations.documentation == ["Totals of one customer, newest first.", "", "  indented `code`"])
        #expect(query.annotations.parameters.map(\.name) == ["since", "limit"])
        #expect(query.annotations.parameters.map(\.type) == ["Date", "Int64"])
        #expect(query.annotations.parameters.map(\.isOptional) == [true, nil])
        #expect(query.annotations.columns.map(\.name) == ["total", "note"])
        #expect(query.annotations.columns.map(\.isOptional) == [false, true])
        #expect(query.annotations.rowName == "Order")
        #expect(query.annotations.deprecation == "Use orderTotals.")
        #expect(statement(file) == "SELECT 1 AS total -- the sum\n  , ';'")
    }

    @Test(arguments: Cardinality.allCases) func readsEachCardinality(_ cardinality: Cardinality) {
        let file = parse("-- name: q :\(cardinality.rawValue)\nSELECT 1;")
        #expect(file.findings == [])
        #expect(file.queries.first?.cardinality == cardinality)
    }

    @Test func readsABlockCommentAsName() {
        let file = parse("/* name: a :one */ SELECT 1; /* name: b :exec */\n/* Doc.\n * More.\n */\nDELETE FROM t")
        #expect(file.findings == [])
        #expect(file.queries.map(\.name) == ["a", "b"])
        #expect(file.queries.last?.annotations.documentation == ["Doc.", "More."])
        #expect(statement(file, 1) == "DELETE FROM t")
    }

    @Test func semicolonsInStringsNamesAndCommentsEndNothing() {
        let text = "SELECT ';', \";\", `;`, [;], 'it''s;' /* ; */ -- ;\n , $tag$;$tag$ , x'3b', a::text"
        let file = parse("-- name: q :many\n\(text);\n-- name: r :many\nSELECT 2;")
        #expect(file.findings == [])
        #expect(file.queries.count == 2)
        #expect(statement(file) == text)
    }

    @Test func windowsLineEndsAndByteOrderMarkDoNoHarm() throws {
        let text = "\u{FEFF}-- name: q :many\r\n-- Doc.\r\n-- @param a: Int64\r\nSELECT :a;\r\n"
        let file = parse(text)
        #expect(file.findings == [])
        #expect(file.queries.first?.annotations.documentation == ["Doc."])
        #expect(file.queries.first?.annotations.parameters.first?.type == "Int64")
        #expect(statement(file) == "SELECT :a")
    }

    @Test(arguments: [
        ("-- name: q :mny\nSELECT 1;", DiagnosticCode.cardinalityUnknown, 1, 10),
        ("-- name: q\nSELECT 1;", .queryNameMalformed, 1, 10),
        ("-- name: 1q :one\nSELECT 1;", .queryNameMalformed, 1, 10),
        ("-- name: q :one extra\nSELECT 1;", .queryNameMalformed, 1, 10),
        ("-- name: q :copyfrom\nSELECT 1;", .cardinalityUnsupported, 1, 10),
        ("-- name: q :batchexec\nSELECT 1;", .cardinalityUnsupported, 1, 10),
        ("-- name: q :batchmany\nSELECT 1;", .cardinalityUnsupported, 1, 10),
        ("-- name: q :batchone\nSELECT 1;", .cardinalityUnsupported, 1, 10),
        ("# name: q :one\nSELECT 1;", .queryNameMalformed, 1, 1),
        ("-- name: q :one\n", .queryWithoutStatement, 1, 10),
        ("-- name: q :one\nSELECT 1; SELECT 2;", .queryHasSeveralStatements, 2, 11),
        ("SELECT 1;", .statementWithoutName, 1, 1),
        ("-- name: q :one\n-- @colum a!\nSELECT 1;", .annotationUnknown, 2, 4),
        ("-- name: q :one\n-- @returns (a int)\nSELECT 1;", .annotationUnsupported, 2, 4),
        ("-- name: q :one\n-- @param a\nSELECT 1;", .annotationMalformed, 2, 4),
        ("-- name: q :one\n-- @param a: not a type\nSELECT 1;", .annotationMalformed, 2, 4),
        ("-- name: q :one\n-- @column a!: T?\nSELECT 1;", .annotationMalformed, 2, 4),
        ("-- name: q :one\n-- @row 1\nSELECT 1;", .annotationMalformed, 2, 4),
        ("-- name: q :one\n-- @row A\n-- @row B\nSELECT 1;", .annotationRepeated, 3, 4),
        ("-- name: q :one\nSELECT 1 -- @column a!\n;", .annotationMisplaced, 2, 12),
    ]) func saysWhatIsWrongAndWhere(_ text: String, _ code: DiagnosticCode, _ line: Int, _ column: Int) {
        let file = parse(text)
        #expect(file.findings.map(\.code) == [code])
        #expect(file.findings.first?.location == SourceLocation(path: "q.sql", line: line, column: column))
        #expect(file.findings.first?.notes.isEmpty == false)
    }

    @Test func whatIsNoTextIsRefusedWhole() {
        let latin = QueryFileParser.parse(
            SourceFile(path: "q.sql", bytes: Array("-- name: q :one\n-- ".utf8) + [0xE9, 0x0A]))
        #expect(latin.findings.map(\.code) == [.sourceNotText])
        #expect(latin.findings.first?.location == SourceLocation(path: "q.sql", line: 2, column: 4))
        let zero = QueryFileParser.parse(SourceFile(path: "q.sql", bytes: Array("a\0".utf8)))
        #expect(zero.findings.map(\.code) == [.sourceNotText])
        #expect(parse("").findings == [])
        #expect(parse("\u{FEFF}").findings == [])
    }

    @Test func randomTextNeverEndsTheParser() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "-- name: a :one\n", "SELECT ", "'", "\"", "`", "[", "]", ";", "/*", "*/", "--", "\n", "\r\n", "$a$", ":b",
            "?1",
            "@param x: T\n", "-- @column ", "é", "\u{1F600}", "::", "sqlc.arg(", ")", "name:", "0x1F", "1e+", ".5",
        ]
        for _ in 0..<2_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<30, using: &random) {
                bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
                if Int.random(in: 0..<40, using: &random) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            var lexer = SQLLexer(bytes)
            var last = 0
            while let token = lexer.next() {
                #expect(
                    token.range.lowerBound >= last && !token.range.isEmpty && token.range.upperBound <= bytes.count,
                    "seed \(seed)")
                last = token.range.upperBound
            }
            let file = QueryFileParser.parse(SourceFile(path: "q.sql", bytes: bytes))
            for query in file.queries { #expect(!query.statement.isEmpty, "seed \(seed)") }
        }
    }
}
