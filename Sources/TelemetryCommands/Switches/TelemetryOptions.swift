#if Tool || TelemetryCommands
public import ArgumentParser
internal import LocalTelemetry
public import TelemetryRecording

/// The switches that record an invocation: an option group for the root and for every command of a tool.
///
/// ```swift
/// @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions
/// ```
/// A command that is declared so needs nothing more: its invocations can be recorded, and ``recorder`` takes what it has to
/// tell of its work. One that tells facts of its own is a ``RecordedCommand`` besides.
///
/// Nothing else turns recording on or off: no environment variable, no configuration, no earlier run.
public struct TelemetryOptions: ParsableArguments, Sendable {
    #if Telemetry
    /// Whether this invocation is recorded.
    @Flag(name: .customLong("telemetry"), help: "Record this invocation in a local file. Nothing is ever sent.")
    public var isOn = false

    /// Whether the documents are shown instead of written.
    @Flag(name: .customLong("telemetry-preview"), help: "With --telemetry: show what would be recorded, write nothing.")
    public var isPreview = false

    /// Where to write, in place of the project's folder.
    @Option(
        name: .customLong("telemetry-directory"),
        help: .init("With --telemetry: write there instead of into the project.", valueName: "dir"),
        completion: .directory)
    public var directory: String?

    /// The key file to use, in place of the project's.
    @Option(
        name: .customLong("telemetry-key"),
        help: .init("With --telemetry: make pseudonyms with this key (32 bytes).", valueName: "file"),
        completion: .file())
    public var keyFile: String?
    #else
    /// Whether this invocation is recorded: never in a build without the trait `Telemetry`.
    public var isOn: Bool { false }
    /// Whether the documents are shown instead of written: never.
    public var isPreview: Bool { false }
    /// Where to write: nowhere.
    public var directory: String? { nil }
    /// The key file to use: none.
    public var keyFile: String? { nil }
    #endif

    /// Where a command reports its work while it runs: spans, counters, distributions. Records nothing where the
    /// invocation is not recorded.
    ///
    /// Known to the command and the tasks that it makes; hand the value on to threads of your own. A look-up of some tens
    /// of nanoseconds: take it once.
    public var recorder: Recorder { CurrentRun.recorder }

    /// Makes options that record nothing.
    public init() {}

    /// Refuses switches that mean nothing as they are given.
    public func validate() throws {
        if !isOn {
            if isPreview { throw ValidationError("--telemetry-preview needs --telemetry.") }
            if directory != nil { throw ValidationError("--telemetry-directory needs --telemetry.") }
        }
        if isPreview {
            if keyFile != nil {
                throw ValidationError("--telemetry-preview makes a key for this run alone: leave out --telemetry-key.")
            }
            if directory != nil {
                throw ValidationError("--telemetry-preview writes nothing: leave out --telemetry-directory.")
            }
        }
    }

    /// What they say to a run.
    func settings(projectPath: String?, makesProject: Bool) -> RunSettings {
        var settings = RunSettings()
        settings.isPreview = isPreview
        settings.directory = directory
        settings.keyFile = keyFile
        settings.projectPath = projectPath
        settings.makesProject = makesProject
        return settings
    }
}
#endif
