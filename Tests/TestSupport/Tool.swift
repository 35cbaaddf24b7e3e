import Foundation

/// The executable as it was built beside the tests.
public enum Tool: Sendable {
    /// What a run of it left behind.
    public struct Run: Sendable {
        /// Standard output.
        public var output: String
        /// Standard error.
        public var errors: String
        /// The exit code; 128 and the signal's number where a signal ended it.
        public var exitCode: Int32
        /// The signal that ended it.
        public var signal: Int32?
    }

    /// The folder that the build put products into.
    public static var productsFolder: String {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let candidates = [executable, CommandLine.arguments[0], Bundle.main.bundlePath]
        for candidate in candidates {
            var folder = URL(fileURLWithPath: candidate)
            while folder.path != "/" {
                folder.deleteLastPathComponent()
                if FileManager.default.isExecutableFile(atPath: folder.path + "/xtraq") { return folder.path }
            }
        }
        fatalError("The executable xtraq is not beside the tests; build it with `swift build --build-tests`.")
    }

    /// The executable.
    public static var path: String { productsFolder + "/xtraq" }

    /// Runs it.
    ///
    /// The environment is empty but for what is given and a `PATH`, so that no setting of this machine reaches a test.
    public static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String? = nil
    ) throws -> Run {
        if RecordedRuns.areAsked, let recorded = RecordedRuns(arguments, in: folder) {
            return try recorded.take(
                Command.run(path, recorded.arguments, in: folder, environment: environment, input: input))
        }
        return try Command.run(path, arguments, in: folder, environment: environment, input: input)
    }

    /// Runs it in a temporary folder.
    public static func run(
        _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
    ) throws -> Run {
        try run(arguments, in: folder.path, environment: environment)
    }
}

/// Any program.
public enum Command: Sendable {
    /// Runs a program to its end and collects what it says.
    public static func run(
        _ executable: String, _ arguments: [String], in folder: String, environment: [String: String] = [:],
        input: String? = nil
    ) throws -> Tool.Run {
        try RunningCommand(executable, arguments, in: folder, environment: environment, input: input).wait()
    }
}

/// A program that has been started.
public final class RunningCommand {
    private let process = Process()
    // Files take any amount of output, where pipes would have to be emptied meanwhile.
    private let scratch: TemporaryFolder

    /// Starts a program.
    public init(
        _ executable: String, _ arguments: [String], in folder: String, environment: [String: String] = [:],
        input: String? = nil
    ) throws {
        scratch = try TemporaryFolder()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { _, own in own }
        let outputPath = try scratch.write("output", "")
        let errorsPath = try scratch.write("errors", "")
        let inputPath = try scratch.write("input", input ?? "")
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorsPath))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputPath))
        try process.run()
    }

    /// Starts the tool with every signal acting as it does by default: a parent such as `nohup` may have them ignored.
    public convenience init(defaultSignals arguments: [String], in folder: String) throws {
        try self.init("/usr/bin/env", ["--default-signal", Tool.path] + arguments, in: folder)
    }

    /// Sends it a signal.
    public func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end.
    public func wait() throws -> Tool.Run {
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Tool.Run(
            output: try scratch.read("output"), errors: try scratch.read("errors"),
            exitCode: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
            signal: isSignal ? process.terminationStatus : nil)
    }
}

@available(*, unavailable)
extension RunningCommand: Sendable {}
