import LocalTelemetry
import TestSupport
import Testing

@Suite struct ValueTests {
    @Test(arguments: [
        ("12", "12"), ("24.04", "24.04"), ("3.40.1", "3.40.1"), ("v1.2.0-beta.2+build.77", "1.2.0-beta.2"),
        ("1.0.0-someone@example.org", "1.0.0-other"), ("1.0+/home/user", "1.0"), ("7.10", "7.10"),
    ])
    func versionsKeepNumbersAndDropText(text: String, expected: String) {
        #expect(Version(text)?.text == expected)
    }

    @Test(arguments: ["", "x", "-1", "123456", "1.", "1..2", "trixie/sid"])
    func textIsNoVersion(text: String) {
        #expect(Version(text) == nil)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_772_439_342_307, "2026-03-02T08:15:42.307Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (-5, "1970-01-01T00:00:00.000Z"),
    ])
    func timestampsAreRFC3339(milliseconds: Int, expected: String) {
        #expect(Timestamp(millisecondsSince1970: milliseconds).text == expected)
    }

    @Test func timestampsAreReadAsTheyAreWritten() {
        var generator = SeededGenerator(seed: 0x7157)
        for _ in 0..<1000 {
            let time = Timestamp(millisecondsSince1970: Int.random(in: 0...253_402_300_799_999, using: &generator))
            #expect(Timestamp(time.text) == time)
        }
        #expect(Timestamp("2026-13-01T00:00:00Z") == nil)
        #expect(Timestamp("2026-01-01 00:00:00Z") == nil)
        #expect(Timestamp("2026-01-01T00:00:00Z")?.fileNameText == "20260101-000000")
    }

    @Test func runIdentifiersAreReadAsTheyAreWritten() {
        var generator = SeededGenerator(seed: 7)
        let run = RunIdentifier(using: &generator)
        #expect(run.text.count == 32)
        #expect(RunIdentifier(run.text) == run)
        #expect(run.text.hasPrefix(run.shortText))
        #expect(RunIdentifier(run.text.uppercased()) == nil)
        #expect(RunIdentifier("3f9a") == nil)
    }

    @Test func vocabulariesKnowTheirTextsAlone() {
        let vocabulary = Vocabulary(["build", "snapshot"])
        #expect(vocabulary.term(named: "build").text == "build")
        #expect(vocabulary.term(named: "/home/user") == .other)
    }
}
