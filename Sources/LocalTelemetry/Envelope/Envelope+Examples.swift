extension Envelope {
    /// Runs that together have every field: one that succeeded, one that failed, one that was interrupted.
    static func examples(
        _ vocabularies: ToolVocabularies, command: StaticString?, duration: Duration
    ) -> [Envelope] {
        let command = command.map { "\($0)" } ?? vocabularies.commands.texts.first ?? ""
        let success = Envelope(
            runId: RunIdentifier(high: 0x3F9A_1C2E_7B64_D058, low: 0x91E3_0A5C_F28D_4B17),
            // 2026-03-02T08:15:42.307Z
            timestamp: Timestamp(millisecondsSince1970: 1_772_439_342_307),
            command: vocabularies.commands.term(named: command),
            platform: Platform(
                runtimeIdentifier: Closed(.linuxX64), operatingSystem: Closed(.debian),
                operatingSystemVersion: Version(12)),
            outcome: .success, exitCode: 0, duration: duration, recording: .microseconds(1_290))
        var failure = success
        failure.outcome = .failure
        failure.exitCode = 1
        failure.error = RunError(
            code: vocabularies.codes.texts.first.map(vocabularies.codes.term(named:)) ?? .other,
            phase: vocabularies.phases.texts.first.map(vocabularies.phases.term(named:)),
            sqlState: vocabularies.sqlStates.flatMap { states in states.texts.first.map(states.term(named:)) })
        var interrupted = success
        interrupted.outcome = .interrupted
        interrupted.exitCode = 130
        interrupted.signal = .interrupt
        return [success, failure, interrupted]
    }
}
