import Diagnostics
import SnapshotModel

/// Decides for the queries of a file what follows from each query alone: Swift names and types of parameters and columns,
/// and what a row becomes.
struct QueryPlanner {
    private let types: TypeMap
    private let tables: [String: [PlannedQuery.Field]]
    private var typesByValue: [ValueType: SwiftType?] = [:]
    private var namesBySource: [String: String] = [:]
    private(set) var findings: [Finding] = []

    init(types: TypeMap, tables: [String: [PlannedQuery.Field]]) {
        self.types = types
        self.tables = tables
    }

    mutating func plan(_ query: Query, of file: QueryFile) -> PlannedQuery {
        let inputs = inputs(of: query, file)
        guard query.cardinality.hasRows, !query.columns.isEmpty else {
            if query.cardinality.hasRows {
                report(
                    .cardinalityMismatch,
                    "query \"\(query.name)\" is :\(query.cardinality.rawValue) but its statement returns no rows", file)
            }
            return PlannedQuery(query: query, inputs: inputs, fields: [], row: .none)
        }
        let fields = fields(of: query, file)
        return PlannedQuery(query: query, inputs: inputs, fields: fields, row: row(of: query, fields))
    }

    // MARK: Parameters

    private mutating func inputs(of query: Query, _ file: QueryFile) -> [PlannedQuery.Input] {
        let labels = Self.labels(of: query.parameters)
        let unnamed = labels.reduce(0) { $0 + ($1 == nil ? 1 : 0) }
        var inputs: [PlannedQuery.Input] = []
        inputs.reserveCapacity(query.parameters.count)
        for (place, parameter) in query.parameters.enumerated() {
            guard let type = type(of: parameter.type) else {
                reportUnknownType(
                    of: "parameter \"\(parameter.name ?? "?\(parameter.index)")\"", parameter.type, query, file,
                    annotation: "-- @param \(parameter.name ?? "name"): Type")
                continue
            }
            let name =
                labels[place].map { propertyName($0, taken: []) }
                ?? (unnamed == 1 ? "value" : "value\(place + 1)")
            inputs.append(
                PlannedQuery.Input(
                    name: name, isLabelled: labels[place] != nil, type: type, isOptional: parameter.isOptional,
                    index: parameter.index, isList: parameter.isList, choices: parameter.choices))
        }
        guard Self.hasDoubles(inputs.lazy.map(\.name)) else { return inputs }
        let sources = labels.enumerated().map { $1 ?? "value\($0 + 1)" }
        guard Set(sources).count == sources.count, inputs.count == sources.count else {
            if inputs.count == sources.count {
                report(.parameterNameTwice, "two parameters of query \"\(query.name)\" have one name", file)
            }
            return inputs
        }
        let scope = NameScope(sources, taken: ReservedTypes.expressions, style: Identifier.value)
        for place in inputs.indices { inputs[place].name = scope[source: sources[place]] }
        return inputs
    }

    /// What parameters are called: by their names, and where they have none, by the column that each alone is stored in or
    /// compared with.
    private static func labels(of parameters: [Parameter]) -> [String?] {
        guard parameters.contains(where: { $0.name == nil }) else { return parameters.map(\.name) }
        let candidates = parameters.map { $0.name ?? $0.origin?.column }
        var counts: [String: Int] = [:]
        for candidate in candidates { if let candidate { counts[Identifier.value(candidate), default: 0] += 1 } }
        return zip(parameters, candidates).map { parameter, candidate in
            if let name = parameter.name { return name }
            guard let candidate, counts[Identifier.value(candidate)] == 1 else { return nil }
            return candidate
        }
    }

    // MARK: Columns

    private mutating func fields(of query: Query, _ file: QueryFile) -> [PlannedQuery.Field] {
        var fields: [PlannedQuery.Field] = []
        fields.reserveCapacity(query.columns.count)
        for (place, column) in query.columns.enumerated() {
            if let embed = query.embeds.first(where: { $0.columns.contains(place) }) {
                if place == embed.first { append(embed, of: query, file, to: &fields) }
                continue
            }
            guard let type = type(of: column) else {
                reportUnknownType(
                    of: "column \"\(column.name)\"", column.type, query, file,
                    annotation: "-- @column \(column.name): Type")
                continue
            }
            fields.append(
                PlannedQuery.Field(
                    name: propertyName(column.name, taken: Self.takenProperties),
                    type: column.json == nil ? type : .shapedJSON, isOptional: column.isOptional, column: column.name,
                    json: column.json))
        }
        let isComplete = fields.reduce(0) { $0 + $1.columnCount } == query.columns.count
        if Self.hasDoubles(fields.lazy.map(\.name)), isComplete {
            tellApart(&fields, query, file)
        }
        return fields
    }

    /// All columns of a table become one field.
    private mutating func append(
        _ embed: EmbeddedTable, of query: Query, _ file: QueryFile, to fields: inout [PlannedQuery.Field]
    ) {
        guard let row = tables[embed.table], row.map(\.column) == query.columns[embed.columns].map(\.name) else {
            report(
                .macroMalformed,
                "sqlc.embed(\(embed.name)) of query \"\(query.name)\": the columns of \(embed.table) are not known",
                file,
                note: "list the columns in its place")
            return
        }
        fields.append(
            PlannedQuery.Field(
                name: propertyName(embed.name, taken: Self.takenProperties), type: .row, isOptional: embed.isOptional,
                column: embed.name, embedded: PlannedQuery.EmbeddedRow(table: embed.table, fields: row)))
    }

    /// Gives columns that would have one name the name of their table in front, or else their own spelling.
    private mutating func tellApart(_ fields: inout [PlannedQuery.Field], _ query: Query, _ file: QueryFile) {
        var ends: [Int] = []
        for field in fields { ends.append((ends.last ?? 0) + field.columnCount) }
        var counts: [String: Int] = [:]
        for field in fields { counts[field.column, default: 0] += 1 }
        let sources = zip(fields, ends).map { field, end in
            if field.embedded == nil, let origin = query.columns[end - 1].origin, counts[field.column, default: 0] > 1 {
                "\(origin.table)_\(field.column)"
            } else {
                field.column
            }
        }
        guard Set(sources).count == sources.count else {
            report(
                .columnNameTwice, "two columns of query \"\(query.name)\" have one name", file,
                note: "name one of them anew: AS \"other_name\"")
            return
        }
        let scope = NameScope(sources, taken: Self.takenProperties, style: Identifier.value)
        for place in fields.indices { fields[place].name = scope[source: sources[place]] }
    }

    /// The Swift name of a column or parameter; the same few occur in most queries.
    private mutating func propertyName(_ source: String, taken: Set<String>) -> String {
        let name: String
        if let known = namesBySource[source] {
            name = known
        } else {
            name = Identifier.value(source)
            namesBySource[source] = name
        }
        return !taken.isEmpty && taken.contains(name) ? name + "_" : name
    }

    /// The Swift name of a column that collides with no other.
    static func propertyName(_ column: String) -> String {
        let name = Identifier.value(column)
        return takenProperties.contains(name) ? name + "_" : name
    }

    /// Members that the conformances of a row type bring.
    static let takenProperties: Set<String> = ["hashValue", "row"]

    // MARK: Rows

    private func row(of query: Query, _ fields: [PlannedQuery.Field]) -> PlannedQuery.Row {
        if let name = query.rowName { return .shared(.annotation(name)) }
        if !query.embeds.isEmpty { return .own }
        if fields.count == 1 {
            // One optional for two reasons would not say which.
            return query.cardinality == .optional && fields[0].isOptional ? .own : .scalar
        }
        if let table = query.columns.first?.origin?.table, let whole = tables[table], whole == fields,
            query.columns.allSatisfy({ $0.origin?.table == table })
        {
            return .shared(.table(table))
        }
        return .own
    }

    // MARK: Types

    private mutating func type(of value: ValueType) -> SwiftType? {
        if let known = typesByValue[value] { return known }
        let type = types.type(of: value)
        typesByValue[value] = .some(type)
        return type
    }

    private mutating func type(of column: Column) -> SwiftType? {
        if types.hasColumns, let type = types.configuredType(of: column) { return type }
        return type(of: column.type)
    }

    // MARK: Findings

    private mutating func reportUnknownType(
        of what: String, _ type: ValueType, _ query: Query, _ file: QueryFile, annotation: String
    ) {
        switch type {
        case .declared(let declared):
            report(
                .declaredTypeUnknown,
                "\(what) of query \"\(query.name)\" is declared as \"\(declared)\", which names no Swift type", file,
                note: "say it in the query (\(annotation)) or for the whole project (types in .xtraqconfig)")
        case .swift(let name):
            report(
                .typeMalformed, "\(what) of query \"\(query.name)\": \"\(name)\" is not the name of a Swift type", file)
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ message: String, _ file: QueryFile, note: String? = nil) {
        findings.append(
            Finding(
                code, message, at: SourceLocation(path: file.path, line: 1, column: 1), notes: note.map { [$0] } ?? []))
    }

    private static func hasDoubles(_ names: some Collection<String>) -> Bool {
        // Rows are short: comparing each with each is quicker than hashing.
        guard names.count < 24 else { return Set(names).count != names.count }
        var rest = names[...]
        while let first = rest.popFirst() {
            if rest.contains(first) { return true }
        }
        return false
    }
}
