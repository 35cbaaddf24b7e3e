import Testing

@testable import LocalTelemetry

@Suite struct DocumentNameTests {
    @Test(arguments: [
        "cli-command-20261124-101830-3f9a1c2e.json", "build-20261124-101830-3f9a1c2e00112233.json",
        "summary-19700101-000000-00000000.json.final",
    ])
    func readsWhatItWrites(name: String) throws {
        #expect(try #require(DocumentName(name)).text == name)
    }

    @Test(arguments: [
        "", "a", "20261124-101830-3f9a1c2e.json", "-20261124-101830-3f9a1c2e.json", "a-2026112-101830-3f9a1c2e.json",
        "a-20261124-10183-3f9a1c2e.json", "a-20261124-101830-3f9a1c2.json", "a-20261124-101830-3F9A1C2E.json",
        "a--20261124-101830-3f9a1c2e.json", "A-20261124-101830-3f9a1c2e.json", "a-20261124-101830-3f9a1c2e.jso",
        "a/b-20261124-101830-3f9a1c2e.json", "ä-20261124-101830-3f9a1c2e.json", "a-20261124-101830-3f9a1c2e.json.fin",
    ])
    func refusesOtherNames(name: String) {
        #expect(DocumentName(name) == nil)
    }

    @Test func triesTheShortNameFirst() throws {
        let runId = try #require(RunIdentifier("3f9a1c2e00112233445566778899aabb"))
        let names = DocumentName.candidates(
            kind: "build", start: Timestamp(millisecondsSince1970: 1_000), runId: runId)
        #expect(names == ["build-19700101-000001-3f9a1c2e.json", "build-19700101-000001-3f9a1c2e00112233.json"])
        #expect(names.allSatisfy { DocumentName($0) != nil })
    }

    @Test func isANameWhateverTheClockSays() throws {
        let runId = try #require(RunIdentifier("3f9a1c2e00112233445566778899aabb"))
        for time in [Int.min, -1, 0, Int.max] {
            let names = DocumentName.candidates(
                kind: "build", start: Timestamp(millisecondsSince1970: time), runId: runId)
            #expect(names.allSatisfy { DocumentName($0) != nil }, "\(time)")
        }
    }
}
