import SnapshotModel

/// Finds out what a statement's result and parameters hold by following its bytecode on the schema of one database.
///
/// Read once for a session, shared by its workers.
struct StatementInference: Sendable {
    private let catalogue: BtreeCatalogue
    private let types: DeclaredTypes

    /// For statements on the schema that was listed.
    init(_ listing: SchemaListing, application: ApplicationFunctions = .none) {
        var catalogue = BtreeCatalogue(listing)
        types = DeclaredTypes(catalogue, others: application.functions.compactMap(\.returns))
        catalogue.add(application, types)
        self.catalogue = catalogue
    }

    /// What can be said of a statement that prepares.
    func infer(_ statement: ArraySlice<UInt8>, on connection: Connection) -> InferredStatement {
        guard let program = ExplainReader.program(of: statement, on: connection) else { return InferredStatement() }
        return infer(program, statement, on: connection)
    }

    /// What can be said of a statement that lists its program, and is that text.
    func infer(
        listedBy listing: borrowing PreparedStatement, _ text: ArraySlice<UInt8>, on connection: Connection
    ) -> InferredStatement {
        guard let program = ExplainReader.program(listedBy: listing, on: connection) else {
            return InferredStatement()
        }
        return infer(program, text, on: connection)
    }

    private func infer(
        _ program: Program, _ statement: ArraySlice<UInt8>, on connection: Connection
    ) -> InferredStatement {
        let facts = Interpreter.run(
            program, catalogue: catalogue, types: types, objectCalls: Self.objectCalls(program, statement),
            storage: connection.storage)
        guard let facts else { return InferredStatement() }
        var inferred = InferredStatement()
        inferred.columns = facts.columns.map { column($0, in: program) }
        for (index, value) in facts.columns.enumerated() where inferred.columns[index].mayBeNull {
            if let evidence = Self.evidence(value.cause, column: index, in: program) {
                inferred.evidence.append(evidence)
            }
        }
        for (index, shape) in facts.shapes.enumerated() { inferred.columns[index].json = shape }
        inferred.parameters = facts.uses.mapValues { parameter($0) }
        return inferred
    }

    /// Nearly no statement calls `json_object`; of those that do the text is read.
    private static func objectCalls(_ program: Program, _ statement: ArraySlice<UInt8>) -> JSONObjectCalls {
        program.functions.contains { $0.name == "json_object" } ? JSONObjectCalls(statement) : JSONObjectCalls()
    }

    // MARK: Columns

    private func column(_ value: AbstractValue, in program: Program) -> InferredColumn {
        var column = InferredColumn()
        column.mayBeNull = value.mayBeNull || value.classes.isEmpty
        column.cause = value.cause.kind
        column.reason = reason(value, mayBeNull: column.mayBeNull, in: program)
        if value.origin >= 0 { column.origin = origin(value.origin) }
        column.isTruth = value.isTruth && value.origin < 0 && value.declaredType == 0
        column.declaredType = value.declaredType != 0 ? types.text(of: value.declaredType) : Self.type(value.classes)
        return column
    }

    /// The rule by which a column may be NULL or not.
    private func reason(_ value: AbstractValue, mayBeNull: Bool, in program: Program) -> Reason {
        guard mayBeNull else {
            guard value.origin >= 0 else { return Reason(.computed) }
            return Reason(catalogue.columns[value.origin].isNotNull ? .notNull : .filtered)
        }
        let instruction = value.cause.address >= 0 ? program.instructions.element(value.cause.address) : nil
        switch value.cause.kind {
        case .column: return Reason(.nullable)
        case .outerJoin:
            // A cursor on an index that the statement makes for itself names no table; the column does.
            let joined = instruction.flatMap { table(of: $0.p1, in: program) }
            return Reason(
                .outerJoin, subject: joined ?? (value.origin >= 0 ? catalogue.columns[value.origin].table : nil))
        case .literalOrNoRow: return Reason(.noRow)
        case .aggregate: return Reason(.aggregate, subject: instruction.flatMap { program.functionName($0) })
        case .function: return Reason(.function, subject: instruction.flatMap { program.functionName($0) })
        case .division: return Reason(.division)
        case .infinity: return Reason(.infinity)
        case .parameter: return Reason(.parameter)
        case .virtualTable: return Reason(.virtualTable)
        case .unknown, .instruction: return Reason(.unfollowed)
        }
    }

    /// The table that a cursor reads, by the instruction that opens it.
    private func table(of cursor: Int, in program: Program) -> String? {
        let opening = program.instructions.first {
            $0.p1 == cursor && ($0.opcode == .openRead || $0.opcode == .openWrite) && $0.p3 == 0
        }
        let tree = opening.flatMap { catalogue.btrees.element(catalogue.number(ofPage: $0.p2)) }
        return tree?.stored.lazy.compactMap(\.column).first.map { catalogue.columns[$0].table }
    }

    /// The instruction that says that a value can be NULL.
    private static func evidence(_ cause: NullCause, column: Int, in program: Program) -> Evidence? {
        guard cause.address >= 0, let instruction = program.instructions.element(cause.address) else { return nil }
        return Evidence(
            column: column, address: cause.address, opcode: instruction.opcode.rawValue,
            operands: [instruction.p1, instruction.p2, instruction.p3], detail: program.functionName(instruction) ?? "")
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
            switch known.first?.kind {
            case .stored: parameter.rule = .stored
            case .compared: parameter.rule = .compared
            case .operand, nil: parameter.rule = .operand
            }
            let columns = Set(known.map(\.column))
            if columns.count == 1, let column = columns.first, column >= 0 { parameter.origin = origin(column) }
            return parameter
        }
        if uses.contains(where: \.isCondition) {
            parameter.declaredType = "BOOLEAN"
            parameter.rule = .condition
        }
        return parameter
    }
}

/// What was found out of a statement; empty where it cannot be followed.
struct InferredStatement: Sendable {
    /// In the order of the result.
    var columns: [InferredColumn] = []
    /// The instructions that say which columns may be NULL.
    var evidence: [Evidence] = []
    /// By number, from 1.
    var parameters: [Int: InferredParameter] = [:]
}

/// What was found out of a column of a result.
struct InferredColumn: Sendable {
    /// Whether it may be NULL: `false` is a proof.
    var mayBeNull = true
    /// Why it may.
    var cause = NullCause.Kind.unknown
    /// The rule that says whether it may be NULL.
    var reason = Reason(.unfollowed)
    /// The table column whose values it holds.
    var origin: ColumnOrigin?
    /// The declared type that it has, or one that stands for its storage class.
    var declaredType: String?
    /// Whether it is known to be 0, 1 or NULL, and comes from no column.
    var isTruth = false
    /// What its JSON text holds, where the statement makes it.
    var json: JSONShape?

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
    /// How the statement uses it.
    var rule = Reason.Rule.operand
    /// Whether it goes into a column that takes NULL, and nowhere where NULL is refused.
    var takesNull = false
    /// Whether it goes where NULL is refused.
    var refusesNull = false
    /// The types that contradict each other.
    var conflict: [String] = []
}

extension Program {
    /// The function that an instruction calls; `nil` where it calls none.
    fileprivate func functionName(_ instruction: Instruction) -> String? {
        switch instruction.opcode {
        case .function, .pureFunction, .aggregateStep, .aggregateStep1, .aggregateInverse, .aggregateValue,
            .aggregateFinal:
            functions.element(instruction.p4).map { String($0.name) }
        default: nil
        }
    }
}
