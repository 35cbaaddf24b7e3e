import LocalTelemetry
import Testing

/// Each thing that the lint is for, done wrong once.
@Suite struct CatalogueLintTests {
    struct Body: Sendable {
        struct Item: Sendable {
            var inner = Inner()
            var count = 1
        }
        struct Inner: Sendable { var file = Pseudonym(example: (1, 2, 3, 4)) }
        struct Byte: CaseIterable, RawRepresentable, Sendable {
            var byte: UInt8 = 0
            static var allCases: [Byte] { [Byte(byte: 0)] }
            var rawValue: String { "b\(byte)" }
            init(byte: UInt8) { self.byte = byte }
            init?(rawValue: String) {}
        }
        var count = 1
        var duration = Duration.zero
        var absent: Int?
        var items = [Item()]
        var byte = Byte(byte: 0)
        var file = Pseudonym(example: (1, 2, 3, 4))
    }

    private func objections(_ fields: [Field<Body>]) -> [String] {
        let type = DocumentType(kind: "wrong", version: 2, purpose: "Wrong.", examples: [Body()], fields)
        return CatalogueLint.objections(to: [SampleTool.catalogue.describe(type)])
    }

    @Test func agreesWithWhatIsRight() {
        #expect(objections([.count("things", \.count, "How many things.")]) == [])
    }

    @Test(arguments: [
        ("a purpose", Field<Body>.count("things", \.count, ""), "purpose is not a sentence"),
        ("an example", .count("things", \.absent, "How many things."), "no example has it"),
        ("when it is there", .count("things", \.absent, "How many things."), "says when it is there"),
        ("what is always there", .count("things", \.count, "How many things.").present("always"), "says when it is"),
        ("camelCase", .count("Things", \.count, "How many things."), "not camelCase"),
        ("text", .count("pathLength", \.count, "How long it is."), "named like a text"),
        ("an identifier", .count("processId", \.count, "Which process."), "a number that identifies"),
        ("a duration's name", .duration("wait", \.duration, "How long it was."), "ends in Ms"),
        ("a number's name", .count("waitMs", \.count, "How long it was."), "ends in Ms"),
        ("bytes", .bytes("size", \.count, "How large it is."), "a size in bytes says so"),
        ("a count of bytes", .count("bytes", \.count, "How large it is."), "a size in bytes says so"),
        ("rows", .count("rows", \.count, "How many rows."), "do not agree"),
        ("a pseudonym's name", .pseudonym("file", \.file, class: .file, "The file."), "ends in Hash"),
        ("a version to come", .count("things", \.count, "How many things.").since(3), "first version 3 is none"),
        ("no enumeration", .closed("byte", \.byte, "Which byte."), "not an enumeration"),
        (
            "hidden pseudonyms",
            .list(
                "items", \.items, atMost: 3, "All items.",
                [.object("inner", \.inner, "A part.", [.pseudonym("fileHash", \.file, class: .file, "The file.")])]),
            "not ordered by figures"
        ),
        (
            "no limit", .list("items", \.items, atMost: 0, "All items.", [.count("count", \.count, "A count.")]),
            "without a limit"
        ),
    ])
    func objects(to what: String, _ field: Field<Body>, _ message: String) {
        let found = objections([field])
        #expect(found.contains { $0.contains(message) }, "\(what): \(found)")
    }

    @Test func objectsToNamesThatAreAlike() {
        let found = objections([
            .count("things", \.count, "How many."), .count("thinks", \.count, "How many."),
            .count("thing", \.count, "How many."), .count("things", \.count, "How many."),
        ])
        #expect(found.contains { $0.contains("things and thinks are nearly alike") })
        #expect(found.contains { $0.contains("beside its own plural") })
        #expect(found.contains { $0.contains("stands there twice") })
    }
}
