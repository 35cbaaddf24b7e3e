import SnapshotModel

extension FileRenderer {
    /// The query as a value.
    mutating func renderStatement(_ query: PlannedQuery, named function: String, rowType: String?) {
        guard query.query.script.isEmpty else { return renderScript(query, named: function) }
        out.append("    static let ")
        out.append(identifier: function)
        out.append(": QueryStatement<")
        if query.row == .none {
            out.append("Void")
        } else {
            if rowType != nil {
                out.append(identifier: layout.namespace)
                out.append(".")
            }
            renderRowType(query, rowType)
        }
        out.append("> = .init(\n        ")
        out.append(literal: "\(layout.schema).\(query.query.name)")
        out.append(",\n        ")
        out.append(sql: query.query.sql)
        if query.row != .none {
            out.append(",\n        columns: [")
            renderColumns(query.query.columns)
            out.append("],\n        decode: ")
            renderDecoder(query, rowType)
        }
        out.append("\n    )\n")
    }

    /// A query of several statements as a value.
    private mutating func renderScript(_ query: PlannedQuery, named function: String) {
        out.append("    static let ")
        out.append(identifier: function)
        out.append(": QueryScript = .init(\n        ")
        out.append(literal: "\(layout.schema).\(query.query.name)")
        out.append(",\n        [")
        for (place, part) in query.query.script.enumerated() {
            out.append(place == 0 ? "\n        .init(\n        " : ",\n        .init(\n        ")
            out.append(sql: part.sql)
            if !part.arguments.isEmpty {
                out.append(", [")
                out.append(part.arguments.map { "\($0)" }.joined(separator: ", "))
                out.append("]")
            }
            out.append(")")
        }
        out.append("\n        ]\n    )\n")
    }

    private mutating func renderColumns(_ columns: [Column]) {
        let start = out.count
        for (place, column) in columns.enumerated() {
            if place > 0 { out.append(", ") }
            out.append(literal: column.name)
        }
        guard out.count - start > 100 else { return }
        out.cut(to: start)
        var list = FilledList(indentation: 12)
        for column in columns { list.append(to: &out) { $0.append(literal: column.name) } }
        list.finish(in: &out)
    }

    private mutating func renderDecoder(_ query: PlannedQuery, _ rowType: String?) {
        if let rowType {
            out.append(identifier: layout.namespace)
            out.append(".")
            out.append(identifier: rowType)
            out.append(".init(row:)")
        } else if let field = query.fields.first {
            out.append("FirstColumn.")
            out.append(field.isOptional ? field.type.optionalReader : field.type.reader)
        }
    }
}
