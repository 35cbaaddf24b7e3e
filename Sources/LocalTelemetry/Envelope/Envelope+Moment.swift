package import TelemetryRecording

extension Envelope {
    /// The envelope of a run as it is known at one moment.
    ///
    /// - Parameters:
    ///   - moment: What is known.
    ///   - error: What the run failed with; asked for only where it failed.
    ///   - unread: How much of what was recorded the tool's documents have no place for.
    package init(_ moment: RunMoment, error: @autoclosure () -> RunError?, unread: (Recording) -> Int) {
        var counts = EncodingCounts()
        if let recording = moment.recording {
            counts.droppedSpans = recording.droppedSpans
            counts.droppedAttributes =
                recording.droppedOperations + recording.droppedCounts + recording.droppedItems
                + recording.droppedObservations + unread(recording)
        }
        let hasFailed = moment.outcome == .failure || moment.outcome == .checkFailed
        self.init(
            runId: moment.runId, timestamp: moment.start, command: moment.command, platform: moment.platform,
            outcome: moment.outcome, exitCode: moment.exitCode, signal: moment.signal, duration: moment.duration,
            recording: moment.setup, error: hasFailed ? error() : nil, counts: counts)
    }
}
