import LocalTelemetry

/// Says how a run ended, and when it began.
struct OutcomeText {
    let style: TextStyle

    /// One clause: "success in 184 ms", "failure, exit code 1, after 1.2 s".
    func verdict(_ document: TelemetryDocument) -> String {
        let duration = document.durationMs.map(Figures.duration)
        let code = document.values["exitCode"]?.integer
        switch document.outcome.value {
        case .unfinished: return style.accent(.yellow, "unfinished, or still running")
        case .success: return style.accent(.green, "success") + (duration.map { " in \($0)" } ?? "")
        case .interrupted:
            let signal = document.values["signal"]?.text
            return style.accent(.yellow, "interrupted" + (signal.map { " by \($0)" } ?? ""))
                + (duration.map { " after \($0)" } ?? "")
        case .checkFailed, .failure, nil:
            let word = document.outcome.value == .checkFailed ? "check failed" : document.outcome.value?.rawValue
            return style.accent(.red, word ?? "ended in a way this version does not know")
                + (code.map { ", exit code \($0)" } ?? "") + (duration.map { ", after \($0)" } ?? "")
        }
    }

    /// The outcome in a word or two, for lists.
    func word(_ outcome: Closed<Outcome>) -> String {
        switch outcome.value {
        case .unfinished: "unfinished"
        case .success: "success"
        case .checkFailed: "check failed"
        case .failure: "failure"
        case .interrupted: "interrupted"
        case nil: "other"
        }
    }

    /// When a run began, in UTC; of a bundle what that tells: `minute 135`, `day 3`.
    static func start(_ document: TelemetryDocument) -> String {
        guard let bundled = document.bundled else { return String(time(document.timestamp).dropLast(4)) }
        return (bundled.level == .standard ? "minute " : "day ") + Figures.count(bundled.elapsed)
    }

    /// `2026-03-02 08:15:42 UTC`.
    static func time(_ time: Timestamp) -> String {
        let text = time.text
        return text.prefix(10) + " " + text.dropFirst(11).prefix(8) + " UTC"
    }
}
