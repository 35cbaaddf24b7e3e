#if DEBUG && Telemetry
internal import Foundation
internal import Synchronization
public import Testing

/// A project in which everything that somebody names is a random token, and a tool that is run in it.
///
/// See ``expectNoLeaks(of:folder:projectFile:seed:sourceLocation:_:)``.
public final class Canary: Sendable {
    private struct State: ~Copyable {
        var generator: Tokens
        var secrets: [(secret: String, text: String)] = []
        var values: [(secret: String, text: String)] = []
        var said: [(place: String, text: String)] = []
        var recorded = 0
    }

    /// What the tokens are drawn from.
    public let seed: UInt64
    private let tool: String
    private let folder: String
    private let workplace: Workplace
    private let state: Mutex<State>
    /// The project's folder, whose own name is a token.
    public let project: String

    init(tool: String, folder: String, projectFile: String?, seed: UInt64) throws {
        self.tool = tool
        self.folder = folder
        self.seed = seed
        workplace = try Workplace()
        var tokens = Tokens(seed: seed)
        let name = tokens.token()
        project = workplace.path + "/work/" + name
        let (home, user) = (tokens.token(), tokens.token())
        var state = State(generator: tokens)
        state.secrets = [("the project's folder", name), ("the home folder", home), ("the user", user)]
        state.values = [("the project's path", project)]
        self.state = Mutex(state)
        environment = ["HOME": "/home/" + home, "USER": user, "LOGNAME": user, "TMPDIR": workplace.path + "/tmp"]
        try Workplace.write(project + "/" + (projectFile ?? ".keep"), "{}")
        for name in ["tmp", "scratch"] {
            try FileManager.default.createDirectory(
                atPath: workplace.path + "/" + name, withIntermediateDirectories: true)
        }
    }

    private let environment: [String: String]

    // MARK: What a test does with it

    /// A new token: 14 letters of g to z, none of which is a hexadecimal digit, in half of the tokens two that are not
    /// ASCII. Whatever a user could name should be one.
    ///
    /// - Parameters:
    ///   - meaning: What it stands for, for the message.
    ///   - isASCII: Whether the place takes ASCII letters alone.
    /// - Returns: The token.
    public func secret(_ meaning: String, isASCII: Bool = false) -> String {
        state.withLock { state in
            let token = state.generator.token(isASCII: isASCII)
            state.secrets.append((meaning, token))
            return token
        }
    }

    /// Says that a longer text with tokens in it must not be found hashed either: a line of SQL, a URL.
    public func value(_ meaning: String, _ text: String) {
        state.withLock { $0.values.append((meaning, text)) }
    }

    /// Writes a file of the project, and makes the folders above it.
    public func write(_ relative: String, _ text: String) throws {
        try Workplace.write(project + "/" + relative, text)
        value("the file", relative)
        value("the path of the file", project + "/" + relative)
    }

    /// Runs the tool in the project with `--telemetry` before its arguments.
    ///
    /// - Parameters:
    ///   - arguments: What it is given.
    ///   - exitCode: How it must end.
    ///   - sourceLocation: Where a failure is reported.
    /// - Returns: What it said.
    /// - Throws: Where it cannot be started.
    @discardableResult
    public func record(
        _ arguments: String..., exitCode: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ToolRun {
        let preview = try run(["--telemetry", "--telemetry-preview"] + arguments)
        let shown = preview.errors.components(separatedBy: "telemetry preview:\n").dropFirst().joined()
        #expect(!shown.isEmpty, "\(arguments): a preview is shown: \(preview.errors)", sourceLocation: sourceLocation)
        let recorded = try run(["--telemetry"] + arguments)
        #expect(
            recorded.exitCode == exitCode, "\(arguments): \(recorded.errors)", sourceLocation: sourceLocation)
        let line = recorded.errors.split(separator: "\n").last.map(String.init) ?? ""
        #expect(line.hasPrefix("telemetry: "), "\(arguments): it is recorded: \(line)", sourceLocation: sourceLocation)
        state.withLock { state in
            state.recorded += 1
            state.said.append(("the preview of \(arguments.first ?? "")", shown))
            state.said.append(("the closing line of \(arguments.first ?? "")", line))
            for argument in arguments { state.values.append(("the argument", argument)) }
        }
        return recorded
    }

    private func run(_ arguments: [String]) throws -> ToolRun {
        try ToolRun.of(
            tool, arguments, in: project, environment: environment, scratch: workplace.path + "/scratch")
    }

    // MARK: What was found

    /// Runs the commands that show what was recorded, and searches all that was written.
    func finish(_ sourceLocation: SourceLocation) throws {
        for arguments in [["list"], ["show"], ["show", "--json"], ["list", "--json"]] {
            let run = try run(["telemetry"] + arguments)
            // They tell the project's owner where its documents lie; that is no leak.
            let output = run.output.replacing(project + "/", with: "")
            state.withLock { $0.said.append(("telemetry " + arguments.joined(separator: " "), output)) }
        }
        let (secrets, values, said, recorded) = state.withLock { ($0.secrets, $0.values, $0.said, $0.recorded) }
        let documents = Workplace.files(below: project + "/" + folder + "/telemetry")
            .filter { $0.key.hasSuffix(".json") }
        #expect(
            recorded > 0 && documents.count >= recorded, "seed \(seed): nothing was recorded: call record()",
            sourceLocation: sourceLocation)
        let search = SecretSearch(tokens: secrets, values: values)
        var hits: Set<SecretSearch.Hit> = []
        for (name, bytes) in documents {
            hits.formUnion(search.hits(in: bytes + Array(name.utf8), at: "the document \(name)"))
        }
        for (name, bytes) in Workplace.files(below: workplace.path + "/tmp") {
            hits.formUnion(search.hits(in: bytes, at: "the temporary file \(name)"))
        }
        for (place, text) in said { hits.formUnion(search.hits(in: Array(text.utf8), at: place)) }
        // What finds nothing must be able to find something.
        for (secret, text) in secrets where search.hits(in: Array("x\(text)x".utf8), at: "").isEmpty {
            Issue.record("seed \(seed): the search does not see \(secret)", sourceLocation: sourceLocation)
        }
        for hit in hits.sorted(by: { $0.description < $1.description }) {
            Issue.record("seed \(seed): \(hit)", sourceLocation: sourceLocation)
        }
    }
}

/// Draws tokens.
struct Tokens: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func token(isASCII: Bool = false) -> String {
        var letters = (0..<14).map { _ in
            Character(Unicode.Scalar(UInt8.random(in: UInt8(ascii: "g")...UInt8(ascii: "z"), using: &self)))
        }
        if !isASCII, Bool.random(using: &self) {
            for letter in ["ö", "ß", "ñ", "ж", "字"].shuffled(using: &self).prefix(2) {
                letters.insert(Character(letter), at: .random(in: 1..<letters.count, using: &self))
            }
        }
        return String(letters)
    }
}
#endif
