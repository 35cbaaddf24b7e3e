#if Tool || TelemetryCommands
public import ArgumentParser
public import LocalTelemetry

/// A command whose invocations can be recorded: every command of a tool.
public protocol TelemetryCommand: ParsableCommand {
    /// The switches, as an option group.
    var telemetry: TelemetryOptions { get }
    /// The project's folder as the command line names it; `nil` to search from the working folder upwards.
    var projectPath: String? { get }
    /// Whether the command makes the project: then its documents are written when that exists, at the end.
    var makesProject: Bool { get }
    /// Whether the command uses a key though the invocation is not recorded, so that `--telemetry-key` means something.
    var usesTelemetryKey: Bool { get }

    /// Whether it waits for others while it runs, and so runs in a task. Known from what it conforms to.
    static var runsInTask: Bool { get }
    /// Runs it; for `main()` alone.
    mutating func perform(_ handle: RunHandle) throws
    /// Runs it where it may wait; for `main()` alone.
    mutating func performInTask(_ handle: RunHandle) async throws
}

extension TelemetryCommand {
    /// Searched for, unless the command says otherwise.
    public var projectPath: String? { nil }
    /// No, unless the command says otherwise.
    public var makesProject: Bool { false }
    /// No, unless the command says otherwise.
    public var usesTelemetryKey: Bool { false }

    /// No: it is a command without a wait.
    public static var runsInTask: Bool { false }

    /// Runs it, with its recorder at hand.
    public mutating func perform(_ handle: RunHandle) throws {
        if handle.isOn {
            try CurrentRun.$recorder.withValue(handle.recorder) { try run() }
        } else {
            try run()
        }
    }

    /// Runs it, with its recorder at hand.
    public mutating func performInTask(_ handle: RunHandle) async throws {
        try perform(handle)
    }
}

extension TelemetryCommand where Self: AsyncParsableCommand {
    /// Yes.
    public static var runsInTask: Bool { true }

    /// Runs it, with its recorder at hand.
    public mutating func performInTask(_ handle: RunHandle) async throws {
        // Nobody else has it while it runs.
        nonisolated(unsafe) var command = self
        defer { unsafe self = command }
        if handle.isOn {
            try await CurrentRun.$recorder.withValue(handle.recorder) { try unsafe await command.run() }
        } else {
            try unsafe await command.run()
        }
    }
}

/// A command that tells the run what it does, in place of `run()`.
public protocol RecordedCommand<Facts>: TelemetryCommand {
    /// What the tool's commands tell of themselves.
    associatedtype Facts: Sendable
    /// Does what the command is for. Where the invocation is not recorded, `run` is `TelemetryRun.off`.
    mutating func run(_ run: TelemetryRun<Facts>) throws
}

/// A command that waits for others while it runs, and tells the run what it does.
public protocol AsyncRecordedCommand<Facts>: TelemetryCommand {
    /// What the tool's commands tell of themselves.
    associatedtype Facts: Sendable
    /// Does what the command is for. Where the invocation is not recorded, `run` is `TelemetryRun.off`.
    mutating func run(_ run: TelemetryRun<Facts>) async throws
}

extension RecordedCommand {
    /// Runs it with the run.
    public mutating func perform(_ handle: RunHandle) throws {
        try run(handle.typed(for: Self.self))
    }
}

extension RecordedCommand where Self: AsyncParsableCommand {
    /// No: `run(_:)`, which counts, does not wait.
    public static var runsInTask: Bool { false }

    /// Runs it with the run.
    public mutating func performInTask(_ handle: RunHandle) async throws {
        try perform(handle)
    }
}

extension AsyncRecordedCommand {
    /// Yes.
    public static var runsInTask: Bool { true }

    /// Runs it with the run.
    public mutating func performInTask(_ handle: RunHandle) async throws {
        try await run(handle.typed(for: Self.self))
    }
}

extension AsyncRecordedCommand where Self: AsyncParsableCommand {
    /// Yes.
    public static var runsInTask: Bool { true }

    /// Runs it with the run.
    public mutating func performInTask(_ handle: RunHandle) async throws {
        try await run(handle.typed(for: Self.self))
    }
}

/// What every command of a tool takes, as far as the `telemetry` commands must know it.
public protocol ToolOptions: ParsableArguments {
    /// The project's folder as the command line names it.
    var projectPath: String? { get }
    /// Whether standard output carries one JSON value.
    var isJSON: Bool { get }
    /// Whether output is plain lines, terminal or not; `false` unless said.
    var isPlain: Bool { get }
}

extension ToolOptions {
    /// A terminal is drawn on as it can be.
    public var isPlain: Bool { false }
}

/// The shared options of a tool that has none of its own.
public struct ProjectOptions: ToolOptions, Sendable {
    /// The project's folder.
    @Option(
        name: [.customShort("p"), .long],
        help: .init("The project's folder; else the nearest one above.", valueName: "dir"), completion: .directory)
    public var projectPath: String?

    /// Whether standard output carries one JSON value.
    @Flag(name: .customLong("json"), help: "One JSON value on standard output.")
    public var isJSON = false

    /// Makes options that say nothing.
    public init() {}
}
#endif
