#if Tool || TelemetryCommands
internal import LocalTelemetry
internal import TelemetryRecording

/// A run on its way from `main()` to the command, whose facts only the command knows.
///
/// A command is run through requirements of ``TelemetryCommand`` rather than found out by casts: a cast that fails looks at
/// each conformance of the program, which is a quarter of the time that a small tool takes to start.
public struct RunHandle: Sendable {
    private let run: any AnyObject & Sendable
    private let root: Any.Type
    let isOn: Bool
    let recorder: Recorder

    init<Facts>(_ run: TelemetryRun<Facts>, of root: Any.Type) {
        self.run = run
        self.root = root
        isOn = run.isOn
        recorder = run.recorder
    }

    /// The run as the command knows it.
    func typed<Facts>(for command: Any.Type) -> TelemetryRun<Facts> {
        guard let run = run as? TelemetryRun<Facts> else {
            preconditionFailure("\(command) tells \(Facts.self), which are not the facts of \(root)")
        }
        return run
    }
}
#endif
