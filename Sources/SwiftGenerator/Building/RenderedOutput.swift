import SnapshotModel
import TelemetryRecording

/// What a build found in the output folder.
struct Previous: Sendable {
    /// The record of the last build; `nil` where there is none that can be read.
    let manifest: Manifest?
    let folder: OutputFolder
    /// Of this build.
    let configuration: Fingerprint
    private let outputs: [String: Manifest.Output]

    init(manifest: Manifest?, folder: OutputFolder, configuration: Fingerprint) {
        self.manifest = manifest
        self.folder = folder
        self.configuration = configuration
        outputs = Dictionary((manifest?.outputs ?? []).map { ($0.path, $0) }) { first, _ in first }
    }

    /// What the record says of a file.
    func recorded(_ path: String) -> Manifest.Output? { outputs[path] }

    /// Files of ours that are there, beside the given.
    func otherFiles(than paths: Set<String>) -> [String] {
        // Where the folder cannot be listed, the writer says so when it comes to removing them.
        folder.strangers(beside: paths.union([Manifest.fileName])) ?? []
    }
}

/// The files that the output folder is to hold.
struct RenderedOutput: Sendable {
    /// A file, and what stood in its place.
    struct File: Sendable {
        var path: String
        var category: GeneratedFile.Category
        var bytes: [UInt8] { didSet { fingerprint = Fingerprint(of: bytes) } }
        /// Of the bytes.
        private(set) var fingerprint: Fingerprint
        /// `nil` where there was none.
        var previous: [UInt8]?
        var queryCount: Int
        var microseconds: Int

        init(
            path: String, category: GeneratedFile.Category, bytes: [UInt8], previous: [UInt8]?, queryCount: Int,
            microseconds: Int
        ) {
            self.path = path
            self.category = category
            self.bytes = bytes
            self.previous = previous
            self.queryCount = queryCount
            self.microseconds = microseconds
            fingerprint = Fingerprint(of: bytes)
        }
    }

    /// In the order of their paths.
    private(set) var files: [File]
    /// The queries of each file, as `Namespace.function`; `nil` where files were put together of old and new code.
    private(set) var queries: [String: [String]]?

    /// Renders all, each file on whatever thread is free, and reads what is there now.
    init(_ plan: GenerationPlan, _ previous: Previous, recorder: Recorder) {
        let clock = ContinuousClock()
        files = Parallel.map(Array(plan.items.indices), minimumPerThread: 2) { item in
            let operation = recorder.operation("build.renderFile")
            let start = clock.now
            let file = plan.render(item)
            let duration = clock.now - start
            operation.end(Subject(name: file.path, category: file.category.counters.name))
            return File(
                path: file.path, category: file.category, bytes: file.bytes,
                previous: previous.folder.bytes(of: file.path),
                queryCount: plan.queryCount(item), microseconds: Int(duration / .microseconds(1)))
        }.sorted { $0.path < $1.path }
        queries = plan.functionsByPath()
    }

    /// Takes back what a filter does not select: other queries keep the code that they have, or have none.
    mutating func keepAllBut(_ filter: ProcedureFilter, _ plan: GenerationPlan, _ previous: Previous) {
        queries = nil
        files = SelectionMerge(filter: filter, plan: plan, previous: previous).merge(files).sorted { $0.path < $1.path }
    }
}
