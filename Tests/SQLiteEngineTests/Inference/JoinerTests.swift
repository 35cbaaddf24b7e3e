import TelemetryRecording
import TestSupport
import Testing

@testable import SQLiteEngine

/// Values that meet where two ways of a program come together.
@Suite("Joins of what is known")
struct JoinerTests {
    @Test("where a value covers another, joining the two changes nothing that matters")
    func coveringChangesNothing() throws {
        let connection = try RawDatabase.connection("CREATE TABLE pair (a INTEGER NOT NULL, b TEXT, c REAL)")
        let listing = try SchemaListing(of: connection, recorder: .off)
        let catalogue = BtreeCatalogue(listing)
        let join = Joiner(types: DeclaredTypes(catalogue), cursors: Cursors([], catalogue: catalogue))
        var random = SeededGenerator(seed: 0x4A01)
        var covered = 0
        for _ in 0..<40_000 {
            let (left, right) = (Self.value(&random), Self.value(&random))
            guard left.covers(right) else { continue }
            covered += 1
            var joined = join(left, right)
            // Why it can be NULL means nothing where it cannot.
            if !left.mayBeNull { joined.cause = left.cause }
            #expect(joined == left, "\(left) and \(right)")
        }
        #expect(covered > 100)
    }

    /// Few values of each kind, so that many of them cover each other.
    private static func value(_ random: inout SeededGenerator) -> AbstractValue {
        func one<Value>(of values: [Value]) -> Value { values.randomElement(using: &random) ?? values[0] }
        if Int.random(in: 0..<20, using: &random) == 0 { return .unwritten }
        let classes: StorageClasses = one(of: [.integer, .text, .null, [.integer, .null], .all, .number])
        var value = AbstractValue(classes: classes)
        let cause = NullCause(kind: .column, address: one(of: [-1, 3, 5]))
        if value.mayBeNull { value.cause = cause }
        value.isLiteral = one(of: [false, false, true])
        value.isNonZero = one(of: [false, false, true])
        value.isTruth = one(of: [false, false, true])
        value.isJSON = one(of: [false, false, true])
        value.constant = one(of: [nil, nil, 0, 1])
        value.magnitude = one(of: [0, 0, 63, 64])
        value.origin = one(of: [-1, -1, 0])
        value.declaredType = one(of: [0, 0, 0, 1])
        (value.cursor, value.field) = one(of: [(-1, -1), (-1, -1), (0, 1)])
        value.record = one(of: [0, 0, 1])
        value.text = one(of: [0, 0, 1])
        value.parameters = one(of: [0, 0, 1, 3])
        value.shape = one(of: [0, 0, 1])
        value.accumulator = one(of: [.none, .none, .rows])
        return value
    }
}
