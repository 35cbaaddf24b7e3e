import Foundation
import TestSupport

/// A run of the tool that has begun, is on record as such, and waits for the end of its input.
final class WaitingTool {
    /// How it ended.
    struct Ending {
        var errors: String
        /// 128 and the signal's number where a signal ended it.
        var exitCode: Int32
        var signal: Int32?
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors: String
    private let scratch: TemporaryFolder

    init(_ project: RecordedProject, _ arguments: [String]) throws {
        scratch = try TemporaryFolder()
        errors = try scratch.write("errors", "")
        process.executableURL = URL(fileURLWithPath: RecordedProject.tool)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: project.folder.path)
        process.environment = ["PATH": "/usr/bin:/bin"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try withoutBlockedSignals { try process.run() }
    }

    /// Waits until it has said something, which it does in its second phase.
    func waitUntilReady() throws {
        _ = output.fileHandleForReading.availableData
    }

    /// Sends a signal.
    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Nobody reads its output any more.
    func stopListening() throws {
        try output.fileHandleForReading.close()
    }

    /// Waits for its end.
    func wait() throws -> Ending {
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Ending(
            errors: try scratch.read("errors"),
            exitCode: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
            signal: isSignal ? process.terminationStatus : nil)
    }

    /// Lets it end by itself, and waits for that.
    func finish() throws -> Ending {
        try input.fileHandleForWriting.close()
        return try wait()
    }
}
