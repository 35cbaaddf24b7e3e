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
        renderInputs(query, function, separator: ", ", ends: ("", ""))
        renderResult(query, rowType: rowType)
        guard out.count - start + function.utf8.count + 25 > 120, !query.inputs.isEmpty else { return }
        out.cut(to: start)
        renderInputs(query, function, separator: ",\n        ", ends: ("\n        ", "\n    "))
        renderResult(query, rowType: rowType)
    }

    private mutating func renderInputs(
        _ query: PlannedQuery, _ function: String, separator: StaticString, ends: (StaticString, StaticString)
    ) {
        out.append("(")
        var isFirst = true
        for input in query.inputs {
            if isFirst { out.append(ends.0) } else { out.append(separator) }
            isFirst = false
            if !input.isLabelled { out.append("_ ") }
            out.append(label: input.name)
            out.append(input.isList ? ": [" : ": ")
            if input.choices.isEmpty {
                out.append(input.type.name)
            } else {
                out.append(identifier: layout.choiceType(of: input, function: function))
            }
            if input.isList { out.append("]") }
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
        case .execresult: out.append(" -> WriteQuery<ExecutionResult")
        }
        out.append(">")
    }

    /// The Swift type of a row.
    mutating func renderRowType(_ query: PlannedQuery, _ rowType: String?) {
        if let rowType {
            out.append(identifier: rowType)
        } else if let field = query.fields.first {
            if let json = layout.scalarJSON(of: query, function: layout.function(of: query)) {
                out.append("JSONText<\(json.type)>")
            } else {
                out.append(field.type.name)
            }
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
        case .exec:
            if query.query.script.isEmpty { out.append("WriteQuery(") } else { out.append("WriteQuery(script: ") }
        case .execrows: out.append("WriteQuery(changes: ")
        case .execlastid: out.append("WriteQuery(rowID: ")
        case .execresult: out.append("WriteQuery(result: ")
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
                list.append(to: &out) { Self.append(input, to: &$0) }
            }
            list.finish(in: &out)
            out.append("]")
        }
        out.append(")")
    }

    /// An argument, made of a parameter.
    private static func append(_ input: PlannedQuery.Input, to out: inout SourceBuffer) {
        if input.isList { out.append(".list(") } else { out.append(".") }
        if !input.isList { out.append(input.type.argument) }
        out.append(identifier: input.name)
        if !input.choices.isEmpty { out.append(input.isOptional ? "?.rawValue" : ".rawValue") }
        out.append(")")
        guard input.isList else { return }
        out.append(" { .")
        out.append(input.type.argument)
        out.append("$0) }")
    }

    /// The enumerations of what parameters of a query can be.
    mutating func renderChoices(_ query: PlannedQuery, named function: String) {
        for input in query.inputs where !input.choices.isEmpty {
            out.append("\n    /// What `")
            out.append(input.name)
            out.append("` of `")
            out.append(function)
            out.append("` can be.\n    public nonisolated enum ")
            out.append(identifier: layout.choiceType(of: input, function: function))
            out.append(": String, Sendable, CaseIterable")
            if conformances.contains(.codable) { out.append(", Codable") }
            out.append(" {\n")
            let names = NameScope(input.choices, taken: Self.takenCases, style: Identifier.value)
            for choice in input.choices {
                out.append("        case ")
                out.append(identifier: names[source: choice])
                if names[source: choice] != choice {
                    out.append(" = ")
                    out.append(literal: choice)
                }
                out.append("\n")
            }
            out.append("    }\n")
        }
    }

    /// Members that an enumeration of texts has.
    private static let takenCases: Set<String> = ["allCases", "hashValue", "rawValue"]
}
