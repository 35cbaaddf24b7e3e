extension QueryNotes {
    /// What is to be remembered after a run.
    ///
    /// - Parameters:
    ///   - selection: What was chosen.
    ///   - described: What the engine said of it.
    ///   - objects: What the schema holds.
    ///   - old: What was remembered before.
    ///   - isOfOneSchema: Whether what was not chosen was described against this schema too.
    init(
        after selection: SnapshotSelection, _ described: [DescribedFile], objects: SchemaObjects, old: QueryNotes?,
        isOfOneSchema: Bool
    ) {
        let isFiltered = selection.isFiltered
        let isWhole = !isFiltered || isOfOneSchema
        self.init(objects: isWhole ? objects : old?.objects ?? objects, capacity: selection.queryCount)
        if isFiltered { for entry in old?.entries ?? [] { set(entry) } }
        var next = described.makeIterator()
        for item in selection.items {
            let source = item.step.source
            var answers: [String: QueryNote] = [:]
            if !item.chosen.isEmpty, let answer = next.next() {
                for (query, note) in zip(answer.queries, answer.notes) { answers[query.name] = note }
            }
            if isFiltered, answers.isEmpty { continue }
            for (query, fingerprint) in zip(item.parsed.queries, item.fingerprints) {
                let name = "\(source.schema).\(query.name)"
                if let note = answers[query.name] {
                    set(
                        Entry(
                            name: name, source: source.path, fingerprint: isWhole ? fingerprint : nil, note: note))
                } else if !isFiltered, var entry = old?[name] {
                    entry.source = source.path
                    set(entry)
                }
            }
        }
    }
}
