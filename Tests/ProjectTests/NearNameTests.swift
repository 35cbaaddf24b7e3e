import Diagnostics
import Testing

@Suite struct NearNameTests {
    @Test(arguments: [
        ("bild", "build"), ("snapshto", "snapshot"), ("Version", "version"), ("modul", "module"), ("querys", "queries"),
    ])
    func findsWhatWasMeant(slip: String, meant: String) {
        #expect(
            NearName.best(for: slip, among: ["init", "snapshot", "build", "version", "module", "queries"]) == meant)
    }

    @Test(arguments: ["frobnicate", "x", "", "deploy", "bu"])
    func suggestsNothingForAnythingElse(text: String) {
        #expect(NearName.best(for: text, among: ["init", "snapshot", "build", "version"]) == nil)
    }

    @Test func countsSwappedNeighboursOnce() {
        #expect(NearName.distance(Array("ab"), Array("ba")) == 1)
        #expect(NearName.distance(Array("ca"), Array("abc")) == 3)
        #expect(NearName.distance([], Array("abc")) == 3)
    }

    @Test func namesTheNearestFirst() {
        #expect(NearName.matches(for: "tittle", among: ["tit", "total", "title"]).first == "title")
    }
}
