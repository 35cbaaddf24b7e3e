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
        try Command.run(path, arguments, in: folder, environment: environment, input: input)
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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { _, own in own }

        // Files take any amount of output, where pipes would have to be emptied meanwhile.
        let scratch = try TemporaryFolder()
        let outputPath = try scratch.write("output", "")
        let errorsPath = try scratch.write("errors", "")
        let inputPath = try scratch.write("input", input ?? "")
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorsPath))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputPath))
        try process.run()
        process.waitUntilExit()

        let isSignal = process.terminationReason == .uncaughtSignal
        return Tool.Run(
            output: try scratch.read("output"), errors: try scratch.read("errors"),
            exitCode: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
            signal: isSignal ? process.terminationStatus : nil)
    }
}
