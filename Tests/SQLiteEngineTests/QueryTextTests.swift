import SnapshotModel
import TestSupport
import Testing

@testable import SQLiteEngine

@Suite("Query text")
struct QueryTextTests {
    private func sql(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let sql = QueryText(bytes, in: 0..<bytes.count).sql
        return String(decoding: sql.bytes[sql.range], as: UTF8.self)
    }

    @Test(arguments: [
        ("SELECT sqlc.arg(a)", "SELECT :a"),
        ("SELECT sqlc . arg ( 'a' )", "SELECT :a"),
        ("SELECT SQLC.NARG(\"a\"), :a", "SELECT :a, :a"),
        ("SELECT @a, sqlc.arg(a)", "SELECT @a, @a"),
        ("SELECT $a, sqlc.narg(a)", "SELECT $a, $a"),
        ("SELECT 1 WHERE x IN (sqlc.slice('ids'))", "SELECT 1 WHERE x IN (SELECT value FROM json_each(:ids))"),
        ("SELECT x AS \"total!\", sqlc.arg(a) AS \"b: Int\"", "SELECT x AS \"total\", :a AS \"b\""),
        (
            "SELECT 'sqlc.arg(a)', \"sqlc.arg(a)\" /* sqlc.arg(a) */",
            "SELECT 'sqlc.arg(a)', \"sqlc.arg(a)\" /* sqlc.arg(a) */"
        ),
        ("SELECT sqlc FROM sqlc", "SELECT sqlc FROM sqlc"),
    ])
    func macrosBecomeSQL(_ text: String, _ expected: String) {
        #expect(sql(text) == expected)
    }

    /// What was copied is found where it stood, and the rest where its replacement stands.
    @Test
    func placesAreFoundAgain() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let source = (0..<60).map { _ in UInt8.random(in: 97...122, using: &generator) }
            var edits: [RewrittenText.Edit] = []
            var place = 5
            while place < 50 {
                let end = place + Int.random(in: 0...6, using: &generator)
                let text = String(repeating: "#", count: Int.random(in: 0...5, using: &generator))
                edits.append(RewrittenText.Edit(place..<end, text))
                place = end + Int.random(in: 1...9, using: &generator)
            }
            let text = RewrittenText(source, in: 3..<57, edits.shuffled(using: &generator))
            for (offset, byte) in text.bytes.enumerated() {
                let found = text.source(of: offset)
                #expect(
                    byte == UInt8(ascii: "#")
                        ? edits.contains { $0.range.lowerBound == found && !$0.text.isEmpty } : source[found] == byte,
                    "seed \(seed)")
            }
        }
    }

    /// Whatever is written, taking it apart comes to an end, and to a text.
    @Test
    func arbitraryTextIsTakenApart() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let words = [
            "sqlc", ".", "arg", "narg", "slice", "embed", "(", ")", "'a'", "\"a", "a", "IN", "SELECT", "value", "FROM",
            "json_each", ":a", "?", "@a", "CASE", "WHEN", "THEN", "ELSE", "END", "ORDER", "BY", "=", "'x'", "AS",
            "\"b!\"",
            "LIMIT", ",", ";", "é", "--", "\n", "/*", "*/", "$1",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 1...25, using: &generator))
                .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
            let bytes = Array(text.utf8)
            let query = QueryText(bytes, in: 0..<bytes.count)
            let tokens = query.tokens(in: query.sql.range)
            _ = ParameterChoices.all(in: tokens)
            let lists = ListParameters(query.tokens(in: query.sql.range))
            _ = lists.misuses(in: tokens)
            _ = lists.probe(query.sql.bytes, in: query.sql.range)
            #expect(String(validating: query.sql.bytes[query.sql.range], as: UTF8.self) != nil, "seed \(seed)")
        }
    }
}
