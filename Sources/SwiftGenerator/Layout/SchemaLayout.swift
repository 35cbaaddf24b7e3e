import Diagnostics
import SnapshotModel

/// The names within one schema's namespace, and the row types that its queries share.
struct SchemaLayout: Sendable {
    /// A row type that any number of queries may share.
    struct SharedRow: Sendable {
        var source: RowSource
        var fields: [PlannedQuery.Field]
    }

    /// The schema as the snapshot names it.
    let schema: String
    /// The enumeration that holds the schema's functions and types.
    let namespace: String
    /// Function names by query name.
    private let functions: NameScope
    /// Names of the shared row types.
    private let sharedNames: [RowSource: String]
    /// Names of row types that belong to one query, by the name of its function.
    private let ownNames: [String: String]
    /// Names of enumerations that belong to a parameter, by ``choiceKey(_:_:)``.
    private let choiceNames: NameScope?
    /// Names of the structures of JSON that is a query's only column, by ``jsonKey(_:_:)``.
    private let jsonNames: NameScope?
    /// The shared row types in the order of their names.
    let sharedRows: [SharedRow]

    /// Decides all names of a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema as the snapshot names it.
    ///   - namespace: The enumeration's name.
    ///   - queries: The schema's queries, all files together.
    ///   - takenTypes: Type names that a row type must not hide.
    ///   - findings: Gets what is contradictory.
    init(
        schema: String, namespace: String, queries: [PlannedQuery], takenTypes: Set<String>, findings: inout [Finding]
    ) {
        self.schema = schema
        self.namespace = namespace
        // A schema's name may be a query's too, in scripts without capitals.
        functions = NameScope(
            queries.lazy.map(\.query.name), taken: ReservedTypes.expressions.union([namespace]), style: Identifier.value
        )

        var seen: Set<String> = []
        for query in queries where !seen.insert(query.query.name).inserted {
            findings.append(
                Finding(.queryNameTwice, "two queries of schema \"\(schema)\" are named \"\(query.query.name)\""))
        }
        var rows: [RowSource: (fields: [PlannedQuery.Field], query: String)] = [:]
        for query in queries {
            if !query.query.embeds.isEmpty {
                for row in query.fields.compactMap(\.embedded) where rows[.table(row.table)] == nil {
                    rows[.table(row.table)] = (row.fields, query.query.name)
                }
            }
            guard case .shared(let source) = query.row else { continue }
            guard let known = rows[source] else {
                rows[source] = (query.fields, query.query.name)
                continue
            }
            if known.fields != query.fields {
                findings.append(Self.contradiction(source, schema, known, query))
            }
        }
        var taken = takenTypes
        var names: [RowSource: String] = [:]
        // `@row` is what a person wrote; it comes first. Then tables, then queries: each yields to those before it.
        let annotated = rows.keys.compactMap { if case .annotation(let name) = $0 { name } else { nil } }
        let annotatedNames = NameScope(annotated, taken: taken, suffix: "Row", style: Self.typeName)
        for name in annotated { names[.annotation(name)] = annotatedNames[source: name] }
        taken.formUnion(names.values)
        let tables = rows.keys.compactMap { if case .table(let name) = $0 { name } else { nil } }
        let tableNames = NameScope(tables, taken: taken, suffix: "OfTable") { Identifier.type($0) + "Row" }
        for name in tables { names[.table(name)] = tableNames[source: name] }
        taken.formUnion(names.values)
        sharedNames = names

        let functions = functions
        let owners = queries.lazy.filter { $0.row == .own }.map { functions[source: $0.query.name] }
        let ownScope = NameScope(owners, taken: taken, suffix: "OfQuery") { Self.capitalized($0) + "Row" }
        ownNames = Dictionary(owners.map { ($0, ownScope[source: $0]) }) { first, _ in first }
        let choosing = queries.flatMap { query in
            query.inputs.lazy.filter { !$0.choices.isEmpty }.map { input in
                Self.choiceKey(functions[source: query.query.name], input)
            }
        }
        let choiceScope =
            choosing.isEmpty
            ? nil : NameScope(choosing, taken: taken.union(ownNames.values), suffix: "OfQuery") { $0 }
        choiceNames = choiceScope
        let shaped = queries.compactMap { query in
            Self.scalarJSON(of: query).map { Self.jsonKey(functions[source: query.query.name], $0.field, $0.shape) }
        }
        taken.formUnion(ownNames.values)
        for choice in choosing { taken.insert(choiceScope?[source: choice] ?? choice) }
        jsonNames = shaped.isEmpty ? nil : NameScope(shaped, taken: taken, suffix: "OfQuery") { $0 }
        sharedRows = rows.map { SharedRow(source: $0.key, fields: $0.value.fields) }
            .sorted { (names[$0.source] ?? "") < (names[$1.source] ?? "") }
    }

    /// The name of a query's function, without backticks.
    func function(of query: PlannedQuery) -> String {
        functions[source: query.query.name]
    }

    /// The name of a shared row type, or of one of a query's own; `nil` where a row is no type of ours.
    func rowType(of query: PlannedQuery, function: String) -> String? {
        switch query.row {
        case .none, .scalar: nil
        case .shared(let source): sharedNames[source]
        case .own: ownNames[function]
        }
    }

    /// The name of the row type of a table that other rows embed.
    func name(of row: PlannedQuery.EmbeddedRow) -> String {
        sharedNames[.table(row.table)] ?? ""
    }

    /// The name of the enumeration of what a parameter can be.
    func choiceType(of input: PlannedQuery.Input, function: String) -> String {
        choiceNames?[source: Self.choiceKey(function, input)] ?? ""
    }

    /// The types of the JSON that is a query's only column; `nil` where it is none, or of no known shape.
    func scalarJSON(of query: PlannedQuery, function: String) -> JSONTypes? {
        guard let (field, shape) = Self.scalarJSON(of: query) else { return nil }
        let key = Self.jsonKey(function, field, shape)
        return JSONTypes(
            shape, named: jsonNames?[source: key] ?? key, in: Identifier.quoted(namespace) + ".",
            taken: ReservedTypes.used)
    }

    private static func jsonKey(_ function: String, _ field: PlannedQuery.Field, _ shape: JSONShape) -> String {
        JSONTypes.name(of: shape, named: capitalized(function) + Identifier.type(field.column))
    }

    private static func scalarJSON(of query: PlannedQuery) -> (field: PlannedQuery.Field, shape: JSONShape)? {
        guard query.row == .scalar, let field = query.fields.first, let shape = field.json else { return nil }
        return (field, shape)
    }

    private static func choiceKey(_ function: String, _ input: PlannedQuery.Input) -> String {
        capitalized(function) + capitalized(input.name)
    }

    /// The name of a shared row type.
    func name(of row: SharedRow) -> String {
        sharedNames[row.source] ?? ""
    }

    /// Queries whose function could not have the name that follows from theirs alone, with the name it has.
    var renamed: [(query: String, function: String)] {
        functions.renamed.map { ($0, functions[source: $0]) }.filter { Identifier.value($0.0) != $0.1 }
    }

    private static func typeName(_ name: String) -> String {
        // What a person wrote for Swift stays as it is, if Swift can have it.
        let isFit = name.unicodeScalars.first.map { $0.canBeginIdentifier && $0 != "_" } ?? false
        guard isFit, name.unicodeScalars.allSatisfy(\.canContinueIdentifier), !Keyword.isUnusable(name) else {
            return Identifier.type(name)
        }
        return name
    }

    static func capitalized(_ name: String) -> String {
        guard let first = name.unicodeScalars.first else { return name }
        let start = first.isASCII ? String(first).uppercased() : first.properties.titlecaseMapping
        return start + String(name.unicodeScalars.dropFirst())
    }

    private static func contradiction(
        _ source: RowSource, _ schema: String, _ known: (fields: [PlannedQuery.Field], query: String),
        _ query: PlannedQuery
    ) -> Finding {
        let name = if case .annotation(let name) = source { name } else { "" }
        let mine = Set(query.fields.map(\.signature))
        let theirs = Set(known.fields.map(\.signature))
        let differences = mine.symmetricDifference(theirs).sorted()
        let what = differences.isEmpty ? "in the order of their columns" : "in \(differences.joined(separator: ", "))"
        return Finding(
            .rowTypeContradictory,
            "queries \"\(known.query)\" and \"\(query.query.name)\" of schema \"\(schema)\" share @row \(name) but differ \(what)",
            notes: ["give one of them another @row, or make the columns agree"])
    }
}

extension PlannedQuery.Field {
    /// `total: Decimal?`
    var signature: String {
        "\(name): \(type.name)\(json.map { "<\($0.text)>" } ?? "")\(isOptional ? "?" : "")"
    }
}
