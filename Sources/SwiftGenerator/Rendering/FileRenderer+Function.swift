import SnapshotModel

extension FileRenderer {
    /// The function that makes a query of its arguments.
    mutating func renderFunction(_ query: PlannedQuery, named function: String, rowType: String?) {
        renderDocumentation(query.query)
        renderSignature(query, named: function, rowType: rowType)
        out.append(" {\n        ")
        let start = out.count
        renderCall(query, named: function)
        if out.count - start > 112 {
            out.cut(to: start)
            renderCall(query, named: function, fillingLinesFrom: 12)
        }
        out.append("\n    }\n")
    }

    private mutating func renderDocumentation(_ query: Query) {
        for line in query.documentation {
            let text = Self.plain(line)
            out.append(text.isEmpty ? "    ///" : "    /// ")
            out.append(text)
            out.append("\n")
        }
        if let deprecation = query.deprecation {
            out.append("    @available(*, deprecated")
            if !deprecation.isEmpty {
                out.append(", message: ")
                out.append(literal: deprecation)
            }
            out.append(")\n")
        }
    }

    private mutating func renderSignature(_ query: PlannedQuery, named function: String, rowType: String?) {
        out.append("    public static func ")
        out.append(identifier: function)
        let start = out.count
        renderInputs(query, separator: ", ", ends: ("", ""))
        renderResult(query, rowType: rowType)
        guard out.count - start + function.utf8.count + 25 > 120, !query.inputs.isEmpty else { return }
        out.cut(to: start)
        renderInputs(query, separator: ",\n        ", ends: ("\n        ", "\n    "))
        renderResult(query, rowType: rowType)
    }

    private mutating func renderInputs(
        _ query: PlannedQuery, separator: StaticString, ends: (StaticString, StaticString)
    ) {
        out.append("(")
        var isFirst = true
        for input in query.inputs {
            if isFirst { out.append(ends.0) } else { out.append(separator) }
            isFirst = false
            if !input.isLabelled { out.append("_ ") }
            out.append(label: input.name)
            out.append(": ")
            out.append(input.type.name)
            if input.isOptional { out.append("?") }
        }
        if !isFirst { out.append(ends.1) }
        out.append(")")
    }

    private mutating func renderResult(_ query: PlannedQuery, rowType: String?) {
        let isReadOnly = query.query.isReadOnly
        switch query.query.cardinality {
        case .many where isReadOnly:
            out.append(" -> RowsQuery<")
            renderRowType(query, rowType)
        case .many:
            out.append(" -> WriteQuery<[")
            renderRowType(query, rowType)
            out.append("]")
        case .one, .optional:
            if isReadOnly { out.append(" -> ReadQuery<") } else { out.append(" -> WriteQuery<") }
            renderRowType(query, rowType)
            if query.query.cardinality == .optional { out.append("?") }
        case .exec: out.append(" -> WriteQuery<Void")
        case .execrows: out.append(" -> WriteQuery<Int")
        case .execlastid: out.append(" -> WriteQuery<Int64")
        }
        out.append(">")
    }

    /// The Swift type of a row.
    mutating func renderRowType(_ query: PlannedQuery, _ rowType: String?) {
        if let rowType {
            out.append(identifier: rowType)
        } else if let field = query.fields.first {
            out.append(field.type.name)
            if field.isOptional { out.append("?") }
        } else {
            out.append("Void")
        }
    }

    private mutating func renderCall(
        _ query: PlannedQuery, named function: String, fillingLinesFrom indentation: Int? = nil
    ) {
        let isReadOnly = query.query.isReadOnly
        switch query.query.cardinality {
        case .many where isReadOnly: out.append("RowsQuery(")
        case .many: out.append("WriteQuery(many: ")
        case .one: if isReadOnly { out.append("ReadQuery(one: ") } else { out.append("WriteQuery(one: ") }
        case .optional:
            if isReadOnly { out.append("ReadQuery(optional: ") } else { out.append("WriteQuery(optional: ") }
        case .exec: out.append("WriteQuery(")
        case .execrows: out.append("WriteQuery(changes: ")
        case .execlastid: out.append("WriteQuery(rowID: ")
        }
        out.append("Statements.")
        out.append(identifier: function)
        if !query.inputs.isEmpty {
            out.append(", [")
            var list = FilledList(indentation: indentation)
            var next = 1
            for input in query.inputsByIndex {
                // Numbers that the statement leaves out (`?2` without `?1`) are parameters of nobody.
                while next < input.index {
                    list.append(to: &out) { $0.append(".null") }
                    next += 1
                }
                next += 1
                list.append(to: &out) { out in
                    out.append(".")
                    out.append(input.type.argument)
                    out.append(identifier: input.name)
                    out.append(")")
                }
            }
            list.finish(in: &out)
            out.append("]")
        }
        out.append(")")
    }
}
