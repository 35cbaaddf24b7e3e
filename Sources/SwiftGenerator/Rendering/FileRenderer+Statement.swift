import SnapshotModel

extension FileRenderer {
    /// The query as a value.
    mutating func renderStatement(_ query: PlannedQuery, named function: String, rowType: String?) {
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
            renderColumns(query.fields)
            out.append("],\n        decode: ")
            renderDecoder(query, rowType)
        }
        out.append("\n    )\n")
    }

    private mutating func renderColumns(_ fields: [PlannedQuery.Field]) {
        let start = out.count
        for (place, field) in fields.enumerated() {
            if place > 0 { out.append(", ") }
            out.append(literal: field.column)
        }
        guard out.count - start > 100 else { return }
        out.cut(to: start)
        var list = FilledList(indentation: 12)
        for field in fields { list.append(to: &out) { $0.append(literal: field.column) } }
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
