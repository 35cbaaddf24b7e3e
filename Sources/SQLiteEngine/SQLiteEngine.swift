import CSQLite
import Diagnostics
package import SnapshotModel
package import TelemetryRecording

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// SQLite, through its C library: DDL files applied to a private database in memory, or a database file for reading.
package struct SQLiteEngine: DatabaseEngine {
    /// Makes the engine; nothing is opened.
    package init() {}

    package var name: EngineName { .sqlite }

    package var version: String {
        unsafe sqlite3_libversion().map { unsafe String(cString: $0) } ?? ""
    }

    package func open(
        _ schema: SchemaSource, application: ApplicationFunctions, recorder: Recorder
    ) throws(EngineFailure) -> any EngineSession {
        guard unsafe sqlite3_compileoption_used("ENABLE_COLUMN_METADATA") != 0 else {
            let finding = Finding(
                .engineUnsuitable, "this SQLite library (\(version)) does not tell where columns come from",
                notes: ["it was built without SQLITE_ENABLE_COLUMN_METADATA; Debian's libsqlite3-0 has it"])
            throw EngineFailure(isUnreachable: true, findings: [finding])
        }
        switch schema {
        case .files(let files): return try open(files, application, recorder: recorder)
        case .database(let path, let shown):
            return try open(path, shownAs: shown, application, recorder: recorder)
        }
    }

    private func open(
        _ files: [SourceFile], _ application: ApplicationFunctions, recorder: Recorder
    ) throws(EngineFailure) -> SQLiteSession {
        let connection: Connection
        do {
            connection = try recorder.span("snapshot.connect") { () throws(SQLiteError) in
                try Connection.inMemory(application)
            }
        } catch {
            throw EngineFailure(isUnreachable: true, findings: [Self.finding(error, shownAs: "a database in memory")])
        }
        let findings = recorder.span("snapshot.schema") {
            SchemaLoader.apply(files, to: connection, recorder: recorder)
        }
        if !findings.isEmpty { throw EngineFailure(isUnreachable: false, findings: findings) }
        do {
            let listing = try recorder.span("snapshot.read") { () throws(SQLiteError) in
                try SchemaListing(of: connection, recorder: recorder)
            }
            let image = try connection.serialized()
            connection.restrict(to: .queries)
            let catalogue = Catalogue(listing)
            return SQLiteSession(
                catalogue: catalogue, inference: StatementInference(listing, application: application),
                objects: try SchemaObjectsReader.read(
                    connection, compoundViews: catalogue.compoundViews, application: application,
                    common: SchemaObjectsReader.common(of: files)),
                findings: listing.findings, connection: connection, origin: .image(image), application: application)
        } catch {
            throw EngineFailure(isUnreachable: true, findings: [Self.finding(error, shownAs: "the schema")])
        }
    }

    private func open(
        _ path: String, shownAs shown: String, _ application: ApplicationFunctions, recorder: Recorder
    ) throws(EngineFailure) -> SQLiteSession {
        try Self.check(path, shownAs: shown)
        do {
            let connection = try recorder.span("snapshot.connect") { () throws(SQLiteError) in
                try Connection.readOnly(path, application)
            }
            let listing = try recorder.span("snapshot.read") { () throws(SQLiteError) in
                try SchemaListing(of: connection, recorder: recorder)
            }
            let catalogue = Catalogue(listing)
            let objects = try recorder.span("snapshot.schema") { () throws(SQLiteError) in
                try SchemaObjectsReader.read(
                    connection, compoundViews: catalogue.compoundViews, application: application,
                    common: Fingerprint(of: ""))
            }
            return SQLiteSession(
                catalogue: catalogue, inference: StatementInference(listing, application: application),
                objects: objects, findings: listing.findings, connection: connection, origin: .file(path),
                application: application)
        } catch {
            throw EngineFailure(isUnreachable: true, findings: [Self.finding(error, shownAs: shown)])
        }
    }

    /// A connection to a database file, for reading.
    static func connection(to path: String, shownAs shown: String) throws(EngineFailure) -> Connection {
        try check(path, shownAs: shown)
        do {
            return try Connection.readOnly(path)
        } catch {
            throw EngineFailure(isUnreachable: true, findings: [finding(error, shownAs: shown)])
        }
    }

    /// Whether there is a file to open: SQLite would say less.
    private static func check(_ path: String, shownAs shown: String) throws(EngineFailure) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            let finding = Finding(
                .databaseMissing, "there is no database at \(shown)",
                notes: ["give the path of a file that exists: --database app.db"])
            throw EngineFailure(isUnreachable: true, findings: [finding])
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let finding = Finding(
                .databaseUnreadable, "\(shown) is not a file", notes: ["give the path of a SQLite database"])
            throw EngineFailure(isUnreachable: true, findings: [finding])
        }
    }

    /// What SQLite says of a database that it cannot read.
    static func finding(_ error: SQLiteError, shownAs shown: String) -> Finding {
        var notes: [String] = []
        switch error.code {
        case SQLITE_NOTADB: notes = ["it may be encrypted, or no database at all"]
        case SQLITE_CANTOPEN:
            notes = [
                "the file and its folder must be readable; a database in WAL mode may need its -shm file beside it"
            ]
        case SQLITE_BUSY, SQLITE_LOCKED: notes = ["another program holds it; run again when that is done"]
        default: break
        }
        return Finding(.databaseUnreadable, "SQLite cannot read \(shown): \(error.message)", notes: notes)
    }
}
