import Testing

@testable import LocalTelemetryTesting

/// What the suite for kills reads of a trace.
@Suite struct TraceTests {
    /// strace pads the number of a process to five characters.
    @Test(arguments: ["7  ", "7720  ", "16361 ", "4194303 "])
    func isReadWhateverTheProcessIsCalled(thread: String) {
        let trace = """
            \(thread)openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = 3
            \(thread)openat(6, ".tool", O_RDONLY) = 7
            \(thread)write(2, "telemetry: ", 11) = 11
            \(thread)close(7) = 0
            \(thread)+++ exited with 0 +++
            """
        let calls = TracedRun.calls(in: trace, folder: ".tool").map(\.description)
        #expect(calls == ["openat 2", "close 1"])
    }
}
