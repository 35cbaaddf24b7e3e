import JSONBytes
import TestSupport
import Testing

@Suite("JSON")
struct JSONBytesTests {
    @Test func writesAndReadsEveryString() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0..<40, using: &random)).compactMap { _ in
                        Unicode.Scalar(UInt32.random(in: 0..<0x1_1000, using: &random))
                    }))
            var writer = JSONWriter()
            writer.string(text)
            var reader = JSONReader(writer.bytes)
            #expect(try reader.string() == text, "seed \(seed)")
            try reader.end()
        }
    }

    /// Strings are looked at several bytes at once: what needs an escape is found at each place.
    @Test func escapesAtEveryPlace() throws {
        var writer = JSONWriter(capacity: 1)
        var texts: [String] = []
        for length in 1...20 {
            for place in 0..<length {
                for byte in UInt8(0)...127 {
                    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
                    bytes[place] = byte
                    texts.append(String(decoding: bytes, as: UTF8.self))
                }
            }
        }
        writer.array { writer in
            for text in texts {
                writer.element()
                writer.string(text)
            }
        }
        var reader = JSONReader(writer.bytes)
        var index = 0
        try reader.array { reader throws(JSONError) in
            let text = try reader.string()
            #expect(text == texts[index])
            index += 1
        }
        #expect(index == texts.count)
    }

    @Test func writesOnOneLineWhatIsInline() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("a")
            writer.array { writer in
                for number in 1...2 {
                    writer.element()
                    writer.inline { writer in
                        writer.object { writer in
                            writer.key("x")
                            writer.integer(number)
                            writer.key("y")
                            writer.bool(true)
                        }
                    }
                }
            }
            writer.key("b")
            writer.null()
        }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == """
                {
                  "a": [
                    {"x": 1, "y": true},
                    {"x": 2, "y": true}
                  ],
                  "b": null
                }
                """)
    }

    @Test(arguments: [
        "", "{", "[", "{\"a\"", "{\"a\":", "{\"a\":1,}", "[1,]", "nul", "\"\\u12\"", "\"\\ud800\"", "\"a", "01", "1.",
        "-",
        "1e", "[1 2]", "{1:2}", "\"\u{1}\"", "1 2", "\"\\x\"", "\"\\", "\"\\u",
    ]) func refuses(_ text: String) {
        #expect(throws: JSONError.self) { try JSONNode.parse(Array(text.utf8)) }
    }

    @Test(arguments: [
        [UInt8]([0x22, 0xFF, 0x22]), [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82],
    ])
    func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try JSONNode.parse(bytes) }
    }

    @Test func nestingIsBounded() {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(throws: JSONError.self) { try JSONNode.parse(deep) }
        var reader = JSONReader(deep)
        #expect(throws: JSONError.self) { try reader.skip() }
    }

    @Test func numbersKeepTheirLimits() throws {
        #expect(try JSONNode.parse(Array("-9223372036854775808".utf8)).value == .integer(.min))
        #expect(try JSONNode.parse(Array("9223372036854775807".utf8)).value == .integer(.max))
        #expect(try JSONNode.parse(Array("9223372036854775808".utf8)).value == .double(9_223_372_036_854_775_808))
        #expect(throws: JSONError.self) { try JSONNode.parse(Array("1e999".utf8)) }
    }

    @Test func randomBytesNeverTrap() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let pieces = Array("{}[]\",:\\u0041d8dceE+-.0123456789truefalsn \n".utf8) + [0xC3, 0xA9, 0xFF, 0x00]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0..<30, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            _ = try? JSONNode.parse(bytes)
            var reader = JSONReader(bytes)
            _ = try? reader.skip()
        }
    }
}
