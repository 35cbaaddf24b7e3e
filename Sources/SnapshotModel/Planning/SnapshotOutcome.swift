import TelemetryRecording

/// What the snapshot is to be after a run: the files that are new, those that stay, and the index over both.
struct SnapshotOutcome {
    let index: SnapshotIndex
    let objects: ObjectCounts
    /// Queries taken over as they were.
    let reusedCount: Int
    private let files: [TreeFile]
    private let kept: Set<String>
    private let removal: TreeWriter.Removal
    private let queryFiles: [QueryFile]
    private let tables: [Table]?
    private let removedNames: Set<String>

    /// Puts together what the engine described and what stays.
    init(
        selection: SnapshotSelection, described: [DescribedFile], tables: [Table]?, index old: SnapshotIndex?,
        reader: inout OldQueries, engine: EngineName, schema: Fingerprint?, knownObjects: ObjectCounts?
    ) throws(TreeError) {
        // What a filter describes against another schema than the rest stands for nothing but itself.
        let isOfOneSchema = !selection.isFiltered || old == nil || old?.schema == schema
        var draft = OutcomeDraft(
            isFiltered: selection.isFiltered, isOfOneSchema: isOfOneSchema, known: knownObjects)
        var next = described.makeIterator()
        for item in selection.items {
            let answer = item.chosen.isEmpty ? nil : next.next()
            try draft.add(item, answer, &reader)
        }
        if selection.isFiltered {
            let sources = Set(selection.items.map(\.step.source.path))
            for entry in old?.files ?? [] where !sources.contains(entry.name) { draft.keep(entry) }
        } else {
            for entry in selection.removed { try draft.remove(entry, &reader) }
        }
        let keepsTables = tables == nil || selection.isFiltered && old != nil
        var tableEntries = old?.tables ?? []
        if keepsTables {
            for entry in tableEntries { draft.kept.insert(entry.file) }
        } else if let tables {
            tableEntries = draft.add(tables)
        }
        draft.encode()
        try draft.recount(&reader)
        draft.entries.sort { $0.name < $1.name }
        index = SnapshotIndex(
            engine: engine, schema: selection.isFiltered && old != nil ? old?.schema : schema, files: draft.entries,
            tables: tableEntries)
        draft.objects.tables = tableEntries.count
        files = draft.files
        kept = draft.kept
        removal = selection.isFiltered ? .nothing : .unlisted
        queryFiles = draft.queryFiles
        self.tables = keepsTables ? nil : tables
        removedNames = Set(selection.removed.map(\.name))
        reusedCount = draft.reusedCount
        objects = draft.objects
    }

    /// Writes it, or says what it would write.
    func write(to store: SnapshotStore, recorder: Recorder, isDryRun: Bool) throws(TreeError) -> TreeReport {
        let writer = TreeWriter(root: store.root, recorder: recorder, names: .snapshot, isOurs: SnapshotStore.isOurs)
        return try writer.write(
            files: files, kept: kept, last: TreeFile(path: SnapshotStore.indexName, bytes: index.encoded),
            removal: removal, isDryRun: isDryRun)
    }

    /// The snapshot as it is to be, of which this holds only what was described anew.
    func snapshot(over old: Snapshot?) -> Snapshot {
        var byPath: [String: QueryFile] = [:]
        for file in old?.files ?? [] where !removedNames.contains(file.path) { byPath[file.path] = file }
        for file in queryFiles { byPath[file.path] = file }
        return Snapshot(
            engine: index.engine, files: byPath.values.sorted { $0.path < $1.path },
            tables: tables ?? old?.tables ?? [])
    }
}

/// An outcome while it is put together.
private struct OutcomeDraft {
    let isFiltered: Bool
    private let isOfOneSchema: Bool
    var objects: ObjectCounts
    /// Whether what is replaced was counted before.
    private let knowsOld: Bool
    private var isCountLost = false
    var entries: [SnapshotIndex.Entry] = []
    var files: [TreeFile] = []
    var kept: Set<String> = []
    var queryFiles: [QueryFile] = []
    /// Of each query file: the path of its part of the snapshot, and its source's fingerprint.
    var places: [(path: String, source: Fingerprint?)] = []
    var reusedCount = 0

    init(isFiltered: Bool, isOfOneSchema: Bool, known: ObjectCounts?) {
        self.isFiltered = isFiltered
        self.isOfOneSchema = isOfOneSchema
        objects = known ?? ObjectCounts()
        knowsOld = known != nil
    }

    mutating func keep(_ entry: SnapshotIndex.Entry) {
        entries.append(entry)
        kept.insert(entry.file)
    }

    mutating func remove(_ entry: SnapshotIndex.Entry, _ reader: inout OldQueries) throws(TreeError) {
        if knowsOld { uncount(try reader.file(of: entry.name)) }
    }

    mutating func add(
        _ item: SnapshotSelection.Item, _ answer: DescribedFile?, _ reader: inout OldQueries
    ) throws(TreeError) {
        let source = item.step.source
        guard !item.isUntouched else {
            // Neither chosen nor known before: a filter left it out.
            if let entry = item.step.entry {
                keep(entry)
                if !isFiltered { reusedCount += item.parsed.queries.count }
            }
            return
        }
        if knowsOld, item.step.entry != nil { uncount(try reader.file(of: source.path)) }
        var byName = item.kept
        for query in answer?.queries ?? [] { byName[query.name] = query }
        // In the order of the source; what a filter keeps though it is gone comes last.
        var queries: [Query] = []
        for query in item.parsed.queries {
            if let known = byName.removeValue(forKey: query.name) { queries.append(known) }
        }
        if isFiltered, !byName.isEmpty, let old = try reader.file(of: source.path) {
            queries += old.queries.filter { byName[$0.name] != nil }
        }
        reusedCount += queries.count - item.chosen.count
        let isWhole =
            !isFiltered
            || isOfOneSchema && item.chosen.count == item.parsed.queries.count && queries.count == item.chosen.count
        let file = QueryFile(path: source.path, schema: source.schema, queries: queries)
        count(file, sign: 1)
        queryFiles.append(file)
        places.append((item.step.file, isWhole ? item.step.fingerprint : nil))
    }

    /// Makes the files of all that was described anew.
    mutating func encode() {
        let encoded = Parallel.map(queryFiles, minimumPerThread: 16) { file in
            let bytes = SnapshotEncoder.encode(file)
            return (bytes, Fingerprint(of: bytes))
        }
        for (index, (bytes, fingerprint)) in encoded.enumerated() {
            let (path, source) = places[index]
            files.append(TreeFile(path: path, bytes: bytes))
            entries.append(
                SnapshotIndex.Entry(
                    name: queryFiles[index].path, source: source, file: path, contents: fingerprint))
        }
    }

    mutating func add(_ tables: [Table]) -> [SnapshotIndex.Entry] {
        let names = tables.map { "\($0.schema).\($0.name)" }
        let paths = EncodedName.paths(for: names, prefix: "tables/") { EncodedName.encode($0) }
        return zip(tables, zip(names, paths)).map { table, place in
            let bytes = SnapshotEncoder.encode(table)
            files.append(TreeFile(path: place.1, bytes: bytes))
            return SnapshotIndex.Entry(name: place.0, source: nil, file: place.1, contents: Fingerprint(of: bytes))
        }
    }

    /// Takes what is replaced out of the count; where it cannot be read any more, the count is worth nothing.
    private mutating func uncount(_ file: QueryFile?) {
        if let file { count(file, sign: -1) } else { isCountLost = true }
    }

    /// Counts all there is, where the count was lost.
    mutating func recount(_ reader: inout OldQueries) throws(TreeError) {
        guard isCountLost else { return }
        objects = ObjectCounts()
        for file in queryFiles { count(file, sign: 1) }
        let new = Set(queryFiles.map(\.path))
        for entry in entries where !new.contains(entry.name) {
            if let file = try reader.file(of: entry.name) { count(file, sign: 1) }
        }
    }

    private mutating func count(_ file: QueryFile, sign: Int) {
        objects.queries += sign * file.queries.count
        for query in file.queries {
            objects.parameters += sign * query.parameters.count
            objects.columns += sign * query.columns.count
        }
    }
}
