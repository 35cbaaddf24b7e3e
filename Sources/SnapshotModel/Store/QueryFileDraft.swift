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
            default: try reader.skip()
            }
        }
        if query.name.isEmpty { note("name", at: start) }
        if !hasCardinality { note("cardinality", at: start) }
        if query.sql.isEmpty { note("sql", at: start) }
        return query
    }

    private mutating func parameter(_ reader: inout JSONReader) throws(JSONError) -> Parameter {
        let start = reader.offset
        var name: String?
        var index = 0
        var value = ValueDraft()
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "name": name = try reader.string()
            case "index": index = try reader.integer()
            default: try value.member(key, &reader)
            }
        }
        if !(1...32_766).contains(index) { note("index", at: start) }
        if let missing = value.missing { note(missing, at: start) }
        return Parameter(
            name: name, index: index, type: value.type ?? .declared(""), isOptional: value.isOptional ?? true,
            knowledge: value.knowledge ?? .unknown, origin: value.origin, reason: value.reason)
    }

    private mutating func column(_ reader: inout JSONReader) throws(JSONError) -> Column {
        let start = reader.offset
        var name: String?
        var value = ValueDraft()
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "name": name = try reader.string()
            default: try value.member(key, &reader)
            }
        }
        if name == nil { note("name", at: start) }
        if let missing = value.missing { note(missing, at: start) }
        return Column(
            name: name ?? "", type: value.type ?? .declared(""), isOptional: value.isOptional ?? true,
            origin: value.origin, knowledge: value.knowledge ?? .unknown, reason: value.reason)
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
