package import Diagnostics

/// The queries of a snapshot that someone asks about, and what this machine remembers of them.
package struct ExplainedQueries: Sendable {
    /// A query, explained.
    package struct Item: Sendable {
        /// `schema.name`.
        package var name: String
        /// The source file.
        package var source: String
        package var query: Query
        /// One for each parameter.
        package var parameters: [Explanation]
        /// One for each column.
        package var columns: [Explanation]
    }

    /// In the order of files and queries.
    package var items: [Item] = []
    /// Whether the cache holds the engine's own words on this snapshot.
    package var hasEvidence = false
    /// Why there is nothing to explain.
    package var findings: [Finding] = []
    /// Whether the filter matched nothing, the snapshot being there.
    package var matchesNothing = false

    /// Reads the snapshot and the cache of a project.
    package init(projectRoot: String, filter: ProcedureFilter?) {
        let store = SnapshotStore(projectRoot: projectRoot)
        let loaded = store.load()
        findings = loaded.findings
        guard let snapshot = loaded.snapshot else { return }
        let notes = Self.notes(projectRoot, of: loaded.fingerprint)
        hasEvidence = notes != nil
        for file in snapshot.files {
            for query in file.queries where filter?.matches(schema: file.schema, name: query.name) ?? true {
                let name = "\(file.schema).\(query.name)"
                let evidence = notes?[name]?.note.evidence ?? []
                items.append(
                    Item(
                        name: name, source: file.path, query: query,
                        parameters: query.parameters.map { Explanation($0) },
                        columns: query.columns.enumerated().map { index, column in
                            Explanation(
                                column, tables: snapshot.tables, evidence: evidence.first { $0.column == index })
                        }))
            }
        }
        if let filter, items.isEmpty {
            matchesNothing = true
            let names = snapshot.files.flatMap { file in file.queries.map { (schema: file.schema, name: $0.name) } }
            let near = filter.nearNames(among: names)
            findings.append(
                Finding(
                    .filterNoMatch, "no query of the snapshot matches \"\(filter.texts.joined(separator: ","))\"",
                    notes: near.isEmpty
                        ? ["“xtraq explain” alone explains all"] : ["did you mean \(near.joined(separator: ", "))?"]))
        }
    }

    /// The notes that were made with this very snapshot.
    private static func notes(_ projectRoot: String, of snapshot: Fingerprint?) -> QueryNotes? {
        guard let cache = SnapshotCache.load(projectRoot: projectRoot), cache.index == snapshot,
            let bytes = QueryNotes.bytes(projectRoot: projectRoot), Fingerprint(of: bytes) == cache.notes
        else { return nil }
        return QueryNotes(bytes)
    }
}
