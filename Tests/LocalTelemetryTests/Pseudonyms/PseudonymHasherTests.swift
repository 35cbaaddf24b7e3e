import Foundation
import TestSupport
import Testing

@testable import LocalTelemetry

@Suite struct PseudonymHasherTests {
    private let hasher: PseudonymHasher

    init() throws {
        hasher = PseudonymHasher(key: try #require(TelemetryKey(Array(0..<32))))
    }

    /// Computed with Python's `hmac` over `class + b"\0" + bytes`.
    @Test(arguments: [
        (
            PseudonymClass.procedure, "main.orderSummary",
            "7a28ce7669eb149a773fc91bf6027453038fe51fc1be17de29b120fccf7cd5d5"
        ),
        (.file, "main.orderSummary", "ccb46dac091e8daa8e7cd3d9ea4c9d94bd0b960db9f7c7947c7ab65339d2b24c"),
        (.path, "/", "d34a85ec0034a40db3df921f898cdf147d60dca32150f3dd55da5ee688e291ad"),
        (.statement, "SELECT 'ü'", "8a005cc9c33cb441290df14cefeea16959b9c289bb69b42eccbe561334630bf2"),
    ])
    func isTheDocumentedHash(class: PseudonymClass, text: String, digits: String) {
        #expect(hasher.pseudonym(`class`, of: text).text == digits)
        #expect(hasher.pseudonym(`class`, of: text.utf8) == hasher.pseudonym(`class`, of: text))
        #expect(Pseudonym(hex: digits) == hasher.pseudonym(`class`, of: text))
    }

    @Test func takesFiltersHoweverTheyAreSpelt() {
        let expected = Pseudonym(hex: "a9d7c20bf56a5be4b7d947f571a4932a2597f5877f3e2c25c4b404879dd259a4")
        #expect(hasher.pseudonym(ofFilter: ["c", "a.b", "c", ""]) == expected)
        #expect(hasher.pseudonym(ofFilter: ["a.b", "c"]) == expected)
        #expect(hasher.pseudonym(ofFilter: ["", ""]) == nil)
    }

    @Test func takesPathsHoweverTheyAreSpelt() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/b/file", "")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "a/b")
        let expected = hasher.pseudonym(.path, of: folder.path("a/b/file"))
        for spelling in ["a/b/file", "a//b/./file", "a/b/../b/file", "link/file"] {
            #expect(hasher.pseudonym(ofPath: folder.path(spelling)) == expected, "\(spelling)")
        }
        // What is not there is spelt from the part that is.
        #expect(
            hasher.pseudonym(ofPath: folder.path("link/missing/more"))
                == hasher.pseudonym(.path, of: folder.path("a/b/missing/more")))
    }

    @Test func keysAndClassesMakeTheDifference() throws {
        let other = PseudonymHasher(key: .random())
        #expect(other.pseudonym(.file, of: "x") != hasher.pseudonym(.file, of: "x"))
        #expect(hasher.pseudonym(PseudonymClass("own"), of: "x") != hasher.pseudonym(.file, of: "x"))
        // The zero keeps class and text apart.
        #expect(hasher.pseudonym(PseudonymClass("a"), of: "bc") != hasher.pseudonym(PseudonymClass("ab"), of: "c"))
    }

    @Test func readsOnlyItsOwnDigits() {
        #expect(Pseudonym(hex: String(repeating: "A", count: 64)) == nil)
        #expect(Pseudonym(hex: String(repeating: "a", count: 63)) == nil)
        #expect(Pseudonym(hex: String(repeating: "é", count: 32)) == nil)
    }
}
