import Diagnostics
import SnapshotModel

/// Everything decided about an output, short of its bytes: each item can be rendered by itself, on any thread.
struct GenerationPlan: Sendable {
    /// A file to be generated.
    enum Item: Sendable {
        case namespace(schema: String)
        case rows(schema: String, Range<Int>, number: Int)
        case part(OutputLayout.Part)
    }

    private let snapshot: Snapshot
    private let configuration: GeneratorConfiguration
    private let planned: [[PlannedQuery]]
    private let schemas: [String: SchemaLayout]
    private let output: OutputLayout
    /// The files: namespaces first, then shared rows, then queries.
    let items: [Item]
    /// What is wrong with the queries, in the order of the snapshot.
    let findings: [Finding]

    init(_ snapshot: Snapshot, _ configuration: GeneratorConfiguration) {
        self.snapshot = snapshot
        self.configuration = configuration
        let types = TypeMap(configuration.types)
        let tables = Self.tables(snapshot.tables, types)
        let files = snapshot.files
        let plans = Parallel.map(files, minimumPerThread: 2) { file in
            var planner = QueryPlanner(types: types, tables: tables)
            let queries = file.queries.map { planner.plan($0, of: file) }
            return (queries: queries, findings: planner.findings)
        }
        let planned = plans.map(\.queries)
        self.planned = planned
        let output = OutputLayout(files, module: configuration.module)
        self.output = output

        var findings = types.malformed.map { key in
            Finding(
                .typeMalformed,
                "types: \"\(configuration.types[key] ?? "")\" for \"\(key)\" is not the name of a Swift type")
        }
        findings += plans.flatMap(\.findings)
        let taken = ReservedTypes.used.union(output.namespaces.values).union(Self.customTypes(planned))
        var queriesBySchema: [String: [PlannedQuery]] = [:]
        for (file, queries) in zip(files, planned) { queriesBySchema[file.schema, default: []] += queries }
        var schemas: [String: SchemaLayout] = [:]
        var items: [Item] = []
        let parts = output.schemas.map { ($0, output.namespaces[$0] ?? "", queriesBySchema[$0] ?? []) }
        let layouts = Parallel.map(parts, minimumPerThread: 1) { schema, namespace, queries in
            var findings: [Finding] = []
            let layout = SchemaLayout(
                schema: schema, namespace: namespace, queries: queries, takenTypes: taken, findings: &findings)
            return (layout, findings)
        }
        for (layout, found) in layouts {
            schemas[layout.schema] = layout
            findings += found
            items.append(.namespace(schema: layout.schema))
        }
        for schema in output.schemas {
            guard let count = schemas[schema]?.sharedRows.count else { continue }
            for (number, range) in OutputLayout.ranges(of: count, atMost: OutputLayout.rowsPerFile).enumerated() {
                items.append(.rows(schema: schema, range, number: number))
            }
        }
        self.schemas = schemas
        self.findings = findings
        self.items = items + output.parts.map(Item.part)
    }

    /// The generated file's name.
    func path(_ item: Item) -> String {
        switch item {
        case .namespace(let schema): "\(output.namespaces[schema] ?? "")Schema.swift"
        case .rows(let schema, _, let number):
            "\(output.namespaces[schema] ?? "")Rows\(number == 0 ? "" : "-part\(number + 1)").swift"
        case .part(let part): part.name
        }
    }

    /// The path of the query file that an item is made of; `nil` where it is made of all.
    func source(_ item: Item) -> String? {
        if case .part(let part) = item { snapshot.files[part.file].path } else { nil }
    }

    /// How many queries an item holds.
    func queryCount(_ index: Int) -> Int {
        if case .part(let part) = items[index] { part.queries.count } else { 0 }
    }

    /// A query with the names that it has in Swift.
    struct NamedQuery: Sendable {
        var schema, name, namespace, function: String
        /// Its own, or one that it shares, and those of tables that it embeds.
        var rowTypes: [String]
    }

    /// All queries with the names that they have in Swift.
    func namedQueries() -> [NamedQuery] {
        var named: [NamedQuery] = []
        for (file, fileQueries) in zip(snapshot.files, planned) {
            guard let layout = schemas[file.schema] else { continue }
            for query in fileQueries {
                let function = layout.function(of: query)
                named.append(
                    NamedQuery(
                        schema: file.schema, name: query.query.name, namespace: layout.namespace, function: function,
                        rowTypes: (layout.rowType(of: query, function: function).map { [$0] } ?? [])
                            + query.fields.compactMap { $0.embedded.map(layout.name(of:)) }))
            }
        }
        return named
    }

    /// The functions of each file, as `Namespace.function`.
    func functionsByPath() -> [String: [String]] {
        var functions: [String: [String]] = [:]
        for item in items {
            guard case .part(let part) = item, let layout = schemas[snapshot.files[part.file].schema] else { continue }
            functions[part.name] = planned[part.file][part.queries].map {
                "\(layout.namespace).\(layout.function(of: $0))"
            }
        }
        return functions
    }

    /// Makes the bytes of a file.
    func render(_ index: Int) -> GeneratedFile {
        let item = items[index]
        switch item {
        case .namespace(let schema):
            var renderer = renderer(schema, capacity: 1024)
            renderer.renderNamespace()
            return GeneratedFile(path: path(item), category: .support, bytes: renderer.out.bytes)
        case .rows(let schema, let range, _):
            var renderer = renderer(schema, capacity: range.count * 700)
            renderer.renderSharedRows(renderer.layout.sharedRows[range])
            return GeneratedFile(path: path(item), category: .rowTypes, bytes: renderer.out.bytes)
        case .part(let part):
            let file = snapshot.files[part.file]
            var renderer = renderer(file.schema, capacity: part.queries.count * 1600)
            renderer.renderQueries(planned[part.file][part.queries], source: file.path)
            return GeneratedFile(path: path(item), category: .procedures, bytes: renderer.out.bytes)
        }
    }

    private func renderer(_ schema: String, capacity: Int) -> FileRenderer {
        guard let layout = schemas[schema] else { preconditionFailure("no layout for schema \(schema)") }
        return FileRenderer(layout: layout, conformances: configuration.conformances, capacity: capacity)
    }

    /// What a row of all columns of a table looks like, by table; tables with a column of unknown type are left out.
    private static func tables(_ tables: [Table], _ types: TypeMap) -> [String: [PlannedQuery.Field]] {
        var rows: [String: [PlannedQuery.Field]] = [:]
        for table in tables {
            let fields = table.columns.compactMap { column -> PlannedQuery.Field? in
                guard let type = types.type(of: column, in: table.name) else { return nil }
                return PlannedQuery.Field(
                    name: QueryPlanner.propertyName(column.name), type: type, isOptional: !column.isNotNull,
                    column: column.name)
            }
            if fields.count == table.columns.count { rows[table.name] = fields }
        }
        return rows
    }

    /// The first words of all types that are not ours: no row type may hide them.
    private static func customTypes(_ planned: [[PlannedQuery]]) -> Set<String> {
        var names: Set<String> = []
        func add(_ type: SwiftType) {
            guard !type.isKnown else { return }
            names.formUnion(type.words)
        }
        for query in planned.joined() {
            for input in query.inputs where input.type.argument == "value(" || input.type.argument == "json(" {
                add(input.type)
            }
            for field in query.fields {
                if field.type.reader == "value" || field.type.reader == "json" { add(field.type) }
                for field in field.embedded?.fields ?? [] where field.type.reader == "value" { add(field.type) }
            }
        }
        return names
    }
}
