/// The queries that the snapshot on disk holds, read file by file as they are asked for.
struct OldQueries {
    private let store: SnapshotStore
    private let entries: [String: SnapshotIndex.Entry]
    private var files: [String: QueryFile?] = [:]

    /// Makes a reader of what an index lists.
    init(store: SnapshotStore, index: SnapshotIndex?) {
        self.store = store
        var entries: [String: SnapshotIndex.Entry] = [:]
        for entry in index?.files ?? [] { entries[entry.name] = entry }
        self.entries = entries
    }

    /// The part of the snapshot that was made of a source; `nil` where there is none, or it is not as the index says.
    mutating func file(of source: String) throws(TreeError) -> QueryFile? {
        if let known = files[source] { return known }
        guard let entry = entries[source] else { return nil }
        let file = try store.queryFile(entry)
        files[source] = .some(file)
        return file
    }

    /// A query by its name, from the part that was made of a source.
    mutating func query(_ name: String, of source: String) throws(TreeError) -> Query? {
        try file(of: source)?.queries.first { $0.name == name }
    }
}
