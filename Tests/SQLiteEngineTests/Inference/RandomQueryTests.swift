import TestSupport
import Testing

@testable import SQLiteEngine

/// What the inference proves of random statements is held against the rows that they really return.
@Suite("Random statements")
struct RandomQueryTests {
    @Test("no column called non-optional is ever NULL")
    func neverContradicted() throws {
        let seed = UInt64.random(in: 1...UInt64.max)
        let connection = try RawDatabase.connection(RandomQuery<SeededGenerator>.schema)
        let inference = try StatementInference(of: connection)
        var queries = RandomQuery(SeededGenerator(seed: seed))
        var (columnCount, provenCount, refusedCount) = (0, 0, 0)
        for _ in 0..<150 {
            let sql = queries.next()
            // SQLite refuses a few: a condition that names a table to the right of its RIGHT JOIN, for one.
            guard let nulls = RawDatabase.nullColumns(of: sql, on: connection) else {
                refusedCount += 1
                continue
            }
            let columns = inference.infer(ArraySlice(sql.utf8), on: connection).columns
            columnCount += nulls.count
            for (index, isNull) in nulls.enumerated() where columns.element(index)?.mayBeNull == false {
                provenCount += 1
                #expect(!isNull, "seed \(seed), column \(index): \(sql)")
            }
        }
        #expect(refusedCount < 15, "seed \(seed)")
        // A tool that proves nothing is never wrong.
        #expect(provenCount * 4 > columnCount, "seed \(seed): \(provenCount) of \(columnCount) proven")
    }
}
