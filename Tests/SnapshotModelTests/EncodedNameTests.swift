import SnapshotModel
import TestSupport
import Testing

@Suite("File names")
struct EncodedNameTests {
    @Test(arguments: [
        ("orders", "orders"), ("Orders", "orders"), ("a b", "a%20b"), ("é", "%c3%a9"), ("..", "%2e."),
        (".hidden", "%2ehidden"),
        ("a/b", "a%2fb"), ("a%b", "a%25b"), ("", "%"), ("x.sql", "x.sql"), ("a\0", "a%00"),
    ]) func encodes(_ name: String, _ expected: String) {
        #expect(EncodedName.encode(name) == expected)
    }

    @Test func cutsWhatIsLong() {
        let long = String(repeating: "é", count: 300)
        let other = long + "x"
        #expect(EncodedName.encode(long).utf8.count <= 200)
        #expect(EncodedName.encode(long) != EncodedName.encode(other))
        #expect(EncodedName.encode(long).hasPrefix("%c3%a9"))
    }

    @Test func tellsCaseTwinsApart() {
        let paths = EncodedName.paths(for: ["a.Orders", "a.orders", "a.ORDERS", "a.Other"], prefix: "tables/") {
            EncodedName.encode($0)
        }
        #expect(Set(paths).count == 4)
        #expect(paths[1] == "tables/a.orders.json")
        #expect(paths[3] == "tables/a.other.json")
        #expect(Set(paths.map { $0.lowercased() }).count == 4)
    }

    @Test func anyNameGivesASafePath() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let name = String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 1..<300, using: &random)).compactMap { _ in
                        Unicode.Scalar(UInt32.random(in: 0..<0x300, using: &random))
                    }))
            let encoded = EncodedName.encode(name)
            #expect(encoded.utf8.count <= 200, "seed \(seed)")
            #expect(TreePath.isSafe(encoded), "seed \(seed)")
            #expect(
                encoded.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !(0x41...0x5A).contains($0) }, "seed \(seed)")
        }
    }
}
