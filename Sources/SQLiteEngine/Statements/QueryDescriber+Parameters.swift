import Diagnostics
import SnapshotModel

extension QueryDescriber {
    /// The parameters of all statements, and for each of several statements the numbers of those that it takes.
    mutating func describeParameters() -> (parameters: [Parameter], arguments: [[Int]]) {
        var known: [(key: String, mark: ParameterMark, knowledge: ParameterKnowledge)] = []
        for (number, facts) in statements.enumerated() {
            for mark in facts.marks {
                let key = Self.key(of: mark, inStatement: number)
                if let place = known.firstIndex(where: { $0.key == key }) {
                    known[place].knowledge.merge(facts.knowledge(of: mark))
                } else {
                    known.append((key, mark, facts.knowledge(of: mark)))
                }
            }
        }
        reportNames(known.map(\.mark))
        if known.allSatisfy({ $0.mark.number != nil }) {
            known.sort { ($0.mark.number ?? 0) < ($1.mark.number ?? 0) }
        }
        let isScript = statements.count > 1
        var parameters: [Parameter] = []
        for (place, entry) in known.enumerated() {
            var parameter = parameter(entry.mark, entry.knowledge)
            if isScript { parameter.index = place + 1 }
            parameters.append(parameter)
        }
        return (parameters, isScript ? arguments(known.map(\.key)) : [])
    }

    /// What is one parameter has one key: a plain `?` is nobody else's; numbers and names are the query's.
    private static func key(of mark: ParameterMark, inStatement number: Int) -> String {
        mark.name != nil ? mark.text : mark.number.map { "#\($0)" } ?? "?\(number).\(mark.index)"
    }

    /// For each of several statements the numbers of the parameters that it takes, 0 for none.
    private func arguments(_ keys: [String]) -> [[Int]] {
        statements.enumerated().map { number, facts in
            var arguments = Array(repeating: 0, count: facts.marks.map(\.index).max() ?? 0)
            for mark in facts.marks where mark.index > 0 {
                let place = keys.firstIndex(of: Self.key(of: mark, inStatement: number))
                arguments[mark.index - 1] = place.map { $0 + 1 } ?? 0
            }
            return arguments
        }
    }

    /// Reports gaps in the numbers, and names that are written with two marks.
    private mutating func reportNames(_ marks: [ParameterMark]) {
        var expected = 1
        let isScript = statements.count > 1
        let ordered = isScript ? marks.sorted(by: { ($0.number ?? 0) < ($1.number ?? 0) }) : marks
        for (place, mark) in ordered.enumerated() {
            let index = isScript ? mark.number ?? expected : mark.index
            if index > expected {
                report(
                    .parameterNumberUnused, "\(mark.text) is used, but ?\(expected) is not",
                    at: text.sourceOffset(of: mark.offset), notes: ["number the parameters without gaps from 1"])
            }
            expected = index + (isScript && mark.number == nil ? 0 : 1)
            guard let name = mark.name else { continue }
            if let twin = ordered[..<place].last(where: { $0.name == name }) {
                report(
                    .parameterNameTwice, "\(twin.text) and \(mark.text) are two parameters of one name",
                    at: text.sourceOffset(of: mark.offset),
                    notes: ["write both with the same mark, or rename one"])
            }
        }
    }

    private mutating func parameter(_ mark: ParameterMark, _ knowledge: ParameterKnowledge) -> Parameter {
        let name = mark.annotationName
        let annotation = query.annotations.parameters.first { $0.name == name }
        let json = query.annotations.json.first { $0.name == name }
        let inferred = knowledge.inferred
        var parameter = Parameter(
            name: mark.name, index: mark.index, type: .declared(""), isOptional: false, knowledge: .proven)
        parameter.isOptional = inferred.takesNull || knowledge.isNullTested
        parameter.origin = inferred.origin
        parameter.reason = Reason(inferred.rule, isTested: knowledge.isNullTested)
        if let said = annotation?.type ?? json?.type {
            parameter.type = .swift(dateSpelling(of: said, inferred))
            parameter.isOptional = annotation?.isOptional ?? json?.isOptional ?? (json != nil && parameter.isOptional)
            parameter.knowledge = .annotated
            parameter.reason = Reason(.annotated)
        } else if let choices = knowledge.choices {
            parameter.type = .declared("TEXT")
            parameter.choices = choices.texts
            parameter.isOptional = parameter.isOptional || choices.hasElse
        } else if let declared = inferred.declaredType {
            parameter.type = type(declared, of: inferred.origin)
            if case .swift(let said) = parameter.type { parameter.type = .swift(dateSpelling(of: said, inferred)) }
        }
        if let isOptional = annotation?.isOptional {
            parameter.isOptional = isOptional
            parameter.knowledge = .annotated
            parameter.reason = Reason(.annotated)
        }
        if text.isNullable(mark.name) {
            parameter.isOptional = true
            if parameter.knowledge != .annotated { parameter.reason = Reason(.narg) }
        }
        if knowledge.isList { makeList(&parameter, annotation) }
        if case .swift = parameter.type { return parameter }
        if let declared = parameter.declaredType {
            if catalogue.understoodTypes.contains(declared) { return parameter }
            if DeclaredType.meaning(of: declared) != nil || isMapped(declared, nil) { return parameter }
        }
        reportUnknown(mark, inferred, isOptional: parameter.isOptional, isList: parameter.isList)
        return parameter
    }

    /// Of a list the type is that of a value; an annotation may name the type of either.
    private func makeList(_ parameter: inout Parameter, _ annotation: ValueAnnotation?) {
        // What `json_each` reads may be any JSON text of the caller's, where an annotation says so.
        let isAnnotatedAsText = annotation?.type.map { !$0.hasPrefix("[") || $0.contains(":") } ?? false
        let isCompared = statements.contains { facts in
            facts.lists.uses.contains { $0.subquery != nil && $0.text.dropFirst() == (parameter.name ?? "")[...] }
        }
        parameter.isList = isCompared || !isAnnotatedAsText
        guard parameter.isList, case .swift(let name) = parameter.type, name.hasPrefix("["), name.hasSuffix("]"),
            !name.contains(":")
        else { return }
        parameter.type = .swift(String(name.dropFirst().dropLast()))
    }

    /// A date is stored as the column that it meets has it: as seconds since 1970, as Julian day, or as text.
    private func dateSpelling(of name: String, _ inferred: InferredParameter) -> String {
        guard name == "Date", let declared = inferred.declaredType else { return name }
        switch DeclaredType.meaning(of: declared) {
        case .integer: return "Date(unixepoch)"
        case .real: return "Date(julianday)"
        default: return name
        }
    }

    private mutating func reportUnknown(
        _ mark: ParameterMark, _ inferred: InferredParameter, isOptional: Bool, isList: Bool
    ) {
        let guess = TypeSuggestion(StatementTokens(text.sql.bytes, in: text.sql.range), catalogue: catalogue)
            .parameter(at: mark.offset)
        let reason =
            if let declared = inferred.declaredType {
                "no Swift type follows from the declared type \(declared)"
            } else if !inferred.conflict.isEmpty {
                "it is used as \(inferred.conflict.joined(separator: " and as "))"
            } else if isList {
                "its values are compared with no column"
            } else {
                "it is neither stored in a column nor compared with one"
            }
        let type = isList ? "[\(guess ?? "String")]" : guess ?? "String"
        report(
            .parameterTypeUnknown, "the type of the parameter \(mark.text) is not known: \(reason)",
            at: text.sourceOffset(of: mark.offset),
            notes: [
                "add the line \"-- @param \(mark.annotationName): \(type)\(isOptional ? "?" : "")\" below the"
                    + " query's name" + (guess == nil ? ", with the type that it has" : "")
                    + "; \"?\" behind the type allows NULL"
            ])
    }

    /// The type of what comes from a column: the configuration's for that column, else the declared one.
    private func type(_ declared: String, of origin: ColumnOrigin?) -> ValueType {
        guard let origin, !types.isEmpty else { return .declared(declared) }
        let column = "\(origin.table).\(origin.column)".lowercased()
        return types.first { $0.key.lowercased() == column }.map { .swift($0.value) } ?? .declared(declared)
    }
}

extension Parameter {
    /// The declared type that says what it holds; `nil` for none.
    fileprivate var declaredType: String? {
        if case .declared(let declared) = type, !declared.isEmpty { declared } else { nil }
    }
}
