import SnapshotModel

extension FileRenderer {
    /// A row type with all its members; its doc comment stands before it already.
    mutating func renderRow(named name: String, _ fields: [PlannedQuery.Field]) {
        out.append("    public nonisolated struct ")
        out.append(identifier: name)
        out.append(": Sendable")
        if conformances.contains(.hashable) {
            out.append(", Hashable")
        } else if conformances.contains(.equatable) {
            out.append(", Equatable")
        }
        if conformances.contains(.codable) { out.append(", Codable") }
        out.append(" {\n")
        let json = fields.jsonTypes(besides: name)
        for (place, field) in fields.enumerated() {
            out.append("        public let ")
            out.append(identifier: field.name)
            out.append(": ")
            renderType(field, json[place])
            out.append("\n")
        }
        if conformances.contains(.memberwiseInit) { renderMemberwiseInitializer(fields, json) }
        out.append("\n        init(row: borrowing ResultRow) throws(XtraqError) {\n")
        var place = 0
        for field in fields {
            out.append("            ")
            renderProperty(field)
            out.append(" = try row.")
            out.append(field.isOptional ? field.type.optionalReader : field.type.reader)
            out.append("(")
            out.append(place)
            if let row = field.embedded { renderEmbedding(row, isOptional: field.isOptional) }
            out.append(")\n")
            place += field.columnCount
        }
        out.append("        }\n")
        for (place, field) in fields.enumerated() {
            if let types = json[place] { renderJSON(types.objects, of: field.column, indentation: 8) }
        }
        out.append("    }\n")
    }

    private mutating func renderMemberwiseInitializer(_ fields: [PlannedQuery.Field], _ json: [Int: JSONTypes]) {
        out.append("\n        /// Makes a row, for tests.\n        public init(")
        let start = out.count
        renderParameters(fields, json, separator: ", ", ends: ("", ""))
        if out.count - start > 90 {
            out.cut(to: start)
            renderParameters(fields, json, separator: ",\n            ", ends: ("\n            ", "\n        "))
        }
        out.append(") {\n")
        for field in fields {
            out.append("            self.")
            out.append(identifier: field.name)
            out.append(" = ")
            out.append(identifier: field.name)
            out.append("\n")
        }
        out.append("        }\n")
    }

    private mutating func renderParameters(
        _ fields: [PlannedQuery.Field], _ json: [Int: JSONTypes], separator: StaticString,
        ends: (StaticString, StaticString)
    ) {
        var isFirst = true
        for (place, field) in fields.enumerated() {
            if isFirst { out.append(ends.0) } else { out.append(separator) }
            isFirst = false
            out.append(identifier: field.name)
            out.append(": ")
            renderType(field, json[place])
        }
        out.append(ends.1)
    }

    private mutating func renderProperty(_ field: PlannedQuery.Field) {
        out.append(identifier: field.name)
    }

    private mutating func renderEmbedding(_ row: PlannedQuery.EmbeddedRow, isOptional: Bool) {
        if isOptional {
            out.append(", count: ")
            out.append(row.fields.count)
        }
        out.append(", ")
        out.append(identifier: layout.name(of: row))
        out.append(".init(row:)")
    }

    private mutating func renderType(_ field: PlannedQuery.Field, _ json: JSONTypes?) {
        if let json {
            out.append("JSONText<\(json.type)>")
        } else if let row = field.embedded {
            out.append(identifier: layout.name(of: row))
        } else {
            out.append(field.type.name)
        }
        if field.isOptional { out.append("?") }
    }
}
