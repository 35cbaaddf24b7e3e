import Diagnostics
import Project
import TestSupport
import Testing

@Suite struct EnvironmentFileTests {
    private func read(_ text: String) -> EnvironmentFile {
        EnvironmentFile(SourceText(path: ".env", bytes: Array(text.utf8)))
    }

    @Test(arguments: [
        ("A=1", "1"), ("A=", ""), ("  A=1  ", "1"), ("export A=1", "1"), ("\texport\tA=1", "1"),
        ("A= spaced out ", "spaced out"),
        ("A=x#y", "x#y"), ("A=x # comment", "x"), ("A=#comment", ""), ("A='x # y'", "x # y"),
        ("A=\"x # y\" # z", "x # y"),
        ("A='a\\n$B'", "a\\n$B"), (#"A="a\nb\t\"\\\$\q""#, "a\nb\t\"\\$\\q"), ("A=${B}", "${B}"), ("A=it's", "it's"),
        ("A=ünï", "ünï"), ("A=a=b", "a=b"), ("A=1\r", "1"), ("A=1\nA=2", "2"), ("\u{FEFF}A=1", "1"), ("A=''", ""),
    ])
    func takesValue(line: String, value: String) {
        let file = read(line)
        #expect(file["A"] == value)
        #expect(file.findings.isEmpty)
    }

    @Test(arguments: ["", "\n\n", "# A=1", "   # A=1", "\r\n"])
    func takesNothingFrom(text: String) {
        #expect(read(text).entries.isEmpty)
        #expect(read(text).findings.isEmpty)
    }

    @Test(arguments: [
        ("A", 1, 2), ("A =1", 1, 2), ("1A=1", 1, 1), ("A='x", 1, 3), ("B=1\nA=\"x\ny\"", 2, 3), ("A='x' y", 1, 7),
        ("=1", 1, 1), ("A-B=1", 1, 2), ("export", 1, 7),
    ])
    func refuses(text: String, line: Int, column: Int) {
        let finding = read(text).findings.first
        #expect(finding?.code == .environmentFileSyntax)
        #expect(finding?.location == SourceLocation(path: ".env", line: line, column: column))
    }

    @Test func variableNamedExportIsOne() {
        #expect(read("export=1")["export"] == "1")
    }

    @Test func readsOnBehindALineInError() {
        let file = read("A='x\nB=2\nC\nD=4")
        #expect(file.findings.count == 2)
        #expect(file["B"] == "2")
        #expect(file["D"] == "4")
    }

    @Test func survivesAnyBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let alphabet = Array("A=\"'\\#$ \t\r\nexport\u{0}é".utf8) + [0xFF, 0xC3]
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            let file = EnvironmentFile(SourceText(path: ".env", bytes: bytes))
            #expect(file.entries.allSatisfy { !$0.key.isEmpty }, "seed \(seed), bytes \(bytes)")
        }
    }
}
