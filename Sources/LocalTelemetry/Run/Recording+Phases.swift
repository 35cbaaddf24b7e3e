package import TelemetryRecording

extension Recording {
    /// The finished spans that are phases, each name once: from its first beginning, all its time together.
    ///
    /// - Parameters:
    ///   - prefix: What the names of phases begin with; where that is nothing, the spans that lie in no other are phases.
    ///   - names: The phases there are; another becomes `other`.
    /// - Returns: The phases in the order of their beginning.
    package func phases(prefix: String = "", names: Vocabulary) -> [Phase] {
        var phases: [Phase] = []
        for span in spans where span.isPhase(prefix) {
            guard let duration = span.durationNanoseconds else { continue }
            let name = names.term(named: String(span.name.dropFirst(prefix.count)))
            if let place = phases.firstIndex(where: { $0.name == name }) {
                phases[place].duration += .nanoseconds(duration)
            } else {
                phases.append(
                    Phase(name: name, start: .nanoseconds(span.startNanoseconds), duration: .nanoseconds(duration)))
            }
        }
        return phases
    }

    /// Where a run stopped: the phase that is still open, else the one that began last.
    package func lastPhase(prefix: String = "", names: Vocabulary) -> Term? {
        let open = spans.last { $0.durationNanoseconds == nil && $0.isPhase(prefix) }
        let last = open ?? spans.last { $0.isPhase(prefix) }
        return last.map { names.term(named: String($0.name.dropFirst(prefix.count))) }
    }
}

extension Recording.Span {
    fileprivate func isPhase(_ prefix: String) -> Bool {
        prefix.isEmpty ? parent == nil : name.hasPrefix(prefix)
    }
}
