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
        let unnamed = query.parameters.reduce(0) { $0 + ($1.name == nil ? 1 : 0) }
        var inputs: [PlannedQuery.Input] = []
        inputs.reserveCapacity(query.parameters.count)
        for parameter in query.parameters {
            guard let type = type(of: parameter.type) else {
                reportUnknownType(
                    of: "parameter \"\(parameter.name ?? "?\(parameter.index)")\"", parameter.type, query, file,
                    annotation: "-- @param \(parameter.name ?? "name"): Type")
                continue
            }
            let name =
                parameter.name.map { propertyName($0, taken: []) }
                ?? (unnamed == 1 ? "value" : "value\(parameter.index)")
            inputs.append(
                PlannedQuery.Input(
                    name: name, isLabelled: parameter.name != nil, type: type, isOptional: parameter.isOptional,
                    index: parameter.index))
        }
        guard Self.hasDoubles(inputs.lazy.map(\.name)) else { return inputs }
        let sources = query.parameters.map { $0.name ?? "value\($0.index)" }
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

    // MARK: Columns

    private mutating func fields(of query: Query, _ file: QueryFile) -> [PlannedQuery.Field] {
        var fields: [PlannedQuery.Field] = []
        fields.reserveCapacity(query.columns.count)
        for column in query.columns {
            guard let type = type(of: column) else {
                reportUnknownType(
                    of: "column \"\(column.name)\"", column.type, query, file,
                    annotation: "-- @column \(column.name): Type")
                continue
            }
            fields.append(
                PlannedQuery.Field(
                    name: propertyName(column.name, taken: Self.takenProperties), type: type,
                    isOptional: column.isOptional, column: column.name))
        }
        if Self.hasDoubles(fields.lazy.map(\.name)), fields.count == query.columns.count {
            tellApart(&fields, query, file)
        }
        return fields
    }

    /// Gives columns that would have one name the name of their table in front, or else their own spelling.
    private mutating func tellApart(_ fields: inout [PlannedQuery.Field], _ query: Query, _ file: QueryFile) {
        var counts: [String: Int] = [:]
        for column in query.columns { counts[column.name, default: 0] += 1 }
        let sources = query.columns.map { column in
            if let origin = column.origin, counts[column.name, default: 0] > 1 {
                "\(origin.table)_\(column.name)"
            } else {
                column.name
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

extension Cardinality {
    /// Whether the caller gets rows.
    var hasRows: Bool {
        switch self {
        case .one, .optional, .many: true
        case .exec, .execrows, .execlastid: false
        }
    }
}
