import Diagnostics
import Project
import Testing

@Suite struct DiagnosticRendererTests {
    private func render(_ line: String, column: Int, notes: [String] = [], isColoured: Bool = false) -> String {
        let finding = Finding(
            .configurationUnknownKey, "There is no key “x”.",
            at: SourceLocation(path: "a/b.json", line: 3, column: column), sourceLine: line, notes: notes)
        return DiagnosticRenderer(isColoured: isColoured).render(finding)
    }

    @Test func showsPlaceMessageCaretAndNotes() {
        #expect(
            render("  \"x\": 1", column: 3, notes: ["Did you mean “y”?", "Two\nlines."]) == """
                a/b.json:3:3: error XQ0004: There is no key “x”.
                      "x": 1
                      ^
                  note: Did you mean “y”?
                  note: Two
                        lines.

                """)
    }

    @Test(arguments: [
        ("\tab", 3, "\t ^"), ("日本x", 3, "    ^"), ("e\u{301}x", 2, " ^"), ("👩‍👩‍👧x", 2, "  ^"), ("🇩🇪x", 2, "  ^"),
        ("a\t日b", 4, " \t  ^"), ("ab", 9, "  ^"), ("", 1, "^"), ("한x", 2, "  ^"), ("ｱx", 2, " ^"), ("❤️x", 2, "  ^"),
    ])
    func putsTheCaretUnderItsCharacter(line: String, column: Int, caret: String) {
        #expect(render(line, column: column).hasSuffix("    \(line)\n    \(caret)\n"))
    }

    @Test func letsNoControlCharacterReachTheTerminal() {
        #expect(render("a\u{1B}[2Jb", column: 1).contains("a\u{FFFD}[2Jb"))
        #expect(!render("a\u{7}\u{9B}b", column: 1).contains("\u{7}"))
    }

    @Test func cutsALongLineAroundTheCaret() {
        let line = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
        let lines = render(line, column: 501).split(separator: "\n")
        let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
        let wanted = lines[1].firstIndex(of: "X").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        #expect(caret == wanted)
        #expect(lines[1].count < 200)
    }

    @Test func coloursOnlyWhereItMay() {
        #expect(render("x", column: 1, isColoured: true).contains("\u{1B}[31merror XQ0004:\u{1B}[0m"))
        #expect(!render("x", column: 1).contains("\u{1B}"))
    }

    @Test func findsPlacesInText() {
        let text = SourceText(path: "x", bytes: Array("\u{FEFF}ab\r\ncdé\u{301}f\n".utf8))
        #expect(text.place(at: 4).location == SourceLocation(path: "x", line: 1, column: 2))
        #expect(text.place(at: 4).line == "ab")
        #expect(text.place(at: 13).location == SourceLocation(path: "x", line: 2, column: 4))
        #expect(text.place(at: 999).location.line == 3)
    }
}

@Suite struct ConsoleStyleTests {
    private func style(_ variables: [String: String], isTerminal: Bool = true, isCI: Bool = false) -> ConsoleStyle {
        ConsoleStyle(isTerminal: isTerminal, isCI: isCI) { variables[$0] }
    }

    @Test func isPlainWhereNothingElseIsSure() {
        #expect(style(["TERM": "xterm"]) == ConsoleStyle(isColoured: true, canRedraw: true))
        #expect(style(["TERM": "xterm", "NO_COLOR": "1"]) == ConsoleStyle(isColoured: false, canRedraw: true))
        #expect(style(["TERM": "xterm", "NO_COLOR": ""]) == ConsoleStyle(isColoured: true, canRedraw: true))
        #expect(style(["TERM": "dumb"]) == .plain)
        #expect(style([:]) == .plain)
        #expect(style(["TERM": "xterm"], isTerminal: false) == .plain)
        #expect(style(["TERM": "xterm"], isCI: true) == .plain)
    }
}
