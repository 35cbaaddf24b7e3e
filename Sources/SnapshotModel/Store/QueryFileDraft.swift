import JSONBytes

/// A query file while it is read.
struct QueryFileDraft {
    var format: Int?
    var path: String?
    var schema: String?
    var queries: [Query] = []
    var problem: DraftProblem?

    /// Reads the whole object.
    mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "xtraq": format = try reader.integer()
            case "source": path = try reader.string()
            case "schema": schema = try reader.string()
            case "queries":
                try reader.array { (reader) throws(JSONError) in queries.append(try query(&reader)) }
            default: try reader.skip()
            }
        }
    }

    private mutating func query(_ reader: inout JSONReader) throws(JSONError) -> Query {
        let start = reader.offset
        var query = Query(name: "", cardinality: .many, sql: "")
        var hasCardinality = false
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "name": query.name = try reader.string()
            case "cardinality":
                if let cardinality = Cardinality(rawValue: try reader.string()) {
                    query.cardinality = cardinality
                    hasCardinality = true
                }
            case "row": query.rowName = try reader.string()
            case "deprecated": query.deprecation = try reader.string()
            case "writes": query.isReadOnly = try !reader.bool()
            case "documentation": query.documentation = try reader.strings()
            case "sql": query.sql = try reader.strings().joined(separator: "\n")
            case "parameters":
                try reader.array { (reader) throws(JSONError) in query.parameters.append(try parameter(&reader)) }
            case "columns":
                try reader.array { (reader) throws(JSONError) in query.columns.append(try column(&reader)) }
            case "embeds":
                try reader.array { (reader) throws(JSONError) in query.embeds.append(try embed(&reader)) }
            case "statements":
                try reader.array { (reader) throws(JSONError) in query.script.append(try statement(&reader)) }
            default: try reader.skip()
            }
        }
        if query.name.isEmpty { note("name", at: start) }
        if !hasCardinality { note("cardinality", at: start) }
        if query.sql.isEmpty { note("sql", at: start) }
        if query.embeds.contains(where: { $0.columns.upperBound > query.columns.count }) { note("embeds", at: start) }
        if query.script.contains(where: { $0.arguments.contains { !(0...query.parameters.count).contains($0) } }) {
            note("arguments", at: start)
        }
        return query
    }

    private mutating func embed(_ reader: inout JSONReader) throws(JSONError) -> EmbeddedTable {
        let start = reader.offset
        var embed = EmbeddedTable(name: "", table: "", first: -1, count: 0, isOptional: true)
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "name": embed.name = try reader.string()
            case "table": embed.table = try reader.string()
            case "first": embed.first = try reader.integer()
            case "count": embed.count = try reader.integer()
            case "optional": embed.isOptional = try reader.bool()
            default: try reader.skip()
            }
        }
        let isWithinReason = (0..<100_000).contains(embed.first) && (1..<100_000).contains(embed.count)
        if embed.name.isEmpty || embed.table.isEmpty || !isWithinReason {
            note("embeds", at: start)
            (embed.first, embed.count) = (0, 0)
        }
        return embed
    }

    private mutating func statement(_ reader: inout JSONReader) throws(JSONError) -> ScriptStatement {
        let start = reader.offset
        var statement = ScriptStatement(sql: "", arguments: [])
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "sql": statement.sql = try reader.strings().joined(separator: "\n")
            case "arguments":
                try reader.array { (reader) throws(JSONError) in statement.arguments.append(try reader.integer()) }
            default: try reader.skip()
            }
        }
        if statement.sql.isEmpty { note("statements", at: start) }
        return statement
    }

    private mutating func parameter(_ reader: inout JSONReader) throws(JSONError) -> Parameter {
        let start = reader.offset
        var name: String?
        var index = 0
        var isList = false
        var choices: [String] = []
        var value = ValueDraft()
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "name": name = try reader.string()
            case "index": index = try reader.integer()
            case "list": isList = try reader.bool()
            case "choices": choices = try reader.strings()
            default: try value.member(key, &reader)
            }
        }
        if !(1...32_766).contains(index) { note("index", at: start) }
        if let missing = value.missing { note(missing, at: start) }
        var parameter = Parameter(
            name: name, index: index, type: value.type ?? .declared(""), isOptional: value.isOptional ?? true,
            knowledge: value.knowledge ?? .unknown, origin: value.origin, reason: value.reason)
        parameter.isList = isList
        parameter.choices = choices
        return parameter
    }

    private mutating func column(_ reader: inout JSONReader) throws(JSONError) -> Column {
        let start = reader.offset
        var name: String?
        var json: JSONShape?
        var value = ValueDraft()
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "name": name = try reader.string()
            case "json": json = try JSONShape.read(&reader)
            default: try value.member(key, &reader)
            }
        }
        if name == nil { note("name", at: start) }
        if let missing = value.missing { note(missing, at: start) }
        var column = Column(
            name: name ?? "", type: value.type ?? .declared(""), isOptional: value.isOptional ?? true,
            origin: value.origin, knowledge: value.knowledge ?? .unknown, reason: value.reason)
        column.json = json
        return column
    }

    private mutating func note(_ member: String, at offset: Int) {
        if problem == nil { problem = DraftProblem(member: member, offset: offset) }
    }
}

/// The members that parameters and columns share, while they are read.
private struct ValueDraft {
    var type: ValueType?
    var isOptional: Bool?
    var knowledge: Knowledge?
    private var table: String?
    private var column: String?
    private var rule: Reason.Rule?
    private var subject: String?
    private var isTested = false

    /// The table column that it comes from or goes to.
    var origin: ColumnOrigin? {
        guard let table, let column else { return nil }
        return ColumnOrigin(table: table, column: column)
    }

    /// What says so; a rule of a newer tool is as good as none.
    var reason: Reason? {
        rule.map { Reason($0, subject: subject, isTested: isTested) }
    }

    mutating func member(_ key: JSONKey, _ reader: inout JSONReader) throws(JSONError) {
        switch key {
        case "type": type = .declared(try reader.string())
        case "swift": type = .swift(try reader.string())
        case "optional": isOptional = try reader.bool()
        case "by": knowledge = Knowledge(rawValue: try reader.string())
        case "table": table = try reader.string()
        case "column": column = try reader.string()
        case "why": rule = Reason.Rule(rawValue: try reader.string())
        case "of": subject = try reader.string()
        case "tested": isTested = try reader.bool()
        default: try reader.skip()
        }
    }

    /// The first member that is missing.
    var missing: String? {
        if type == nil { return "type" }
        if isOptional == nil { return "optional" }
        return knowledge == nil ? "by" : nil
    }
}

extension JSONReader {
    /// Reads an array of strings.
    mutating func strings() throws(JSONError) -> [String] {
        var strings: [String] = []
        try array { (reader) throws(JSONError) in strings.append(try reader.string()) }
        return strings
    }
}
