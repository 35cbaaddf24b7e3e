import JSONBytes

/// Reads the parts of a snapshot; members it does not know are skipped, so that a newer tool's additions do no harm.
enum SnapshotDecoder {
    /// Why a file of a snapshot cannot be read.
    enum Failure: Error {
        case json(JSONError)
        /// The file was written in another format.
        case format(Int)
        /// A member is missing, or has a value that is none of its own.
        case value(String, offset: Int)
    }

    /// Reads the file of one query file.
    static func queryFile(_ bytes: [UInt8]) throws(Failure) -> QueryFile {
        var draft = QueryFileDraft()
        do {
            var reader = JSONReader(bytes, maximumDepth: 64)
            try draft.read(&reader)
            try reader.end()
        } catch {
            throw .json(error)
        }
        if let format = draft.format, format != SnapshotEncoder.format { throw .format(format) }
        if let problem = draft.problem { throw .value(problem.member, offset: problem.offset) }
        guard draft.format != nil, let path = draft.path, let schema = draft.schema else {
            throw .value("xtraq, source, schema", offset: 0)
        }
        return QueryFile(path: path, schema: schema, queries: draft.queries)
    }

    /// Reads the file of one table.
    static func table(_ bytes: [UInt8]) throws(Failure) -> Table {
        var draft = TableDraft()
        do {
            var reader = JSONReader(bytes, maximumDepth: 64)
            try draft.read(&reader)
            try reader.end()
        } catch {
            throw .json(error)
        }
        if let format = draft.format, format != SnapshotEncoder.format { throw .format(format) }
        if let problem = draft.problem { throw .value(problem.member, offset: problem.offset) }
        guard draft.format != nil, let schema = draft.schema, let name = draft.name, let kind = draft.kind else {
            throw .value("xtraq, schema, name, kind", offset: 0)
        }
        return Table(schema: schema, name: name, kind: kind, columns: draft.columns)
    }
}

/// A member that is missing or wrong, and where.
struct DraftProblem {
    var member: String
    var offset: Int
}
