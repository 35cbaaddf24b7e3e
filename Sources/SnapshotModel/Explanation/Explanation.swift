/// Why a parameter or column of a query has its type, and whether it can be NULL, in words.
package struct Explanation: Sendable, Equatable {
    /// A parameter's or column's name.
    package var name: String
    /// The rule, by the snapshot's word.
    package var rule: Reason.Rule?
    /// What says so: a sentence without its full stop.
    package var sentence: String
    /// The engine's instruction that says so, where this machine remembers it.
    package var evidence: String?
    /// What to write so that it is otherwise.
    package var change: String

    /// Explains a column of a query's result.
    ///
    /// - Parameters:
    ///   - column: The column.
    ///   - tables: The snapshot's tables.
    ///   - evidence: What this machine remembers of it.
    package init(_ column: Column, tables: [Table], evidence: Evidence?) {
        name = column.name
        rule = column.reason?.rule
        self.evidence = evidence?.text
        let place = column.origin.map { "\($0.table).\($0.column)" }
        let isName = !name.isEmpty && name.utf8.allSatisfy { SQLLexer.isWordByte($0) }
        let mark = column.isOptional ? "!" : "?"
        let meaning = column.isOptional ? "where it never is" : "to allow NULL"
        change =
            "\(meaning): AS \"\(isName ? name : "name")\(mark)\"" + (isName ? ", or -- @column \(name)\(mark)" : "")
        sentence = Self.sentence(column, place, isKey: Self.isKey(column.origin, tables))
    }

    /// Explains a parameter of a query.
    package init(_ parameter: Parameter) {
        name = parameter.name ?? "\(parameter.index)"
        rule = parameter.reason?.rule
        let word = parameter.isOptional ? "" : "?"
        let type =
            switch parameter.type {
            case .swift(let name): name
            case .declared(let declared): DeclaredType.meaning(of: declared)?.swiftName ?? "String"
            }
        change = "\(parameter.isOptional ? "to refuse NULL" : "to allow NULL"): -- @param \(name): \(type)\(word)"
        if rule == .narg { change = "to refuse NULL: sqlc.arg(\(name))" }
        let place = parameter.origin.map { "\($0.table).\($0.column)" }
        sentence = Self.sentence(parameter, place)
    }

    // MARK: Words

    private static func sentence(_ column: Column, _ place: String?, isKey: Bool) -> String {
        let subject = column.reason?.subject
        let from = place.map { "\($0), " } ?? ""
        switch column.reason?.rule {
        case .annotated:
            return "an annotation says \(column.isOptional ? "that it may be NULL" : "that it is never NULL")"
        case .notNull:
            return from + (isKey ? "the primary key, which is never NULL" : "declared NOT NULL")
        case .filtered: return from + "which may hold NULL, but no NULL passes the statement's conditions"
        case .computed: return from + "computed, and never NULL"
        case .nullable: return from + "which may hold NULL: it is not declared NOT NULL"
        case .outerJoin:
            return from + "NULL where the outer join finds no row of \(subject ?? "what it joins")"
        case .noRow: return from + "NULL is written in the statement, or a subquery may find no row"
        case .aggregate:
            return from + "\(subject ?? "an aggregate")() is NULL where it sees no row, or nothing but NULL"
        case .function: return from + "\(subject ?? "a function")() can answer NULL, or its answer is not known"
        case .division: return from + "NULL where the divisor is zero"
        case .infinity: return from + "NULL where two infinities meet: the numbers come from columns that can hold one"
        case .parameter: return from + "the value of a parameter, which may be NULL"
        case .virtualTable: return from + "from a virtual table, which promises nothing"
        case .stored, .compared, .operand, .condition, .narg, .unfollowed, nil:
            return from + (column.isOptional ? "nothing proves that it is never NULL" : "never NULL")
        }
    }

    private static func sentence(_ parameter: Parameter, _ place: String?) -> String {
        let reason = parameter.reason
        let use: String
        switch reason?.rule {
        case .annotated: return "an annotation says so"
        case .narg: return (place.map { "used with \($0); " } ?? "") + "sqlc.narg says that it may be NULL"
        case .stored: use = "stored in \(place ?? "a column")"
        case .compared: use = "compared with \(place ?? "an expression")"
        case .condition: use = "asked whether it is true"
        default: use = place.map { "used with \($0)" } ?? "used in an expression"
        }
        if reason?.isTested == true { return use + "; the statement tests it for NULL" }
        if parameter.isOptional { return use + ", which takes NULL" }
        return reason?.rule == .stored ? use + ", which refuses NULL" : use + "; never tested for NULL"
    }

    private static func isKey(_ origin: ColumnOrigin?, _ tables: [Table]) -> Bool {
        guard let origin, let table = tables.first(where: { $0.name == origin.table }) else { return false }
        return table.columns.first { $0.name == origin.column }.map { $0.primaryKeyPosition > 0 } ?? false
    }
}
