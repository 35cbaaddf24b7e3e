import Diagnostics
package import LocalTelemetry
import TelemetryRecording

extension XtraqCatalogue {
    /// How documents are made from what is known of a run: recorded spans, operations and counters, and the tool's facts.
    package var documents: RunDocuments<XtraqFacts> {
        // Every run writes this kind twice.
        let command = command
        return RunDocuments(
            command: { moment, facts in
                tool.encode(
                    commandBody(moment, facts), as: command, envelope: envelope(moment, facts),
                    extras: switches(moment, facts))
            },
            others: { moment, facts in others(moment, facts) })
    }

    private func others(_ moment: RunMoment, _ facts: XtraqFacts) -> [EncodedDocument] {
        guard let recording = moment.recording else { return [] }
        let names = Pseudonymizer { moment.hasher.pseudonym($0, of: $1) }
        let snapshotBody = SnapshotBody(recording, engine: facts.engine, names: names)
        let buildBody = BuildBody(recording, names: names)
        let summaryBody = SummaryBody(
            snapshot: snapshotBody, build: buildBody,
            total: moment.duration ?? .nanoseconds(recording.elapsedNanoseconds))
        let (envelope, extras) = (envelope(moment, facts), switches(moment, facts))
        return [
            snapshotBody.map { tool.encode($0, as: snapshot, envelope: envelope, extras: extras) },
            buildBody.map { tool.encode($0, as: build, envelope: envelope, extras: extras) },
            summaryBody.map { tool.encode($0, as: summary, envelope: envelope, extras: extras) },
        ].compactMap(\.self)
    }

    private func envelope(_ moment: RunMoment, _ facts: XtraqFacts) -> Envelope {
        Envelope(moment, error: error(moment, facts), unread: RecordedNames.unknown(in:))
    }

    private func error(_ moment: RunMoment, _ facts: XtraqFacts) -> RunError? {
        guard let code = facts.error else { return nil }
        return RunError(
            code: tool.vocabularies.codes.term(code),
            phase: moment.recording?.lastPhase(prefix: "run.", names: tool.vocabularies.phases),
            sqlState: facts.sqlState.flatMap { tool.vocabularies.sqlStates?.term(named: $0) })
    }

    private func switches(_ moment: RunMoment, _ facts: XtraqFacts) -> Switches {
        var switches = facts.switches
        switches.projectRoot = moment.projectRoot.map { moment.hasher.pseudonym(.path, of: $0) }
        switches.procedureFilter = moment.hasher.pseudonym(ofFilter: facts.filter)
        return switches
    }

    private func commandBody(_ moment: RunMoment, _ facts: XtraqFacts) -> CommandBody<XtraqCommand> {
        let vocabularies = tool.vocabularies
        let isEnd = moment.outcome != .unfinished
        let diagnostics = facts.diagnostics.sorted {
            ($0.key.code.rawValue, $0.key.severity.rawValue) < ($1.key.code.rawValue, $1.key.severity.rawValue)
        }
        return CommandBody(
            phases: moment.recording?.phases(prefix: "run.", names: vocabularies.phases) ?? [],
            resources: isEnd ? .current(directory: moment.directory) : nil,
            documents: moment.documents.map { vocabularies.kinds.term(named: $0) },
            diagnostics: diagnostics.map { diagnostic, count in
                DiagnosticCount(
                    code: vocabularies.codes.term(diagnostic.code), severity: DiagnosticSeverity(diagnostic.severity),
                    count: count)
            },
            given: XtraqCommand(given: facts.given))
    }
}

extension DiagnosticSeverity {
    fileprivate init(_ severity: Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .note: self = .note
        }
    }
}
