#if Tool || TelemetryCommands
internal import ArgumentParser
internal import LocalTelemetry
internal import TelemetryReport

/// A point in time on the command line.
enum TimeArgument {
    /// Reads a date, a time or an age.
    ///
    /// - Throws: Wrong usage, naming what can be given.
    static func parse(_ text: String, of option: String) throws -> Timestamp {
        guard let time = SinceArgument.parse(text, now: RunClock.now().start) else {
            throw ValidationError(
                "\(option) takes a date (2026-11-24), a time (2026-11-24T10:00:00Z) or an age (30m, 12h, 7d, 4w), not '\(Escaping.visible(text))'."
            )
        }
        return time
    }
}
#endif
