internal import Synchronization
internal import TelemetryRecording

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A run that is recorded, from its first document to its last.
///
/// Nothing here throws: what goes wrong is said in one line at the end, and the run goes on as if it were not recorded.
final class ActiveRun<Facts: Sendable>: Sendable {
    private let tool: TelemetryTool<Facts>
    private let settings: RunSettings
    private let clock: RunClock
    let runId: RunIdentifier
    private let command: Term
    private let platform: Platform
    private let publisher: Publisher
    let recorder: Recorder
    private let state: Mutex<State>

    /// How a run ended, and what was known then: the same in all of its documents.
    private struct End {
        let ending: RunEnding
        let duration: Duration
        let recording: Recording?
    }

    private enum Stage {
        case running, ending, ended
    }

    private struct State {
        var stage = Stage.running
        var facts: Facts
        var place: RunPlace
        var key: RunKey?
        var store: DocumentStore?
        /// What recording took before the command began.
        var setup = Duration.zero
        /// The name of the document that was written at the start.
        var startName: String?
        /// Why nothing can be recorded.
        var failure: StoreFailure?
    }

    init(
        _ tool: TelemetryTool<Facts>, _ settings: RunSettings, command: Term, clock: RunClock, place: RunPlace,
        publisher: Publisher = Publisher()
    ) {
        self.tool = tool
        self.settings = settings
        self.command = command
        self.clock = clock
        self.publisher = publisher
        var generator = SystemRandomNumberGenerator()
        runId = RunIdentifier(using: &generator)
        platform = .current()
        recorder = Recorder(clock: clock.monotonic, start: clock.startNanoseconds)
        state = Mutex(State(facts: tool.facts, place: place))
    }

    /// Changes the run's facts.
    func note(_ update: (inout Facts) -> Void) {
        state.withLock { update(&$0.facts) }
    }

    // MARK: The beginning

    /// Writes the document that stands until the run has ended.
    ///
    /// - Parameter start: When recording began, from the start of the run.
    func begin(since start: Duration) {
        state.withLock { state in
            // A signal may have come first.
            guard state.stage == .running else { return }
            defer { state.setup = clock.elapsed - start }
            if case .nowhere = state.place, settings.makesProject { return }
            open(&state)
            guard let key = state.key, state.store != nil || settings.memory != nil else { return }
            let document = tool.documents.command(
                moment(nil, key, state, documents: []), state.facts)
            settings.memory?.keep([document])
            guard let store = state.store else { return }
            do throws(StoreFailure) {
                state.startName = try store.create(document)
                try store.sync()
            } catch {
                state.failure = error
            }
        }
    }

    /// Opens the place where documents are written and gets the key.
    private func open(_ state: inout State) {
        do {
            switch state.place {
            case .nowhere:
                throw StoreFailure(
                    "no \(tool.projectMark) here or above; --telemetry-directory says where to write instead")
            case .preview:
                state.key = settings.keyFile.map(RunKey.named) ?? .thrownAway(because: nil)
            case .memory:
                state.key = settings.memory.map { RunKey(key: $0.key, remark: nil) }
            case .project(let root):
                let store = try DocumentStore(
                    TelemetryFolder.open(TelemetryFolder.documents, of: tool.folder, in: root), publisher)
                state.key = try settings.keyFile.map(RunKey.named) ?? projectKey(root)
                state.store = store
            case .directory(let path, let shown, let root):
                let store = try DocumentStore(TelemetryFolder.open(path: path, shownAs: shown), publisher)
                state.key = settings.keyFile.map(RunKey.named) ?? keyBesideDirectory(root)
                state.store = store
            }
        } catch let error as StoreFailure {
            state.failure = error
        } catch {
            state.failure = StoreFailure("telemetry cannot be set up")
        }
    }

    private func projectKey(_ root: [UInt8]) throws(StoreFailure) -> RunKey {
        try RunKey.ofProject(root, folder: tool.folder, tool: tool.name, publisher)
    }

    /// Documents that lie elsewhere can do without the project's key.
    private func keyBesideDirectory(_ root: [UInt8]?) -> RunKey {
        guard let root else { return .thrownAway(because: "there is no project to have a key") }
        do { return try projectKey(root) } catch { return .thrownAway(because: error.reason) }
    }

    // MARK: The end

    /// Writes the documents of a run that has ended.
    ///
    /// - Returns: What to say on standard error; `nil` where the run has ended already, or is being ended by somebody
    ///   else.
    func end(_ ending: RunEnding) -> String? {
        let isFirst = state.withLock { state in
            guard state.stage == .running else { return false }
            state.stage = .ending
            return true
        }
        guard isFirst else { return nil }
        let end = End(ending: ending, duration: clock.elapsed, recording: recorder.recording())
        let report = state.withLock { state in
            defer { state.stage = .ended }
            if state.store == nil, state.failure == nil, settings.makesProject { reopen(&state) }
            if case .preview = state.place { return RunReport.preview(documents(end, state)) }
            if let memory = settings.memory {
                memory.keep(documents(end, state))
                return ""
            }
            return write(end, &state)
        }
        return report
    }

    /// Looks again for the project, which the run itself may have made.
    private func reopen(_ state: inout State) {
        let place = try? RunPlace.find(settings, folder: tool.folder, projectFile: tool.projectFile)
        if let place { state.place = place }
        open(&state)
    }

    private func write(_ end: End, _ state: inout State) -> String {
        guard let store = state.store, let key = state.key, state.failure == nil else {
            return RunReport.nothing(state.failure?.reason ?? "it ended before it could begin")
        }
        var report = RunReport(runId: runId, tool: tool.name, place: state.place, projectPath: settings.projectPath)
        report.remark = key.remark
        func attempt(_ kind: String, _ body: () throws(StoreFailure) -> Void) -> Bool {
            do {
                try body()
                report.written.append(kind)
                return true
            } catch {
                report.fail(kind, error)
                return false
            }
        }
        for document in tool.documents.others(
            moment(end, key, state, documents: []), state.facts)
        {
            _ = attempt(document.kind) { () throws(StoreFailure) in _ = try store.create(document) }
        }
        let document = tool.documents.command(
            moment(end, key, state, documents: report.written), state.facts)
        _ = attempt(document.kind) { () throws(StoreFailure) in
            if let name = state.startName {
                try store.replace(name, with: document)
            } else {
                _ = try store.create(document)
            }
        }
        do { try store.sync() } catch { report.fail("the folder", error) }
        return report.text
    }

    /// All documents of the run, none of which is written.
    private func documents(_ end: End, _ state: State) -> [EncodedDocument] {
        guard let key = state.key else { return [] }
        let others = tool.documents.others(
            moment(end, key, state, documents: []), state.facts)
        let command = tool.documents.command(
            moment(end, key, state, documents: others.map(\.kind)), state.facts)
        return [command] + others
    }

    private func moment(
        _ end: End?, _ key: RunKey, _ state: State, documents: [String]
    ) -> RunMoment {
        RunMoment(
            runId: runId, start: clock.start, command: command, platform: platform,
            outcome: end?.ending.outcome(checkFailedCode: tool.checkFailedCode) ?? .unfinished,
            exitCode: end?.ending.exitCode, signal: end?.ending.signal, duration: end?.duration,
            setup: end == nil ? nil : state.setup, recording: end?.recording, hasher: key.hasher,
            projectRoot: state.place.project, documents: documents, directory: state.store?.descriptor)
    }
}
