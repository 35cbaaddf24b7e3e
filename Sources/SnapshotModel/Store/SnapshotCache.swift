import JSONBytes

/// What this machine knows of the snapshot beside it, in `.xtraq/cache/snapshot.json`: by which tool and engine it was
/// made here. Without it, nothing that lies on disk is taken for this tool's own work.
struct SnapshotCache: Equatable {
    /// The tool's version.
    var tool: String
    /// The engine's name and version.
    var engine: String
    /// The fingerprint of `index.json`.
    var index: Fingerprint
    /// What the database file looked like from outside; `nil` where the schema came from DDL files.
    var database: Fingerprint?
    /// The fingerprint of what the configuration says of types.
    var settings: Fingerprint
    /// The fingerprint of what it says of functions.
    var functions: Fingerprint
    /// The fingerprint of `queries.json`.
    var notes: Fingerprint
    /// The size of `queries.json`: what a run without work looks at in place of its bytes.
    var noteByteCount: Int
    var counts: ObjectCounts

    static let folder = ".xtraq/cache"
    static let name = "snapshot.json"

    /// The cache as JSON.
    var encoded: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("xtraq")
            writer.integer(SnapshotEncoder.format)
            writer.key("tool")
            writer.string(tool)
            writer.key("engine")
            writer.string(engine)
            writer.key("index")
            writer.string(index.text)
            if let database {
                writer.key("database")
                writer.string(database.text)
            }
            writer.key("settings")
            writer.string(settings.text)
            writer.key("functions")
            writer.string(functions.text)
            writer.key("notes")
            writer.string(notes.text)
            writer.key("noteBytes")
            writer.integer(noteByteCount)
            writer.key("queries")
            writer.integer(counts.queries)
            writer.key("parameters")
            writer.integer(counts.parameters)
            writer.key("columns")
            writer.integer(counts.columns)
            writer.key("tables")
            writer.integer(counts.tables)
        }
        writer.newline()
        return writer.bytes
    }

    /// Reads a cache; `nil` where it is none, of another format, or damaged: then it is as good as missing.
    init?(_ bytes: [UInt8]) {
        var format: Int?
        var tool: String?
        var engine: String?
        var index: Fingerprint?
        var database: Fingerprint?
        var settings: Fingerprint?
        var functions: Fingerprint?
        var notes: Fingerprint?
        var noteByteCount: Int?
        var counts = ObjectCounts()
        do {
            var reader = JSONReader(bytes, maximumDepth: 8)
            try reader.object { (key, reader) throws(JSONError) in
                switch key {
                case "xtraq": format = try reader.integer()
                case "tool": tool = try reader.string()
                case "engine": engine = try reader.string()
                case "index": index = Fingerprint(try reader.string())
                case "database": database = Fingerprint(try reader.string())
                case "settings": settings = Fingerprint(try reader.string())
                case "functions": functions = Fingerprint(try reader.string())
                case "notes": notes = Fingerprint(try reader.string())
                case "noteBytes": noteByteCount = try reader.integer()
                case "queries": counts.queries = try reader.integer()
                case "parameters": counts.parameters = try reader.integer()
                case "columns": counts.columns = try reader.integer()
                case "tables": counts.tables = try reader.integer()
                default: try reader.skip()
                }
            }
            try reader.end()
        } catch {
            return nil
        }
        guard format == SnapshotEncoder.format, let tool, let engine, let index, let settings, let functions,
            let notes, let noteByteCount
        else { return nil }
        self.init(
            tool: tool, engine: engine, index: index, database: database, settings: settings,
            functions: functions, notes: notes, noteByteCount: noteByteCount, counts: counts)
    }

    /// Makes a cache.
    init(
        tool: String, engine: String, index: Fingerprint, database: Fingerprint?, settings: Fingerprint,
        functions: Fingerprint, notes: Fingerprint, noteByteCount: Int, counts: ObjectCounts
    ) {
        self.tool = tool
        self.engine = engine
        self.index = index
        self.database = database
        self.settings = settings
        self.functions = functions
        self.notes = notes
        self.noteByteCount = noteByteCount
        self.counts = counts
    }

    /// Reads the cache of a project; `nil` where there is none.
    static func load(projectRoot: String) -> SnapshotCache? {
        guard let folder = try? Folder.open("\(projectRoot)/\(folder)", makes: false),
            let bytes = try? folder.read(name[...])
        else { return nil }
        return SnapshotCache(bytes)
    }

    /// Writes the cache and the notes that it vouches for, where they differ; the cache last.
    func save(projectRoot: String, notes: [UInt8]) throws(TreeError) {
        _ = try Self.writer(projectRoot).write(
            files: [TreeFile(path: QueryNotes.name, bytes: notes)], last: TreeFile(path: Self.name, bytes: encoded),
            removal: .nothing)
    }

    /// Makes sure that the cache can be written without overwriting what somebody else put there.
    static func expectOurs(projectRoot: String) throws(TreeError) {
        _ = try writer(projectRoot).write(
            files: [TreeFile(path: QueryNotes.name, bytes: []), TreeFile(path: name, bytes: [])], removal: .nothing,
            isDryRun: true)
    }

    private static func writer(_ projectRoot: String) -> TreeWriter {
        TreeWriter(root: "\(projectRoot)/\(folder)", isOurs: SnapshotStore.isOurs)
    }
}

/// How much a snapshot describes.
package struct ObjectCounts: Sendable, Equatable {
    package var queries = 0
    package var parameters = 0
    package var columns = 0
    package var tables = 0
}
