#if DEBUG && Telemetry
internal import Foundation

/// What a run of a tool left behind.
public struct ToolRun: Sendable {
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
    /// The exit code; 128 and the signal's number where a signal ended it.
    public var exitCode: Int32

    /// Runs a program to its end. Its environment is what is given and a `PATH`, and every signal acts as it does by
    /// default.
    package static func of(
        _ executable: String, _ arguments: [String], in folder: String, environment: [String: String] = [:],
        scratch: String
    ) throws -> ToolRun {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SWIFT_BACKTRACE": "enable=no"]
            .merging(environment) { _, own in own }
        // Files take any amount of output, where pipes would have to be emptied meanwhile.
        let (output, errors) = (URL(fileURLWithPath: scratch + "/output"), URL(fileURLWithPath: scratch + "/errors"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try withoutBlockedSignals { try process.run() }
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return ToolRun(
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            exitCode: isSignal ? 128 + process.terminationStatus : process.terminationStatus)
    }

    /// A process begins with the signal mask of the thread that makes it, and threads of a test runner block all.
    private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
        var (none, previous) = (sigset_t(), sigset_t())
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &previous)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
        try body()
    }
}
#endif
