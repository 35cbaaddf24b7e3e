import SnapshotModel
import Testing

@Suite("Differences of interface")
struct SnapshotDifferenceTests {
    private func snapshot(_ change: (inout Query) -> Void = { _ in }) -> Snapshot {
        var query = Query(
            name: "orderSummary", cardinality: .many, sql: "SELECT 1",
            parameters: [
                Parameter(name: "id", index: 1, type: .swift("Int64"), isOptional: false, knowledge: .annotated)
            ],
            columns: [Column(name: "total", type: .declared("REAL"), isOptional: true, knowledge: .declared)])
        change(&query)
        return Snapshot(
            engine: .sqlite, files: [QueryFile(path: "Queries/orders/a.sql", schema: "orders", queries: [query])])
    }

    private func differences(_ change: (inout Query) -> Void) -> [SnapshotDifference] {
        SnapshotDifference.between(snapshot(), snapshot(change))
    }

    @Test func nothingIsNothing() {
        #expect(differences { _ in }.isEmpty)
    }

    @Test func speaksOfParameters() {
        let since = Parameter(name: "since", index: 2, type: .swift("Date"), isOptional: true, knowledge: .annotated)
        #expect(
            differences { $0.parameters.append(since) }.map(\.text) == ["orders.orderSummary: parameter since added"])
        #expect(differences { $0.parameters.append(since) }.map(\.breaksCallers) == [true])
        #expect(differences { $0.parameters = [] }.map(\.text) == ["orders.orderSummary: parameter id removed"])
        #expect(
            differences { $0.parameters[0].type = .swift("UUID") }.map(\.text)
                == ["orders.orderSummary: parameter id was Int64, is UUID"])
        let optional = differences { $0.parameters[0].isOptional = true }
        #expect(optional.map(\.text) == ["orders.orderSummary: parameter id may be NULL now"])
        #expect(optional.map(\.breaksCallers) == [false])
    }

    @Test func speaksOfColumnsAndTheRest() {
        #expect(differences { $0.columns[0].isOptional = false }.map(\.breaksCallers) == [true])
        #expect(differences { $0.columns = [] }.map(\.text) == ["orders.orderSummary: column total removed"])
        #expect(differences { $0.cardinality = .one }.map(\.text) == ["orders.orderSummary: :many became :one"])
        #expect(differences { $0.sql = "SELECT 2" }.map(\.breaksCallers) == [false])
        #expect(differences { $0.documentation = ["x"] }.map(\.text) == ["orders.orderSummary: documentation changed"])
        #expect(
            SnapshotDifference.between(snapshot(), Snapshot(engine: .sqlite)).map(\.text)
                == ["orders.orderSummary: removed"])
        #expect(SnapshotDifference.between(nil, snapshot()).map(\.text) == ["orders.orderSummary: added"])
    }
}
