/// One way in which a snapshot is not what the sources are, in terms of the interface that callers see.
package struct SnapshotDifference: Sendable, Hashable {
    /// `orders.orderSummary`, or a table or file.
    package var subject: String
    /// `parameter since added`.
    package var change: String
    /// Whether code that compiles against the old interface may not compile, or may fail, with the new one.
    package var breaksCallers: Bool

    /// Makes a difference.
    package init(subject: String, change: String, breaksCallers: Bool) {
        self.subject = subject
        self.change = change
        self.breaksCallers = breaksCallers
    }

    /// `orders.orderSummary: parameter since added`.
    package var text: String { "\(subject): \(change)" }

    /// The differences from one snapshot to another, in the order of names.
    package static func between(_ old: Snapshot?, _ new: Snapshot) -> [SnapshotDifference] {
        var differences: [SnapshotDifference] = []
        let before = queries(of: old)
        let after = queries(of: new)
        for name in Set(before.keys).union(after.keys).sorted() {
            switch (before[name], after[name]) {
            case (nil, _?): differences.append(.init(subject: name, change: "added", breaksCallers: false))
            case (_?, nil): differences.append(.init(subject: name, change: "removed", breaksCallers: true))
            case (let old?, let new?) where old != new:
                var comparison = QueryComparison(subject: name)
                comparison.compare(old, new)
                differences += comparison.differences
            default: break
            }
        }
        return differences + tables(old?.tables ?? [], new.tables)
    }

    private static func queries(of snapshot: Snapshot?) -> [String: Query] {
        var queries: [String: Query] = [:]
        for file in snapshot?.files ?? [] {
            for query in file.queries { queries["\(file.schema).\(query.name)"] = query }
        }
        return queries
    }

    private static func tables(_ old: [Table], _ new: [Table]) -> [SnapshotDifference] {
        let before = Dictionary(old.map { ("\($0.schema).\($0.name)", $0) }) { first, _ in first }
        let after = Dictionary(new.map { ("\($0.schema).\($0.name)", $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { name in
            let change: String
            switch (before[name], after[name]) {
            case (nil, _?): change = "added"
            case (_?, nil): change = "removed"
            case (let old?, let new?) where old != new: change = "changed"
            default: return nil
            }
            return SnapshotDifference(subject: "table \(name)", change: change, breaksCallers: false)
        }
    }
}

/// Compares two versions of one query.
private struct QueryComparison {
    let subject: String
    var differences: [SnapshotDifference] = []

    init(subject: String) {
        self.subject = subject
    }

    mutating func compare(_ old: Query, _ new: Query) {
        if old.cardinality != new.cardinality {
            add(":\(old.cardinality.rawValue) became :\(new.cardinality.rawValue)", breaks: true)
        }
        if old.rowName != new.rowName { add("name of the row type changed", breaks: true) }
        compareParameters(old.parameters, new.parameters)
        compareColumns(old.columns, new.columns)
        if old.embeds != new.embeds { add("embedded tables changed", breaks: true) }
        if old.isReadOnly != new.isReadOnly {
            add(new.isReadOnly ? "only reads now" : "writes now", breaks: true)
        }
        if old.deprecation != new.deprecation {
            add(new.deprecation == nil ? "no longer deprecated" : "deprecated", breaks: false)
        }
        if old.documentation != new.documentation { add("documentation changed", breaks: false) }
        if old.sql != new.sql { add("statement changed", breaks: false) }
        if differences.isEmpty { add("changed", breaks: false) }
    }

    private mutating func compareParameters(_ old: [Parameter], _ new: [Parameter]) {
        let before = Dictionary(old.map { (Self.name($0), $0) }) { first, _ in first }
        let after = Dictionary(new.map { (Self.name($0), $0) }) { first, _ in first }
        for parameter in old where after[Self.name(parameter)] == nil {
            add("parameter \(Self.name(parameter)) removed", breaks: true)
        }
        for parameter in new {
            let name = Self.name(parameter)
            guard let known = before[name] else {
                add("parameter \(name) added", breaks: true)
                continue
            }
            if known.type != parameter.type {
                add("parameter \(name) was \(Self.text(known.type)), is \(Self.text(parameter.type))", breaks: true)
            }
            if known.isList != parameter.isList {
                add("parameter \(name) is \(parameter.isList ? "a list" : "no list") now", breaks: true)
            }
            if known.choices != parameter.choices {
                let isWider = !known.choices.isEmpty && Set(parameter.choices).isSuperset(of: known.choices)
                add("choices of parameter \(name) changed", breaks: !isWider)
            }
            if known.isOptional != parameter.isOptional {
                add(
                    parameter.isOptional
                        ? "parameter \(name) may be NULL now" : "parameter \(name) can no longer be NULL",
                    breaks: !parameter.isOptional)
            }
        }
        if old.map(Self.name) != new.map(Self.name), Set(before.keys) == Set(after.keys) {
            add("order of parameters changed", breaks: true)
        }
    }

    private mutating func compareColumns(_ old: [Column], _ new: [Column]) {
        let before = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        for column in old where after[column.name] == nil { add("column \(column.name) removed", breaks: true) }
        for column in new {
            guard let known = before[column.name] else {
                add("column \(column.name) added", breaks: false)
                continue
            }
            if known.type != column.type {
                add("column \(column.name) was \(Self.text(known.type)), is \(Self.text(column.type))", breaks: true)
            }
            if known.json != column.json { add("JSON of column \(column.name) changed", breaks: true) }
            if known.isOptional != column.isOptional {
                add(
                    column.isOptional
                        ? "column \(column.name) may be NULL now" : "column \(column.name) is never NULL now",
                    breaks: true)
            }
        }
        if old.map(\.name) != new.map(\.name), Set(before.keys) == Set(after.keys) {
            add("order of columns changed", breaks: false)
        }
    }

    private mutating func add(_ change: String, breaks: Bool) {
        differences.append(SnapshotDifference(subject: subject, change: change, breaksCallers: breaks))
    }

    private static func name(_ parameter: Parameter) -> String {
        parameter.name ?? "\(parameter.index)"
    }

    private static func text(_ type: ValueType) -> String {
        switch type {
        case .declared(let name), .swift(let name): name
        }
    }
}
