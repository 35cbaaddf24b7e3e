import Diagnostics
import SnapshotModel
import Synchronization
import TelemetryRecording

/// A schema that queries are checked against, on as many connections as there are workers.
final class SQLiteSession: EngineSession {
    /// Where further connections come from.
    enum Origin: Sendable {
        /// A serialised database.
        case image([UInt8])
        /// A file.
        case file(String)
    }

    /// A second connection costs a millisecond or two: it must be worth it.
    private static let queriesPerWorker = 200

    let objects: SchemaObjects
    let findings: [Finding]
    private let catalogue: Catalogue
    private let inference: StatementInference
    private let origin: Origin
    private let application: ApplicationFunctions
    private let idle: Mutex<[Connection]>

    /// Makes a session of a first connection.
    init(
        catalogue: Catalogue, inference: StatementInference, objects: SchemaObjects, findings: [Finding],
        connection: Connection, origin: Origin, application: ApplicationFunctions
    ) {
        self.catalogue = catalogue
        self.inference = inference
        self.objects = objects
        self.findings = findings
        self.origin = origin
        self.application = application
        idle = Mutex([connection])
    }

    var tables: [Table] { catalogue.tables }
    var fingerprint: Fingerprint { objects.fingerprint }

    func describe(_ files: [DescriptionRequest], recorder: Recorder) -> [DescribedFile] {
        let queryCount = files.reduce(0) { $0 + $1.queries.count }
        let threads = min(
            files.count, Parallel.threadCount(for: queryCount, minimumPerThread: Self.queriesPerWorker))
        let next = Atomic<Int>(0)
        let described = Mutex<[DescribedFile?]>(Array(repeating: nil, count: files.count))
        Parallel.run(threads: max(1, threads)) { _ in
            // Where no further connection can be had, those that there are do all.
            guard let connection = self.connection() else { return }
            let describer = FileDescriber(
                connection: connection, catalogue: self.catalogue, inference: self.inference, recorder: recorder)
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < files.count else { break }
                let file = describer.describe(files[index])
                described.withLock { $0[index] = file }
            }
            self.idle.withLock { $0.append(connection) }
        }
        return described.withLock { $0.map { $0 ?? DescribedFile() } }
    }

    /// A connection that nobody else uses.
    private func connection() -> Connection? {
        if let connection = idle.withLock({ $0.popLast() }) { return connection }
        switch origin {
        case .image(let image): return try? Connection.copy(of: image, application)
        case .file(let path): return try? Connection.readOnly(path, application)
        }
    }
}
