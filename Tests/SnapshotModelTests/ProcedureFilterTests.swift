import SnapshotModel
import Testing

@Suite("--procedure")
struct ProcedureFilterTests {
    @Test(arguments: [
        ("orders.summary", "orders", "summary", true),
        ("orders.summary", "main", "summary", false),
        ("summary", "anything", "summary", true),
        ("orders.*", "orders", "x", true),
        ("orders.*", "orders_old", "x", false),
        ("*.get?", "main", "getA", true),
        ("*.get?", "main", "get", false),
        ("*.get?", "main", "getAB", false),
        ("*a*b*c", "main", "xxaxxbxxc", true),
        ("*a*b*c", "main", "xxaxxcxxb", false),
        ("a,b;c", "main", "c", true),
        (" a , b ", "main", "b", true),
        ("Orders", "main", "orders", false),
        ("caf?", "main", "café", true),
    ]) func matches(_ text: String, _ schema: String, _ name: String, _ expected: Bool) throws {
        let filter = try #require(try ProcedureFilter(parsing: text))
        #expect(filter.matches(schema: schema, name: name) == expected)
    }

    @Test(arguments: ["a.b.c", "a.", ".a", "a b", "a/b", "a'"]) func refuses(_ text: String) {
        #expect(throws: ProcedureFilter.Malformed.self) { try ProcedureFilter(parsing: text) }
    }

    @Test func dropsDuplicatesAndEmptyParts() throws {
        #expect(try ProcedureFilter(parsing: "b,a;;b,")?.texts == ["a", "b"])
        #expect(try ProcedureFilter(parsing: " ;,") == nil)
    }

    @Test func namesWhatIsNear() throws {
        let filter = try #require(try ProcedureFilter(parsing: "ordersummary"))
        let near = filter.nearNames(among: [("main", "orderSummary"), ("shop", "orderSumary"), ("main", "delete")])
        #expect(near == ["main.orderSummary", "shop.orderSumary"])
    }

    /// In whatever order the names stand in the files, the nearest comes first.
    @Test func namesTheNearestFirst() throws {
        let filter = try #require(try ProcedureFilter(parsing: "orderSummary"))
        let names = [("main", "orderSumari"), ("main", "orderSummry"), ("shop", "ordersummary")]
        for names in [names, names.reversed()] {
            #expect(
                filter.nearNames(among: names) == ["shop.ordersummary", "main.orderSummry", "main.orderSumari"])
        }
    }

    @Test func aPatternOfManyStarsEnds() throws {
        let filter = try #require(try ProcedureFilter(parsing: String(repeating: "*a", count: 50)))
        #expect(!filter.matches(schema: "main", name: String(repeating: "a", count: 5_000) + "b"))
    }
}
