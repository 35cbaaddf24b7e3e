import Diagnostics
import SnapshotModel
package import TelemetryRecording

/// One build: reads the snapshot, makes the Swift code of it, and brings the output folder to that state.
///
/// It throws nothing and prints nothing: what there is to say stands in the report.
package struct BuildRun: Sendable {
    let request: BuildRequest
    let recorder: Recorder

    /// Makes a run.
    package init(_ request: BuildRequest, recorder: Recorder = .off) {
        self.request = request
        self.recorder = recorder
    }

    /// Runs it.
    package func run() -> BuildReport {
        var report = BuildReport()
        do {
            try run(&report)
        } catch {
            report.findings += error.findings(below: request.projectRoot)
            report.failure = .fileSystem
        }
        return report
    }

    private func run(_ report: inout BuildReport) throws(TreeError) {
        let store = SnapshotStore(projectRoot: request.projectRoot)
        let folder = OutputFolder(path: request.output)

        let loading = recorder.span("build.load")
        let cache = request.canBeWarm ? BuildCache.load(projectRoot: request.projectRoot) : nil
        var state = cache.flatMap { _ in BuildCache.state(of: request, in: store.root) }
        if let cache, cache.state == state, !recorder.isOn {
            loading.end()
            finishWarm(cache, &report)
            return
        }
        let manifest = folder.bytes(of: Manifest.fileName).flatMap(Manifest.init)
        if let manifest, let cache, cache.state == state {
            loading.end()
            recorder.span("build.plan") { finishWarm(manifest, &report) }
            return
        }
        // What changes while it is being read must not go unnoticed the next time: so the look from outside comes first.
        if cache == nil, manifest != nil, request.canBeWarm { state = BuildCache.state(of: request, in: store.root) }
        let index = try store.loadIndex()
        let inputs = index.map { Self.inputs(of: $0.index) } ?? []
        if let manifest, let index, try isWarm(manifest, inputs, index.index, store, folder) {
            loading.end()
            recorder.span("build.plan") { finishWarm(manifest, &report) }
            if let state, !request.isCheck {
                BuildCache(state: state, queryCount: report.counts.reused, fileCount: report.files.unchanged)
                    .save(projectRoot: request.projectRoot)
            }
            return
        }
        let loaded = store.load(recorder: recorder)
        loading.end()
        guard let snapshot = loaded.snapshot else {
            report.findings = loaded.findings
            report.failure = .snapshot
            return
        }
        let planning = recorder.span("build.plan")
        let plan = GenerationPlan(snapshot, request.configuration)
        planning.end()
        report.findings = plan.findings
        guard !plan.findings.contains(where: { $0.severity == .error }) else {
            report.failure = .queries
            return
        }
        if let filter = request.filter, !Self.matchesAny(filter, snapshot, &report) { return }

        let rendering = recorder.span("build.render")
        let previous = Previous(manifest: manifest, folder: folder, configuration: request.configuration.fingerprint)
        var output = RenderedOutput(plan, previous, recorder: recorder)
        if let filter = request.filter { output.keepAllBut(filter, plan, previous) }
        let changes = OutputChanges(
            output, previous, isForced: request.isForced, isSelection: request.filter != nil,
            describes: request.isCheck)
        rendering.end()

        let isComplete = request.filter == nil || manifest?.inputs == inputs
        try recorder.span("build.write") { () throws(TreeError) in
            try write(output, changes, isComplete ? inputs : [], &report)
        }
        changes.describe(in: &report)
        if let filter = request.filter {
            report.counts.skipped = snapshot.files.reduce(0) { count, file in
                count + file.queries.count { !filter.matches(schema: file.schema, name: $0.name) }
            }
        }
        report.isWarm = report.counts.refreshed == 0 && report.files.written == 0 && report.files.removed == 0
        record(output, report, changes)
    }

    // MARK: Nothing to do

    private static func inputs(of index: SnapshotIndex) -> [Manifest.Input] {
        (index.files + index.tables).map { Manifest.Input(path: $0.file, fingerprint: $0.contents) }
            .sorted { $0.path < $1.path }
    }

    /// Whether everything is as the last build left it, every byte of snapshot and output.
    private func isWarm(
        _ manifest: Manifest, _ inputs: [Manifest.Input], _ index: SnapshotIndex, _ store: SnapshotStore,
        _ folder: OutputFolder
    ) throws(TreeError) -> Bool {
        guard request.canBeWarm, manifest.format == GeneratedFormat.version,
            manifest.configuration == request.configuration.fingerprint, manifest.inputs == inputs
        else { return false }
        let intact = Parallel.map(manifest.outputs, minimumPerThread: 8) { output in
            folder.bytes(of: output.path).map {
                $0.count == output.byteCount && Fingerprint(of: $0) == output.fingerprint
            } ?? false
        }
        guard intact.allSatisfy(\.self) else { return false }
        let known = Set(manifest.outputs.map(\.path)).union([Manifest.fileName])
        guard folder.strangers(beside: known) == [] else { return false }
        return try store.intactFiles(of: index, recorder: recorder).count == inputs.count
    }

    private func finishWarm(_ cache: BuildCache, _ report: inout BuildReport) {
        report.isWarm = true
        report.counts.reused = cache.queryCount
        report.files.unchanged = cache.fileCount
    }

    private func finishWarm(_ manifest: Manifest, _ report: inout BuildReport) {
        report.isWarm = true
        report.counts.reused = manifest.outputs.reduce(0) { $0 + $1.queryCount }
        report.files.unchanged = manifest.outputs.count + 1
        guard recorder.isOn else { return }
        recorder.add(report.files.unchanged, to: "build.files.unchanged")
        BuildCounters.planner(report, recorder)
        BuildCounters.manifest(byteCount: manifest.bytes.count, isWritten: false, recorder)
        for output in manifest.outputs {
            let category = output.category.counters
            recorder.add(1, to: category.files)
            recorder.add(1, to: category.unchanged)
            recorder.add(output.byteCount, to: category.bytes)
            recorder.item("build.largest", size: output.byteCount, Subject(name: output.path, category: category.name))
        }
    }

    // MARK: Something to do

    private static func matchesAny(_ filter: ProcedureFilter, _ snapshot: Snapshot, _ report: inout BuildReport) -> Bool
    {
        let names = snapshot.files.flatMap { file in file.queries.map { (schema: file.schema, name: $0.name) } }
        if names.contains(where: { filter.matches(schema: $0.schema, name: $0.name) }) { return true }
        let near = filter.nearNames(among: names)
        report.findings.append(
            Finding(
                .filterNoMatch, "no query of the snapshot matches \"\(filter.texts.joined(separator: ","))\"",
                notes: near.isEmpty ? [] : ["did you mean \(near.joined(separator: ", "))?"]))
        report.failure = .noMatch
        return false
    }

    private func write(
        _ output: RenderedOutput, _ changes: OutputChanges, _ inputs: [Manifest.Input], _ report: inout BuildReport
    ) throws(TreeError) {
        let manifest = Manifest(
            configuration: request.configuration.fingerprint, inputs: inputs,
            outputs: output.files.map { file in
                Manifest.Output(
                    path: file.path, fingerprint: file.fingerprint, byteCount: file.bytes.count,
                    queryCount: file.queryCount, category: file.category)
            })
        let writer = TreeWriter(root: request.output, recorder: recorder, names: .build, isOurs: GeneratedFormat.isOurs)
        let tree = try writer.write(
            files: output.files.filter { changes.changed.contains($0.path) }
                .map { TreeFile(path: $0.path, bytes: $0.bytes, category: $0.category.counters.name) },
            kept: Set(output.files.lazy.map(\.path)).subtracting(changes.changed),
            last: TreeFile(path: Manifest.fileName, bytes: manifest.bytes, category: "support"),
            removal: request.filter == nil ? .unlistedAtTop : .nothing, isDryRun: request.isCheck)
        report.files = TreeCounts(tree)
        BuildCounters.manifest(
            byteCount: manifest.bytes.count, isWritten: tree.written.contains(Manifest.fileName), recorder)
    }

    private func record(_ output: RenderedOutput, _ report: BuildReport, _ changes: OutputChanges) {
        guard recorder.isOn else { return }
        BuildCounters.planner(report, recorder)
        for file in output.files {
            let category = file.category.counters
            recorder.add(1, to: category.files)
            recorder.add(file.bytes.count, to: category.bytes)
            recorder.add(file.microseconds, to: category.microseconds)
            recorder.add(1, to: changes.changed.contains(file.path) ? category.written : category.unchanged)
            recorder.item("build.largest", size: file.bytes.count, Subject(name: file.path, category: category.name))
        }
        for removed in changes.removed { recorder.add(1, to: removed.category.counters.removed) }
    }
}
