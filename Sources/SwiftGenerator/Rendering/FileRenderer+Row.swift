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
        for field in fields {
            out.append("        public let ")
            out.append(identifier: field.name)
            out.append(": ")
            renderType(field)
            out.append("\n")
        }
        if conformances.contains(.memberwiseInit) { renderMemberwiseInitializer(fields) }
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
        out.append("        }\n    }\n")
    }

    private mutating func renderMemberwiseInitializer(_ fields: [PlannedQuery.Field]) {
        out.append("\n        /// Makes a row, for tests.\n        public init(")
        let start = out.count
        renderParameters(fields, separator: ", ", ends: ("", ""))
        if out.count - start > 90 {
            out.cut(to: start)
            renderParameters(fields, separator: ",\n            ", ends: ("\n            ", "\n        "))
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
        _ fields: [PlannedQuery.Field], separator: StaticString, ends: (StaticString, StaticString)
    ) {
        var isFirst = true
        for field in fields {
            if isFirst { out.append(ends.0) } else { out.append(separator) }
            isFirst = false
            out.append(identifier: field.name)
            out.append(": ")
            renderType(field)
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

    private mutating func renderType(_ field: PlannedQuery.Field) {
        if let row = field.embedded {
            out.append(identifier: layout.name(of: row))
        } else {
            out.append(field.type.name)
        }
        if field.isOptional { out.append("?") }
    }
}
