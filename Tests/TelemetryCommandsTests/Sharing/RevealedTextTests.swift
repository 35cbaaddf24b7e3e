import Foundation
import TestSupport
import Testing

/// What `reveal` and `show --reveal` write to a terminal moves no cursor and reorders no text, whoever wrote it.
@Suite struct RevealedTextTests {
    private static let name = "a\u{1B}[2Jb"
    private static let answer = "\u{1B}]0;owned\u{7} \u{202E}txt.\u{2066}\u{9B}31m \u{200F}\r is TOKEN\n<b>two</b>\n"

    private let project: RecordedProject
    private let token: String

    init() throws {
        project = try RecordedProject()
        _ = try project.run("work", Self.name, "--telemetry")
        let run = try project.run("telemetry", "export", "--yes", "-o", "bundle.zip")
        #expect(run.exitCode == 0, "\(run.errors)")
        let contents = try RecordedProject.contents(of: project.folder.path("bundle.zip"))
        token = String(
            try #require(contents["documents/1-cli-command.json"]?.firstMatch(of: /"fileHash": "([^"]+)"/)?.1))
        try project.folder.write("answer.txt", Self.answer.replacingOccurrences(of: "TOKEN", with: token))
    }

    /// Whether nothing is in a text that a terminal would act upon, but for the ends of its lines.
    private func isPlain(_ text: String) -> Bool {
        text.replacingOccurrences(of: "\r\n", with: "").unicodeScalars.allSatisfy { scalar in
            ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
    }

    @Test func aTerminalSeesEscapes() throws {
        let run = try Terminal.run(
            ["telemetry", "reveal", "--bundle", "bundle.zip", "answer.txt"], in: project.folder.path)
        #expect(run.exitCode == 0, "\(run.output) \(run.errors)")
        #expect(isPlain(run.output), "\(run.output.debugDescription)")
        #expect(
            run.output.contains(
                #"\u{1B}]0;owned\u{7} \u{202E}txt.\u{2066}\u{9B}31m \u{200F}\u{D} is a\u{1B}[2Jb"#),
            "\(run.output.debugDescription)")
        #expect(run.output.contains("<b>two</b>\r\n"))
    }

    @Test func bytesThatAreNoTextPassAsTheyAre() throws {
        let greeting = Data("Gr\u{FC}\u{DF}e: ".unicodeScalars.map { UInt8($0.value) })
        let mail = greeting + Data(token.utf8) + Data([0xFF, 10])
        try mail.write(to: URL(fileURLWithPath: project.folder.path("mail.txt")))
        let run = try project.shell("\"$TOOL\" telemetry reveal --bundle bundle.zip mail.txt > revealed.txt")
        #expect(run.exitCode == 0, "\(run.errors)")
        let revealed = try Data(contentsOf: URL(fileURLWithPath: project.folder.path("revealed.txt")))
        #expect(revealed == greeting + Data(Self.name.utf8) + Data([0xFF, 10]))
    }

    @Test func punctuationOfAnyLanguageSurroundsAToken() throws {
        let pattern = "“T” „T“ «T» T—T _T_ **T** T。(T)- `T`. not xT, T9, T-a, a_T, -----"
        try project.folder.write("pattern.txt", pattern.replacingOccurrences(of: "T", with: token))
        let run = try project.shell("\"$TOOL\" telemetry reveal --bundle bundle.zip pattern.txt")
        let parts = pattern.components(separatedBy: "not")
        #expect(
            run.output
                == parts[0].replacingOccurrences(of: "T", with: Self.name) + "not"
                + parts[1].replacingOccurrences(of: "T", with: token))
        #expect(run.errors == "10 tokens revealed.\n")
    }

    @Test func aFullDiskIsNoSuccess() throws {
        for command in ["list", "show 1 bundle.zip", "schema", "reveal --bundle bundle.zip answer.txt"] {
            let run = try project.shell("\"$TOOL\" telemetry \(command) > /dev/full")
            #expect(run.exitCode == 1, "\(command)")
            #expect(
                run.errors.contains("Standard output cannot be written: No space left on device."), "\(run.errors)")
        }
    }

    @Test func aFileGetsTheTextAsItIs() throws {
        let run = try project.shell("\"$TOOL\" telemetry reveal --bundle bundle.zip answer.txt > revealed.txt")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(
            try project.folder.read("revealed.txt")
                == Self.answer.replacingOccurrences(of: "TOKEN", with: Self.name))
    }

    @Test func aRunIsShownWithEscapedNames() throws {
        let run = try Terminal.run(["telemetry", "show", "1", "bundle.zip", "--reveal"], in: project.folder.path)
        #expect(run.exitCode == 0, "\(run.output)")
        #expect(run.output.contains(#"a\u{1B}[2Jb"#), "\(run.output.debugDescription)")
        #expect(!run.output.contains(Self.name))
    }
}
