import CSQLite
import Diagnostics
import SnapshotModel
import TelemetryRecording

/// Applies DDL files to a private database.
enum SchemaLoader {
    /// Some ten seconds of work for one file: a statement that does not end ends there.
    static let instructionLimit = 2_000_000_000

    /// Applies the files in their order; what SQLite refuses is returned, one finding for each file at most.
    static func apply(
        _ files: [SourceFile], to connection: Connection, recorder: Recorder, limit: Int = instructionLimit
    ) -> [Finding] {
        var findings: [Finding] = []
        for file in files {
            if let finding = file.encodingFinding {
                findings.append(finding)
                continue
            }
            let operation = recorder.operation("schemaStatement")
            let finding = apply(file, to: connection, limit: limit)
            operation.end(failed: finding != nil, Subject(name: file.path))
            // What is missing only because an earlier file failed says nothing new.
            guard let finding, findings.isEmpty || !finding.message.contains("no such table") else { continue }
            findings.append(finding)
        }
        return findings
    }

    private static func apply(_ file: SourceFile, to connection: Connection, limit: Int) -> Finding? {
        var offset = file.start
        do {
            try connection.limitInstructions(limit) { () throws(SQLiteError) in
                while offset < file.bytes.count {
                    let rest = offset..<file.bytes.count
                    guard let statement = try PreparedStatement.prepare(file.bytes, in: rest, on: connection) else {
                        return
                    }
                    while try statement.step(on: connection) {}
                    offset += max(1, statement.length)
                }
            }
            // A transaction that a file leaves open would hide its tables from the copies.
            if !connection.isAutocommitting { try connection.execute("COMMIT") }
            return nil
        } catch {
            if !connection.isAutocommitting { try? connection.execute("ROLLBACK") }
            return finding(error, in: file, statementAt: offset)
        }
    }

    private static func finding(_ error: SQLiteError, in file: SourceFile, statementAt offset: Int) -> Finding {
        let place = ErrorPlace.offset(of: error, in: file.bytes, statement: offset..<file.bytes.count)
        switch error.code {
        case SQLITE_AUTH:
            return file.finding(
                .statementRefused, "this statement is refused: a schema's files can reach no other file", at: place,
                notes: ["ATTACH, DETACH, VACUUM INTO and most PRAGMAs do nothing for a schema: take it out"])
        case SQLITE_INTERRUPT:
            return file.finding(
                .schemaStatementFailed, "this statement does not come to an end", at: place,
                notes: ["a schema's files are run as they are; take out what fills tables"])
        default:
            return file.finding(.schemaStatementFailed, error.message, at: place)
        }
    }
}
