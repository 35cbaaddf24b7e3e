#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
public import TelemetryRecording

/// One invocation of a tool, recorded or not.
///
/// A run that is not recorded is nothing: each call on it is a branch, and no file, folder or key is looked at.
///
/// ```swift
/// let run = try TelemetryRun.begin(tool, settings, command: command, clock: .now())
/// run.recorder.span("read") { … }
/// run.note { $0.isVerbose = true }
/// let line = run.end(exitCode: 0)
/// ```
public final class TelemetryRun<Facts: Sendable>: Sendable {
    private let active: ActiveRun<Facts>?
    private let watch: SignalWatch?

    /// Where the run's work is reported.
    public let recorder: Recorder

    private init(_ active: ActiveRun<Facts>?, watch: SignalWatch?) {
        self.active = active
        self.watch = watch
        recorder = active?.recorder ?? .off
    }

    /// A run that is not recorded.
    public static var off: TelemetryRun { TelemetryRun(nil, watch: nil) }

    /// Whether the run is recorded.
    public var isOn: Bool { active != nil }

    /// What ties the run's documents together; `nil` where it is not recorded.
    public var runId: RunIdentifier? { active?.runId }

    /// Begins a run that is recorded: writes the document that says so, and watches for signals that would end it.
    ///
    /// Whatever stands in the way of writing is said at the end, in what ``end(exitCode:)`` returns.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - settings: What the command line says.
    ///   - command: What runs, of the tool's vocabulary.
    ///   - clock: When it began.
    /// - Returns: The run, which must be ended.
    /// - Throws: Where the settings contradict each other: wrong usage, nothing has begun.
    public static func begin(
        _ tool: TelemetryTool<Facts>, _ settings: RunSettings, command: Term, clock: RunClock
    ) throws(RunRefusal) -> TelemetryRun {
        #if Telemetry
        let start = clock.elapsed
        let place = try RunPlace.find(settings, folder: tool.folder, projectFile: tool.projectFile)
        let active = ActiveRun(
            tool, settings, command: command, clock: clock, place: place,
            publisher: Publisher(abilities: settings.abilities))
        // Watching comes first: a signal at any later moment finds somebody who records it.
        let watch =
            settings.watchesSignals
            ? SignalWatch.start { signal in
                guard let text = active.end(.signal(signal)) else { return false }
                StandardError.write(text)
                return true
            } : nil
        active.begin(since: start)
        return TelemetryRun(active, watch: watch)
        #else
        return .off
        #endif
    }

    /// Tells what the tool knows of this run; not called where the run is not recorded.
    ///
    /// `update` must not call the run.
    public func note(_ update: (inout Facts) -> Void) {
        active?.note(update)
    }

    /// Ends the run: writes its documents.
    ///
    /// Where a signal is ending the process at this moment, the call does not return.
    ///
    /// - Returns: The lines to write to standard error after everything else, each ended; `nil` where the run is not
    ///   recorded.
    public func end(exitCode: Int) -> String? {
        guard let active else { return nil }
        // A signal that came first must win: without telemetry it would have ended the process already.
        while watch != nil, SignalWatch.hasSeenSignal { pause() }
        guard let text = active.end(.exit(exitCode)) else {
            // Somebody else ends it; if that is a signal, this is where the process waits for it.
            while watch != nil, SignalWatch.hasSeenSignal { pause() }
            return nil
        }
        watch?.stop()
        return text
    }
}
