#if Tool || TelemetryCommands
internal import TelemetryRecording

/// The recorder of the invocation that runs here, for commands that are not handed one.
enum CurrentRun {
    /// Set for the run of a command, and seen by the tasks that it makes.
    @TaskLocal static var recorder = Recorder.off
}
#endif
