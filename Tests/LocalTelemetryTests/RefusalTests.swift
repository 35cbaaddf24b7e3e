import Foundation
import LocalTelemetry
import TestSupport
import Testing

/// What must not compile, or must end when a catalogue is made: text on its way into a document.
@Suite struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var line: String
        var message: String
        var testDescription: String { line }
    }

    static let cases: [Case] = [
        Case(line: "Field<Body>.closed(\"a\", \\.text, \"A.\")", message: "text is never recorded: hash it"),
        Case(line: "Field<Body>.closed(\"a\", \\.maybe, \"A.\")", message: "text is never recorded: hash it"),
        Case(line: "Field<Body>.count(\"a\", \\.text, \"A.\")", message: "text is never recorded: hash it"),
        Case(
            line: "Field<Body>.pseudonym(\"a\", \\.text, class: .path, \"A.\")",
            message: "only the hasher makes a pseudonym"),
        Case(line: "Field<Body>.version(\"a\", \\.text, \"A.\")", message: "a version is a Version"),
        Case(line: "Field<Body>.timestamp(\"a\", \\.text, \"A.\")", message: "a point in time is a Timestamp"),
        Case(line: "Field<Body>.list(\"a\", \\.texts, atMost: 3, \"A.\")", message: "text is never recorded"),
        Case(line: "Field<Body>.list(\"a\", \\.numbers, atMost: 3, \"A.\")", message: "a list of bare numbers"),
        Case(line: "Field<Body>.flag(\"a\", \\.text, \"A.\")", message: "String"),
        Case(line: "Field<Body>.bytes(\"a\", \\.text, \"A.\")", message: "String"),
        Case(line: "Field<Body>.closed(\"a\", \\.payload, \"A.\")", message: "conform to 'RawRepresentable'"),
        Case(line: "Field<Body>.count(computed, \\.count, \"A.\")", message: "'StaticString'"),
        Case(line: "Field<Body>.count(\"a\", \\.count, computed)", message: "'StaticString'"),
        Case(line: "Pseudonym(words: (1, 2, 3, 4))", message: "inaccessible"),
        Case(line: "Pseudonym(example: (1, 2, 3, 4))", message: "inaccessible"),
        Case(line: "Term(text: computed)", message: "inaccessible"),
        Case(line: "Vocabulary(registering: [computed])", message: "StaticString"),
        Case(line: "Vocabulary([computed])", message: "'StaticString'"),
        Case(line: "PseudonymClass(computed)", message: "'StaticString'"),
        Case(line: "Recorder.off.span(computed)", message: "'StaticString'"),
        Case(line: "Recorder.off.span(computed) { 1 }", message: "'StaticString'"),
        Case(line: "Recorder.off.operation(computed)", message: "'StaticString'"),
        Case(line: "Recorder.off.counter(computed)", message: "'StaticString'"),
        Case(line: "Recorder.off.add(1, to: computed)", message: "'StaticString'"),
        Case(line: "Recorder.off.item(computed, size: 1, Subject())", message: "'StaticString'"),
        Case(line: "Subject(category: computed)", message: "'StaticString'"),
        Case(line: "PseudonymHasher(key: [1, 2, 3])", message: "inaccessible"),
        Case(line: "Pseudonym(hex: computed)", message: "inaccessible"),
        Case(
            line: "EncodedDocument(kind: \"a\", runId: run, timestamp: time, bytes: [])", message: "inaccessible"),
        Case(
            line: "DocumentType<Body>(kind: computed, version: 1, purpose: \"\", examples: [], [])",
            message: "'StaticString'"),
    ]

    @Test(arguments: cases)
    func doesNotCompile(_ refused: Case) throws {
        let messages = try errors(compiling: "let refused = \(refused.line)")
        #expect(messages.contains(refused.message), "\(messages)")
    }

    /// The frame around the lines above compiles: what is refused is the line.
    @Test func theFrameCompiles() throws {
        #expect(try errors(compiling: "let taken = Field<Body>.count(\"a\", \\.count, \"A.\")") == "")
    }

    /// There is no protocol of ours that a stranger could make a text conform to. (To the standard library's it can be
    /// made to conform; that ends when the catalogue is made, see below.)
    @Test func noProtocolOfOursCouldTakeAText() throws {
        for target in ["LocalTelemetry", "TelemetryRecording"] {
            let folder = Repository.path("Sources/" + target)
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.hasSuffix(".swift") {
                let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
                #expect(!text.contains("public protocol"), "\(name): a stranger could make a text conform to it")
            }
        }
    }

    @Test func endsWhereATextPosesAsAVocabulary() async {
        await #expect(processExitsWith: .failure) {
            struct Text: CaseIterable, RawRepresentable, Sendable {
                var rawValue: String
                static var allCases: [Text] { [Text(rawValue: "/home/someone")] }
            }
            _ = Vocabulary(Text.self)
        }
    }

    private func errors(compiling line: String) throws -> String {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "main.swift",
            """
            import LocalTelemetry
            import TelemetryRecording
            enum Payload: Sendable, CaseIterable { case a(String); static var allCases: [Payload] { [] } }
            struct Body: Sendable {
                var text = ""; var maybe: String?; var count = 0; var numbers = [1]; var texts = [""]
                var payload = Payload.a("")
            }
            let computed = String(1)
            var generator = SystemRandomNumberGenerator()
            let run = RunIdentifier(using: &generator)
            let time = Timestamp(millisecondsSince1970: 0)
            \(line)
            """)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = [
            "swiftc", "-typecheck", "-swift-version", "6", "-package-name", "stranger", "-I",
            Tool.productsFolder + "/Modules", file,
        ]
        let output = Pipe()
        compiler.standardError = output
        compiler.standardOutput = output
        try compiler.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        compiler.waitUntilExit()
        if compiler.terminationStatus == 0 { return "" }
        return text
    }

    // MARK: What compiles, and ends when the catalogue is made

    @Test func endsWhereATextPosesAsAnEnumeration() async {
        await #expect(processExitsWith: .failure) {
            struct Text: CaseIterable, RawRepresentable, Sendable {
                var rawValue: String
                static var allCases: [Text] { [] }
            }
            struct Body: Sendable { var text = Text(rawValue: "/home/someone") }
            _ = Field<Body>.closed("text", \.text, "A text.")
        }
    }

    @Test func endsWhereAnEnumerationHasAPayload() async {
        await #expect(processExitsWith: .failure) {
            enum Payload: CaseIterable, RawRepresentable, Sendable {
                case text(String)
                static var allCases: [Payload] { [] }
                init?(rawValue: String) { self = .text(rawValue) }
                var rawValue: String { "" }
            }
            struct Body: Sendable { var payload = Payload.text("/home/someone") }
            _ = Field<Body>.closed("payload", \.payload, "A text.")
        }
    }

    @Test func endsWhereAListWithPseudonymsHasNoOrder() async {
        await #expect(processExitsWith: .failure) {
            struct Item: Sendable { var file: Pseudonym? }
            struct Body: Sendable { var items: [Item] = [] }
            _ = Field<Body>.list(
                "items", \.items, atMost: 3, "Items.", [.pseudonym("fileHash", \.file, class: .file, "A file.")])
        }
    }

    @Test func endsWhereAClassOfPseudonymsIsTheExports() async {
        await #expect(processExitsWith: .failure) { _ = PseudonymClass("export") }
    }

    /// A case that `allCases` hides, or a payload that fits a byte, is `other`.
    @Test func writesOnlyWhatAllCasesLists() throws {
        enum Sly: CaseIterable, RawRepresentable, Sendable {
            case plain
            case hidden(Bool)
            static var allCases: [Sly] { [.plain] }
            init?(rawValue: String) { self = .plain }
            var rawValue: String { if case .plain = self { "plain" } else { "/home/someone" } }
        }
        struct Body: Sendable { var sly = Sly.plain }
        let type = DocumentType<Body>(
            kind: "sly", version: 1, purpose: "Sly.", examples: [Body()], [.closed("sly", \.sly, "Sly or not.")])
        func text(_ body: Body) -> String {
            let document = SampleTool.catalogue.encode(
                body, as: type, envelope: SampleTool.envelope, extras: SampleSwitches())
            return String(decoding: document.bytes, as: UTF8.self)
        }
        #expect(text(Body(sly: .plain)).contains("\"sly\": \"plain\""))
        #expect(text(Body(sly: .hidden(true))).contains("\"sly\": \"other\""))
        #expect(!text(Body(sly: .hidden(false))).contains("someone"))
    }
}
