import SnapshotModel

/// Finds out what a statement's result and parameters hold by following its bytecode on the schema of one database.
///
/// Read once for a session, shared by its workers.
struct StatementInference: Sendable {
    private let catalogue: BtreeCatalogue
    private let types: DeclaredTypes

    /// For statements on the schema that was listed.
    init(_ listing: SchemaListing) {
        catalogue = BtreeCatalogue(listing)
        types = DeclaredTypes(catalogue)
    }

    /// What can be said of a statement that prepares.
    func infer(_ statement: ArraySlice<UInt8>, on connection: Connection) -> InferredStatement {
        guard let program = ExplainReader.program(of: statement, on: connection),
            let facts = Interpreter.run(program, catalogue: catalogue, types: types)
        else { return InferredStatement() }
        var inferred = InferredStatement()
        inferred.columns = facts.columns.map { column($0) }
        inferred.parameters = facts.uses.mapValues { parameter($0) }
        return inferred
    }

    // MARK: Columns

    private func column(_ value: AbstractValue) -> InferredColumn {
        var column = InferredColumn()
        column.mayBeNull = value.mayBeNull || value.classes.isEmpty
        column.cause = value.cause.kind
        if value.origin >= 0 { column.origin = origin(value.origin) }
        column.isTruth = value.isTruth && value.origin < 0 && value.declaredType == 0
        column.declaredType = value.declaredType != 0 ? types.text(of: value.declaredType) : Self.type(value.classes)
        return column
    }

    private func origin(_ column: Int) -> ColumnOrigin {
        ColumnOrigin(table: catalogue.columns[column].table, column: catalogue.columns[column].name)
    }

    /// The type that stands for storage classes; `nil` where they have nothing in common.
    private static func type(_ classes: StorageClasses) -> String? {
        switch classes.subtracting(.null) {
        case .integer: "INTEGER"
        case .real, .number: "REAL"
        case .text: "TEXT"
        case .blob: "BLOB"
        default: nil
        }
    }

    // MARK: Parameters

    /// A column says more than an expression, and what a value is stored in more than what it is compared with.
    private func parameter(_ uses: [ParameterUse]) -> InferredParameter {
        var parameter = InferredParameter()
        let stored = uses.filter { $0.kind == .stored }
        parameter.refusesNull = uses.contains(where: \.refusesNull)
        parameter.takesNull = !stored.isEmpty && !parameter.refusesNull
        for group in [stored, uses.filter { $0.kind == .compared }, uses.filter { $0.kind == .operand }] {
            let known = group.filter { $0.declaredType != 0 || Self.type($0.classes) != nil }
            let names = known.map { use in
                use.declaredType != 0 ? types.text(of: use.declaredType) : Self.type(use.classes) ?? ""
            }
            guard let first = names.first else { continue }
            if names.contains(where: { $0 != first }) {
                // Types that mean the same to a Swift program are one: `INT` and `BIGINT`.
                let meanings = Set(names.map { DeclaredType.meaning(of: $0)?.swiftName ?? DeclaredType.normalized($0) })
                guard meanings.count == 1 else {
                    parameter.conflict = Array(Set(names)).sorted()
                    return parameter
                }
            }
            parameter.declaredType = first
            let columns = Set(known.map(\.column))
            if columns.count == 1, let column = columns.first, column >= 0 { parameter.origin = origin(column) }
            return parameter
        }
        if uses.contains(where: \.isCondition) { parameter.declaredType = "BOOLEAN" }
        return parameter
    }
}

/// What was found out of a statement; empty where it cannot be followed.
struct InferredStatement: Sendable {
    /// In the order of the result.
    var columns: [InferredColumn] = []
    /// By number, from 1.
    var parameters: [Int: InferredParameter] = [:]
}

/// What was found out of a column of a result.
struct InferredColumn: Sendable {
    /// Whether it may be NULL: `false` is a proof.
    var mayBeNull = true
    /// Why it may.
    var cause = NullCause.Kind.unknown
    /// The table column whose values it holds.
    var origin: ColumnOrigin?
    /// The declared type that it has, or one that stands for its storage class.
    var declaredType: String?
    /// Whether it is known to be 0, 1 or NULL, and comes from no column.
    var isTruth = false

    /// How it became known whether it may be NULL.
    var knowledge: Knowledge {
        guard mayBeNull else { return .proven }
        switch cause {
        case .column: return .declared
        case .outerJoin, .literalOrNoRow, .aggregate, .division, .infinity, .parameter, .function: return .proven
        case .unknown, .instruction, .virtualTable: return .unknown
        }
    }
}

/// What was found out of a parameter.
struct InferredParameter: Sendable {
    /// The declared type of what it is stored in or compared with, or one that stands for its storage class.
    var declaredType: String?
    /// The one column that it is stored in or compared with.
    var origin: ColumnOrigin?
    /// Whether it goes into a column that takes NULL, and nowhere where NULL is refused.
    var takesNull = false
    /// Whether it goes where NULL is refused.
    var refusesNull = false
    /// The types that contradict each other.
    var conflict: [String] = []
}
