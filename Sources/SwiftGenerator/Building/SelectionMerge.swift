import SnapshotModel

/// Joins fresh code of the queries that a filter selects with the code that all others have already.
struct SelectionMerge {
    private let plan: GenerationPlan
    private let selected: Set<String>
    private let selectedRows: Set<String>
    private let old: [(path: String, text: GeneratedText)]
    private let previous: Previous

    init(filter: ProcedureFilter, plan: GenerationPlan, previous: Previous) {
        self.plan = plan
        self.previous = previous
        var selected: Set<String> = []
        var rows: Set<String> = []
        for query in plan.namedQueries() where filter.matches(schema: query.schema, name: query.name) {
            selected.insert("\(query.namespace).\(query.function)")
            for row in query.rowTypes { rows.insert("\(query.namespace).\(row)") }
        }
        self.selected = selected
        selectedRows = rows
        old = previous.otherFiles(than: []).compactMap { path in
            previous.folder.bytes(of: path).flatMap(GeneratedText.init).map { (path, $0) }
        }
    }

    /// The files that are to be, those that stay as they are included.
    func merge(_ files: [RenderedOutput.File]) -> [RenderedOutput.File] {
        var merged: [String: RenderedOutput.File] = [:]
        for (path, text) in old {
            let bytes = previous.folder.bytes(of: path) ?? []
            let category = previous.recorded(path)?.category ?? (text.functions.isEmpty ? .support : .procedures)
            merged[path] = RenderedOutput.File(
                path: path, category: category, bytes: bytes, previous: bytes, queryCount: text.functions.count,
                microseconds: 0)
        }
        let fresh = files.compactMap { file in GeneratedText(file.bytes).map { (file: file, text: $0) } }
        var done: Set<String> = []
        for (file, text) in fresh {
            switch file.category {
            case .support:
                // A namespace is there as soon as anything in it is.
                let isNeeded = selected.contains { $0.hasPrefix(file.path.replacingSuffix("Schema.swift", with: ".")) }
                if isNeeded { merged[file.path] = file }
            case .rowTypes, .enumerations:
                guard text.rows.contains(where: { selectedRows.contains("\(text.namespace ?? "").\($0.name)") }) else {
                    continue
                }
                merged[file.path] = mergedRows(file, text)
            case .procedures:
                guard let source = text.source, done.insert("\(text.namespace ?? "").\(source)").inserted else {
                    continue
                }
                let parts = fresh.filter { $0.text.source == source && $0.text.namespace == text.namespace }
                guard parts.contains(where: { $0.text.functions.contains { isSelected($0, in: text) } }) else {
                    continue
                }
                mergeFunctions(parts, into: &merged)
            }
        }
        removeMoved(&merged, fresh.map(\.file))
        return Array(merged.values)
    }

    private func isSelected(_ function: GeneratedText.Function, in text: GeneratedText) -> Bool {
        selected.contains("\(text.namespace ?? "").\(function.name)")
    }

    // MARK: Functions

    private func mergeFunctions(
        _ parts: [(file: RenderedOutput.File, text: GeneratedText)], into merged: inout [String: RenderedOutput.File]
    ) {
        guard let (file, first) = parts.first else { return }
        let kept = old.filter { $0.text.source == first.source && $0.text.namespace == first.namespace }
        let keptFunctions = kept.flatMap(\.text.functions)
        let byName = Dictionary(keptFunctions.map { ($0.name, $0) }) { one, _ in one }
        let fresh = parts.flatMap(\.text.functions)
        let freshNames = Set(fresh.map(\.name))
        let functions =
            fresh.compactMap { isSelected($0, in: first) ? $0 : byName[$0.name] }
            + keptFunctions.filter { !freshNames.contains($0.name) }
        for (path, _) in kept { merged[path] = nil }
        let ranges = OutputLayout.ranges(of: functions.count, atMost: OutputLayout.queriesPerFile)
        for (number, range) in ranges.enumerated() {
            let path = number == 0 ? file.path : file.path.replacingSuffix(".swift", with: "-part\(number + 1).swift")
            var renderer = FileAssembler(text: first)
            merged[path] = RenderedOutput.File(
                path: path, category: .procedures, bytes: renderer.assemble(Array(functions[range])),
                previous: previous.folder.bytes(of: path), queryCount: range.count, microseconds: file.microseconds)
        }
    }

    /// A selected query that came from another file must not stay there too.
    private func removeMoved(_ merged: inout [String: RenderedOutput.File], _ fresh: [RenderedOutput.File]) {
        for (path, text) in old {
            guard let file = merged[path], file.bytes == file.previous,
                text.functions.contains(where: { isSelected($0, in: text) })
            else { continue }
            let kept = text.functions.filter { function in
                guard isSelected(function, in: text) else { return true }
                return !merged.contains { other in
                    other.key != path && other.value.bytes != other.value.previous
                        && (GeneratedText(other.value.bytes)?.functions.contains { $0.name == function.name } ?? false)
                }
            }
            guard kept.count < text.functions.count else { continue }
            var assembler = FileAssembler(text: text)
            merged[path]?.bytes = assembler.assemble(kept)
            merged[path]?.queryCount = kept.count
        }
    }

    // MARK: Rows

    private func mergedRows(_ file: RenderedOutput.File, _ text: GeneratedText) -> RenderedOutput.File {
        let kept = old.first { $0.path == file.path }?.text.rows ?? []
        let byName = Dictionary(kept.map { ($0.name, $0) }) { one, _ in one }
        let freshNames = Set(text.rows.map(\.name))
        let rows =
            text.rows.compactMap { selectedRows.contains("\(text.namespace ?? "").\($0.name)") ? $0 : byName[$0.name] }
            + kept.filter { !freshNames.contains($0.name) }
        var assembler = FileAssembler(text: text)
        var merged = file
        merged.bytes = assembler.assemble(rows.sorted { $0.name < $1.name })
        return merged
    }
}

extension String {
    /// The text with another end.
    fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + other : self
    }
}
