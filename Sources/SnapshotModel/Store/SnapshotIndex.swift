import JSONBytes

/// The index of a snapshot: which files belong to it, of which sources, with which contents. It is written last, so that a
/// snapshot is whole exactly where every file is what the index says.
package struct SnapshotIndex: Sendable, Equatable {
    /// One file of the snapshot.
    package struct Entry: Sendable, Equatable {
        /// The source's path, or the table's `schema.name`.
        package var name: String
        /// The source's fingerprint; `nil` for a table, and where only some queries of the source were taken.
        package var source: Fingerprint?
        /// The file's path below the snapshot's folder.
        package var file: String
        /// The fingerprint of the file's bytes.
        package var contents: Fingerprint
    }

    package var engine: EngineName
    /// The fingerprint of the schema that the queries were checked against.
    package var schema: Fingerprint?
    /// In the order of the sources' paths.
    package var files: [Entry]
    /// In the order of schema and name.
    package var tables: [Entry]

    /// The index as JSON.
    var encoded: [UInt8] {
        var writer = JSONWriter(capacity: 256 + (files.count + tables.count) * 256)
        writer.object { writer in
            writer.key("xtraq")
            writer.integer(SnapshotEncoder.format)
            writer.key("engine")
            writer.string(engine.rawValue)
            if let schema {
                writer.key("schema")
                writer.string(schema.text)
            }
            writer.key("files")
            Self.encode(files, key: "source", to: &writer)
            writer.key("tables")
            Self.encode(tables, key: "name", to: &writer)
        }
        writer.newline()
        return writer.bytes
    }

    private static func encode(_ entries: [Entry], key: StaticString, to writer: inout JSONWriter) {
        writer.array { writer in
            for entry in entries {
                writer.element()
                writer.inline { writer in
                    writer.object { writer in
                        writer.key(key)
                        writer.string(entry.name)
                        if let source = entry.source {
                            writer.key("fingerprint")
                            writer.string(source.text)
                        }
                        writer.key("file")
                        writer.string(entry.file)
                        writer.key("contents")
                        writer.string(entry.contents.text)
                    }
                }
            }
        }
    }

    /// Reads an index.
    static func decode(_ bytes: [UInt8]) throws(SnapshotDecoder.Failure) -> SnapshotIndex {
        var format: Int?
        var engine: EngineName?
        var index = SnapshotIndex(engine: .sqlite, schema: nil, files: [], tables: [])
        var isWhole = true
        do {
            var reader = JSONReader(bytes, maximumDepth: 16)
            try reader.object { (key, reader) throws(JSONError) in
                switch key {
                case "xtraq": format = try reader.integer()
                case "engine": engine = EngineName(rawValue: try reader.string())
                case "schema": index.schema = Fingerprint(try reader.string())
                case "files": index.files = try entries(&reader, isWhole: &isWhole)
                case "tables": index.tables = try entries(&reader, isWhole: &isWhole)
                default: try reader.skip()
                }
            }
            try reader.end()
        } catch {
            throw .json(error)
        }
        if let format, format != SnapshotEncoder.format { throw .format(format) }
        guard format != nil, let engine, isWhole else { throw .value("xtraq, engine, files", offset: 0) }
        index.engine = engine
        return index
    }

    private static func entries(_ reader: inout JSONReader, isWhole: inout Bool) throws(JSONError) -> [Entry] {
        var entries: [Entry] = []
        var allWhole = true
        try reader.array { (reader) throws(JSONError) in
            var name: String?
            var source: Fingerprint?
            var file: String?
            var contents: Fingerprint?
            try reader.object { (key, reader) throws(JSONError) in
                switch key {
                case "source", "name": name = try reader.string()
                case "fingerprint": source = Fingerprint(try reader.string())
                case "file": file = try reader.string()
                case "contents": contents = Fingerprint(try reader.string())
                default: try reader.skip()
                }
            }
            if let name, let file, let contents, TreePath.isSafe(file) {
                entries.append(Entry(name: name, source: source, file: file, contents: contents))
            } else {
                allWhole = false
            }
        }
        if !allWhole { isWhole = false }
        return entries
    }
}
