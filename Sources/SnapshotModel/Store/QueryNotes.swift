import JSONBytes

/// What this machine remembers of each query, in `.xtraq/cache/queries.json`: of which text it was made, what it depends
/// on, and the engine's words on its columns.
package struct QueryNotes: Sendable, Equatable {
    /// What is remembered of one query.
    package struct Entry: Sendable, Equatable {
        /// `schema.name`.
        var name: String
        /// The source file that it stands in.
        var source: String
        /// Of the query's text and the configuration's annotations; `nil` where a filter described it by itself, against a
        /// schema that the others were not described against.
        var fingerprint: Fingerprint?
        package var note: QueryNote
    }

    /// No name twice.
    private(set) var entries: [Entry]
    private var places: [String: Int]
    /// What the queries were described against.
    var objects: SchemaObjects

    static let name = "queries.json"

    /// Reads the notes of a project; `nil` where there are none.
    package static func load(projectRoot: String) -> QueryNotes? {
        bytes(projectRoot: projectRoot).flatMap(QueryNotes.init)
    }

    /// The file's bytes; `nil` where there are none.
    static func bytes(projectRoot: String) -> [UInt8]? {
        guard let folder = try? Folder.open("\(projectRoot)/\(SnapshotCache.folder)", makes: false) else { return nil }
        return try? folder.read(name[...])
    }

    /// The file's size in bytes, without reading it; `nil` where there is none.
    static func byteCount(projectRoot: String) -> Int? {
        guard let folder = try? Folder.open("\(projectRoot)/\(SnapshotCache.folder)", makes: false) else { return nil }
        return folder.state(of: name).map { Int($0.size) }
    }

    /// Makes notes without entries.
    init(objects: SchemaObjects, capacity: Int = 0) {
        self.objects = objects
        entries = []
        places = [:]
        entries.reserveCapacity(capacity)
        places.reserveCapacity(capacity)
    }

    /// What is remembered of a query.
    package subscript(name: String) -> Entry? {
        places[name].map { entries[$0] }
    }

    /// Adds an entry, or puts it in the place of one of its name.
    mutating func set(_ entry: Entry) {
        if let place = places[entry.name] {
            entries[place] = entry
        } else {
            places[entry.name] = entries.count
            entries.append(entry)
        }
    }

    /// The notes as JSON.
    var encoded: [UInt8] {
        var writer = JSONWriter(capacity: 256 + objects.fingerprints.count * 80 + entries.count * 256)
        writer.object { writer in
            writer.key("xtraq")
            writer.integer(SnapshotEncoder.format)
            writer.key("common")
            writer.string(objects.common.text)
            writer.key("objects")
            writer.array { writer in
                for (name, fingerprint) in objects.fingerprints.sorted(by: { $0.key < $1.key }) {
                    writer.element()
                    writer.inline { writer in
                        writer.array { writer in
                            writer.element()
                            writer.string(name)
                            writer.element()
                            writer.string(fingerprint.text)
                        }
                    }
                }
            }
            writer.key("queries")
            writer.array { writer in
                for entry in entries {
                    writer.element()
                    writer.inline { Self.encode(entry, to: &$0) }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func encode(_ entry: Entry, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(entry.name)
            writer.key("source")
            writer.string(entry.source)
            if let fingerprint = entry.fingerprint {
                writer.key("fingerprint")
                writer.string(fingerprint.text)
            }
            writer.key("on")
            writer.array { writer in
                for dependency in entry.note.dependencies where dependency.route == nil {
                    writer.element()
                    writer.string(dependency.name)
                }
            }
            if entry.note.dependencies.contains(where: { $0.route != nil }) {
                writer.key("through")
                writer.array { writer in
                    for dependency in entry.note.dependencies {
                        guard let route = dependency.route else { continue }
                        writer.element()
                        writer.array { writer in
                            writer.element()
                            writer.string(dependency.name)
                            writer.element()
                            writer.string(route)
                        }
                    }
                }
            }
            guard !entry.note.evidence.isEmpty else { return }
            writer.key("evidence")
            writer.array { writer in
                for evidence in entry.note.evidence {
                    writer.element()
                    writer.array { writer in
                        for number in [evidence.column, evidence.address] + evidence.operands {
                            writer.element()
                            writer.integer(number)
                        }
                        for text in [evidence.opcode, evidence.detail] {
                            writer.element()
                            writer.string(text)
                        }
                    }
                }
            }
        }
    }
}
