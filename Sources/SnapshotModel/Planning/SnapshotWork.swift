import Diagnostics
import TelemetryRecording

/// The state of one run of the snapshot.
struct SnapshotWork {
    let run: SnapshotRun
    var report = SnapshotReport()

    private let store: SnapshotStore
    private var index: SnapshotIndex?
    private var cache: SnapshotCache?
    private var notes: QueryNotes?
    private var databaseState: Fingerprint?
    private var session: (any EngineSession)?
    private var schemaFingerprint: Fingerprint?
    private var phase: (name: SnapshotPhase, start: ContinuousClock.Instant)?
    /// What the run's end need not wait for to be freed.
    private var held: [any Sendable] = []

    private var request: SnapshotRequest { run.request }

    init(run: SnapshotRun) {
        self.run = run
        store = SnapshotStore(projectRoot: run.request.projectRoot)
    }

    // MARK: The way of a run

    mutating func execute() throws(SnapshotStop) {
        defer { enter(nil) }
        enter(.plan)
        let plan = try makePlan()
        if isWarm(plan) { return finishWarm() }
        // Where nothing can be relied upon the engine is needed in any case.
        let opening = plan.isTrusted ? nil : BackgroundWork { [run] in open(run) }
        let parsed = try parse(plan)
        // Which queries a changed schema concerns, the database alone can tell.
        let isComparing = request.filter == nil && plan.isTrusted && schemaFingerprint != index?.schema
        if schemaFingerprint == nil || isComparing {
            report.findings += request.filter == nil ? parsed.flatMap(\.findings) : []
            try connect(opening)
            if isWarm(plan) {
                finishWarm()
                return try saveCache(report.objects, trustedNotes())
            }
        }
        enter(.plan)
        var old = OldQueries(store: store, index: index)
        let selection = try SnapshotSelection(
            plan: plan, parsed: parsed, request: request, staleness: staleness(plan), old: &old)
        report.findings += selection.findings
        if session == nil, selection.needsEngine || !plan.hasIntactTables || !plan.isTrusted { try connect(opening) }
        enter(.analyse)
        let described = try describe(selection)
        enter(.write)
        let span = run.recorder.span("snapshot.write")
        let notes = newNotes(selection, described, isTrusted: plan.isTrusted)
        let outcome: SnapshotOutcome
        do {
            outcome = try SnapshotOutcome(
                selection: selection, described: described, tables: session?.tables, index: index, reader: &old,
                engine: run.engine.name, schema: schemaFingerprint, knownObjects: plan.isTrusted ? cache?.counts : nil)
        } catch {
            throw SnapshotStop(failure: .fileSystem, findings: error.findings(below: request.projectRoot))
        }
        held = [plan, parsed, selection, described, outcome]
        account(for: selection, outcome)
        if request.isCheck {
            try check(outcome)
        } else {
            try write(outcome, notes: notes)
        }
        span.end()
    }

    /// Ends the phase that is under way and begins another.
    private mutating func enter(_ next: SnapshotPhase?) {
        let now = ContinuousClock.now
        if let phase {
            if let known = report.phases.firstIndex(where: { $0.phase == phase.name }) {
                report.phases[known].duration += now - phase.start
            } else {
                report.phases.append((phase.name, now - phase.start))
            }
        }
        phase = next.map { ($0, now) }
        if let next { run.onPhase?(next) }
    }

    // MARK: Planning

    private mutating func makePlan() throws(SnapshotStop) -> SnapshotPlan {
        let span = run.recorder.span("snapshot.plan")
        if case .files(let files) = request.schema, files.isEmpty {
            let finding = Finding(
                .schemaMissing, "there is neither a DDL file nor a database to check the queries against",
                notes: ["write the schema's DDL to Schema/, or name a database: --database app.db"])
            throw SnapshotStop(failure: .sources, findings: [finding])
        }
        do {
            let intact: Set<String>
            var trust = SnapshotPlan.Trust.none(.cacheMissing)
            if let loaded = try store.loadIndex() {
                index = loaded.index
                cache = SnapshotCache.load(projectRoot: request.projectRoot)
                intact = try store.intactFiles(of: loaded.index, recorder: run.recorder)
                if let cache { trust = self.trust(in: cache, index: loaded.fingerprint) }
            } else {
                intact = []
            }
            if !request.usesCache { trust = .none(.forced) }
            resolveSchema()
            let sources = request.queryFiles.sorted { $0.path < $1.path }
                .map { (file: $0, fingerprint: request.fingerprint(of: $0)) }
            let plan = SnapshotPlan(
                sources: sources, index: index, intact: intact, trust: trust)
            span.end()
            return plan
        } catch {
            throw SnapshotStop(failure: .fileSystem, findings: error.findings(below: request.projectRoot))
        }
    }

    private func trust(in cache: SnapshotCache, index: Fingerprint) -> SnapshotPlan.Trust {
        if cache.tool != request.toolVersion || cache.engine != engineText { return .none(.toolChanged) }
        guard cache.index == index, QueryNotes.byteCount(projectRoot: request.projectRoot) == cache.noteByteCount else {
            return .none(.cacheMissing)
        }
        return .own
    }

    /// The bytes of the notes, where they are those that the cache vouches for.
    private func trustedNotes() -> [UInt8]? {
        guard let cache, let bytes = QueryNotes.bytes(projectRoot: request.projectRoot),
            Fingerprint(of: bytes) == cache.notes
        else { return nil }
        return bytes
    }

    /// What is remembered of the queries, compared with what is; `nil` where nobody vouches for it.
    private mutating func staleness(_ plan: SnapshotPlan) -> QueryStaleness? {
        guard plan.isTrusted, let notes = trustedNotes().flatMap(QueryNotes.init) else { return nil }
        self.notes = notes
        let isSame = schemaFingerprint == index?.schema
        return QueryStaleness(
            notes: notes, objects: isSame ? nil : session?.objects,
            hasNewSettings: cache?.settings != request.settingsFingerprint)
    }

    private var engineText: String { "\(run.engine.name.rawValue) \(run.engine.version)" }

    /// The schema's fingerprint, where the database need not be asked for it.
    private mutating func resolveSchema() {
        schemaFingerprint = request.sourceFingerprint
        guard case .database(let path, _) = request.schema else { return }
        databaseState = DatabaseFileState.fingerprint(path)
        guard request.usesCache, let state = databaseState, state == cache?.database,
            cache?.settings == request.settingsFingerprint, cache?.functions == request.functionsFingerprint
        else { return }
        schemaFingerprint = index?.schema
    }

    private func isWarm(_ plan: SnapshotPlan) -> Bool {
        guard request.filter == nil, let schemaFingerprint else { return false }
        return plan.isWarm && schemaFingerprint == index?.schema && cache?.settings == request.settingsFingerprint
            && !request.annotatesMissingSchema
    }

    private mutating func finishWarm() {
        report.isWarm = true
        report.objects = cache?.counts ?? ObjectCounts()
        report.counts.reused = report.objects.queries
        report.files.unchanged = (index?.files.count ?? 0) + (index?.tables.count ?? 0) + 1
        run.recorder.add(report.objects.queries, to: "snapshot.planner.considered")
        run.recorder.add(report.objects.queries, to: "snapshot.planner.reused")
        run.recorder.add(report.files.unchanged, to: "snapshot.files.unchanged")
        recordObjects()
    }

    private func recordObjects() {
        guard run.recorder.isOn else { return }
        run.recorder.add(report.objects.queries, to: "snapshot.objects.procedures")
        run.recorder.add(report.objects.parameters, to: "snapshot.objects.parameters")
        run.recorder.add(report.objects.columns, to: "snapshot.objects.columns")
        run.recorder.add(report.objects.tables, to: "snapshot.objects.tables")
    }

    /// All query files cut into queries; every file, since no name may be there twice.
    private mutating func parse(_ plan: SnapshotPlan) throws(SnapshotStop) -> [ParsedQueryFile] {
        let recorder = run.recorder
        return recorder.span("snapshot.read") {
            Parallel.map(plan.steps, minimumPerThread: 16) { step in
                let operation = recorder.operation("snapshot.parseFile")
                let parsed = QueryFileParser.parse(step.source)
                operation.end()
                return parsed
            }
        }
    }

    // MARK: The engine

    private mutating func connect(_ opening: BackgroundWork<Opened>?) throws(SnapshotStop) {
        enter(.connect)
        do {
            let session = try (opening?.result() ?? open(run)).get()
            report.findings += session.findings
            self.session = session
            schemaFingerprint = request.sourceFingerprint ?? request.withTypes(session.fingerprint)
        } catch {
            throw SnapshotStop(failure: error.isUnreachable ? .database : .sources, findings: error.findings)
        }
    }

    private mutating func describe(_ selection: SnapshotSelection) throws(SnapshotStop) -> [DescribedFile] {
        var described: [DescribedFile] = []
        if let session, selection.needsEngine {
            described = run.recorder.span("snapshot.analyse") {
                session.describe(
                    selection.requests(annotations: request.annotations, types: request.types),
                    recorder: run.recorder)
            }
        }
        report.findings += described.flatMap(\.findings)
        if report.findings.contains(where: { $0.severity == .error }) {
            throw SnapshotStop(failure: .sources, findings: [])
        }
        return described
    }

    // MARK: The end

    private mutating func account(for selection: SnapshotSelection, _ outcome: SnapshotOutcome) {
        report.counts.analysed = selection.chosenCount
        report.counts.skipped = selection.skippedCount
        report.counts.reused = outcome.reusedCount
        report.refreshed = selection.refreshed
        report.objects = outcome.objects
        recordObjects()
        guard run.recorder.isOn else { return }
        run.recorder.add(selection.queryCount, to: "snapshot.planner.considered")
        run.recorder.add(outcome.reusedCount, to: "snapshot.planner.reused")
        run.recorder.add(selection.chosenCount, to: "snapshot.planner.refreshed")
        run.recorder.add(selection.removed.count, to: "snapshot.planner.removed")
        run.recorder.add(selection.skippedCount, to: "snapshot.skipped.filtered")
        for query in report.refreshed { run.recorder.add(1, to: query.reason.counter) }
    }

    private mutating func check(_ outcome: SnapshotOutcome) throws(SnapshotStop) {
        let loaded = store.load()
        report.differences = SnapshotDifference.between(loaded.snapshot, outcome.snapshot(over: loaded.snapshot))
        guard report.differences.isEmpty else { return }
        do {
            try SnapshotCache.expectOurs(projectRoot: request.projectRoot)
            let tree = try outcome.write(to: store, recorder: .off, isDryRun: true)
            report.differences = (tree.written + tree.removed).filter { $0 != SnapshotStore.indexName }
                .map { SnapshotDifference(subject: $0, change: "differs", breaksCallers: false) }
            if report.differences.isEmpty, !tree.isUnchanged {
                report.differences = [
                    SnapshotDifference(
                        subject: "the sources", change: "differ in text, not in interface", breaksCallers: false)
                ]
            }
        } catch {
            throw SnapshotStop(failure: .fileSystem, findings: error.findings(below: request.projectRoot))
        }
    }

    private mutating func write(
        _ outcome: SnapshotOutcome, notes: BackgroundWork<[UInt8]>?
    ) throws(SnapshotStop) {
        do {
            try SnapshotCache.expectOurs(projectRoot: request.projectRoot)
            let tree = try outcome.write(to: store, recorder: run.recorder, isDryRun: false)
            report.files = TreeCounts(tree)
            index = outcome.index
        } catch {
            throw SnapshotStop(failure: .fileSystem, findings: error.findings(below: request.projectRoot))
        }
        if let notes { try saveCache(outcome.objects, notes.result()) }
    }

    /// What is to be remembered of the queries, put together while the snapshot's files are; `nil` where nothing is.
    private func newNotes(
        _ selection: SnapshotSelection, _ described: [DescribedFile], isTrusted: Bool
    ) -> BackgroundWork<[UInt8]>? {
        // After a filtered run over what nobody vouches for, nobody vouches for it still.
        guard !request.isCheck, request.filter == nil || isTrusted else { return nil }
        // Without a session nothing was described, and the schema is what it was.
        guard let objects = session?.objects ?? notes?.objects else { return nil }
        let isOfOneSchema = index == nil || schemaFingerprint == index?.schema
        return BackgroundWork(isWorthwhile: selection.queryCount > 500) { [notes] in
            QueryNotes(after: selection, described, objects: objects, old: notes, isOfOneSchema: isOfOneSchema).encoded
        }
    }

    private func saveCache(_ objects: ObjectCounts, _ notes: [UInt8]?) throws(SnapshotStop) {
        guard let index, let notes, !request.isCheck else { return }
        let cache = SnapshotCache(
            tool: request.toolVersion, engine: engineText, index: Fingerprint(of: index.encoded),
            database: databaseState, settings: request.settingsFingerprint,
            functions: request.functionsFingerprint, notes: Fingerprint(of: notes), noteByteCount: notes.count,
            counts: objects)
        do {
            try cache.save(projectRoot: request.projectRoot, notes: notes)
        } catch {
            throw SnapshotStop(failure: .fileSystem, findings: error.findings(below: request.projectRoot))
        }
    }
}

private typealias Opened = Result<any EngineSession, EngineFailure>

private func open(_ run: SnapshotRun) -> Opened {
    Result { () throws(EngineFailure) in
        try run.engine.open(run.request.schema, application: run.request.application, recorder: run.recorder)
    }
}
