extension Interpreter {
    /// Executes an instruction that makes values.
    mutating func compute(_ instruction: Instruction, at address: Int, _ state: inout MachineState) {
        let (p1, p2, p3) = (instruction.p1, instruction.p2, instruction.p3)
        switch instruction.opcode {
        case .integer:
            state.registers[p2] = AbstractValue(
                classes: .integer, constant: p1, isLiteral: true, isNonZero: p1 != 0)
        case .int64: state.registers[p2] = AbstractValue(classes: .integer, isLiteral: true, isNonZero: true)
        case .real:
            let number = Double(texts[instruction.p4]) ?? 0
            state.registers[p2] = AbstractValue(classes: .real, isLiteral: true, isNonZero: number != 0)
            if number.isFinite {
                state.registers[p2].magnitude = UInt16(Swift.max(1, number == 0 ? 1 : Int(number.exponent) + 1))
            }
        case .string8, .string:
            state.registers[p2] = AbstractValue(classes: .text, text: instruction.p4, isLiteral: true)
        case .blob: state.registers[p2] = AbstractValue(classes: .blob, isLiteral: true)
        case .null:
            for register in p2...Swift.max(p2, p3) { state.registers[register] = .emptyNull(at: address) }
        case .softNull: state.registers[p1] = .emptyNull(at: address)
        case .variable:
            var value = AbstractValue.anything(NullCause(kind: .parameter, address: address))
            if (1...64).contains(p1) { value.parameters = 1 << UInt64(p1 - 1) }
            state.registers[p2] = value
        case .parameter, .virtualInitIn, .virtualCheck, .rowCell:
            for register in instruction.writtenRegisters {
                state.registers[register] = .anything(NullCause(kind: .instruction, address: address))
            }
        case .copy:
            for offset in 0...Swift.max(p3, 0) { state.registers[p2 + offset] = state.registers[p1 + offset] }
        case .shallowCopy, .integerCopy: state.registers[p2] = state.registers[p1]
        case .move:
            for offset in 0..<Swift.max(p3, 1) {
                state.registers[p2 + offset] = state.registers[p1 + offset]
                if p1 + offset < p2 || p1 + offset >= p2 + p3 { state.registers[p1 + offset] = .unwritten }
            }
        case .newRowid, .sequence, .count, .offsetLimit, .readCookie: state.registers[p2] = .of(.integer)
        case .offset: state.registers[p3] = .anything(NullCause(kind: .instruction, address: address))
        case .addImmediate:
            // `IN` makes 0 of NULL by adding 0 to it.
            let old = state.registers[p1]
            state.registers[p1] = .of(.integer)
            state.registers[p1].isTruth = p2 == 0 && (old.isTruth || old.classes == .null)
        case .memMax: state.registers[p1] = .of(.integer)
        case .collationSequence:
            if p1 > 0 { state.registers[p1] = AbstractValue(classes: .integer, constant: 0) }
        case .column: state.registers[p3] = column(p2, of: p1, at: address, state)
        case .virtualColumn:
            state.registers[p3] = .anything(NullCause(kind: .virtualTable, address: address))
            state.registers[p3].cursor = p1
            state.registers[p3].field = p2
        case .rowid, .indexRowid: state.registers[p2] = readRowid(p1, state)
        case .rowData, .sorterData: state.registers[p2] = rowData(p1, at: address, state)
        case .makeRecord:
            let (number, grew) = records.make(
                at: address, state.registers[p1..<(p1 + p2)], keepsTruth: instruction.p4 < 0, join)
            recordsGrew = recordsGrew || grew
            state.registers[p3] = AbstractValue(classes: .blob, record: number)
        case .insert, .indexInsert, .sorterInsert: insert(instruction, &state)
        case .cast: cast(instruction, &state)
        case .realAffinity:
            if state.registers[p1].classes.contains(.integer) {
                state.registers[p1].classes.remove(.integer)
                state.registers[p1].classes.insert(.real)
                state.registers[p1].isTruth = false
            }
        case .affinity:
            for register in p1..<p1 + Swift.max(p2, 0) { state.registers[register].isTruth = false }
        case .add, .subtract, .multiply, .divide, .remainder, .concat, .bitAnd, .bitOr, .shiftLeft, .shiftRight, .and,
            .or, .not, .bitNot, .isTrue, .zeroOrNull:
            operate(instruction, at: address, &state)
        case .function, .pureFunction: call(instruction, at: address, &state)
        case .aggregateStep, .aggregateStep1, .aggregateInverse, .aggregateValue, .aggregateFinal:
            aggregate(instruction, at: address, &state)
        default: if cursors.opens(at: address) { state.open(p1, at: address) }
        }
    }

    private func readRowid(_ cursor: Int, _ state: MachineState) -> AbstractValue {
        if source(of: cursor, state) == .unopened { return .unwritten }
        let position = state.cursors.element(cursor) ?? .init()
        var value =
            if case .btree(let tree) = source(of: cursor, state) { rowid(of: tree) } else {
                AbstractValue.of(.integer)
            }
        if position.mayBeNullRow {
            value = value.orNull(NullCause(kind: .outerJoin, address: position.nullRowAddress))
            if !position.mayHaveRow { value.classes = .null }
        }
        value.cursor = cursor
        value.field = 1 << 20  // no column, but read from the row all the same
        return value
    }

    private func rowData(_ cursor: Int, at address: Int, _ state: MachineState) -> AbstractValue {
        if source(of: cursor, state) == .unopened { return .unwritten }
        guard case .own(let own) = source(of: cursor, state), !unknownContents.contains(own) else {
            return AbstractValue(classes: .blob)
        }
        guard let number = records.content(of: own) else { return .unwritten }
        return AbstractValue(classes: .blob, record: number)
    }

    private mutating func insert(_ instruction: Instruction, _ state: inout MachineState) {
        let record = state.registers[instruction.p2]
        switch source(of: instruction.p1, state) {
        case .own(let own):
            guard record.record != 0 else {
                if !record.classes.isEmpty { recordsGrew = unknownContents.insert(own).inserted || recordsGrew }
                return
            }
            let grew = records.fill(cursor: own, records[record.record], join)
            recordsGrew = recordsGrew || grew
        case .btree(let number):
            guard record.record != 0, number >= 0 else { return }
            let tree = catalogue.btrees[number]
            guard !tree.isIndex || instruction.opcode == .insert else { return }
            for (field, value) in records[record.record].enumerated() where value.parameters != 0 {
                guard let column = tree.stored.element(field)?.column else { continue }
                let type = types.number(ofColumn: column)
                use(
                    value,
                    ParameterUse(
                        kind: .stored, column: column, declaredType: type, classes: types.classes(of: type),
                        refusesNull: catalogue.columns[column].isNotNull))
            }
            if instruction.opcode == .insert { nameStored(record, rowid: instruction.p3, tree, &state) }
        default: break
        }
    }

    /// The registers that a table's new row was made of hold its columns from here on: `RETURNING` reads them.
    private func nameStored(
        _ record: AbstractValue, rowid: Int, _ tree: BtreeCatalogue.Btree, _ state: inout MachineState
    ) {
        if let column = tree.rowidColumn, state.registers.indices.contains(rowid) {
            state.registers[rowid].origin = column
            state.registers[rowid].declaredType = types.number(ofColumn: column)
        }
        guard let address = records.maker(of: record.record) else { return }
        let maker = program[address]
        for field in 0..<maker.p2 {
            guard let column = tree.stored.element(field)?.column, column != tree.rowidColumn else { continue }
            let type = types.number(ofColumn: column)
            let isNull = state.registers[maker.p1 + field].classes.intersection(.null)
            state.registers[maker.p1 + field].classes = types.classes(of: type).union(isNull)
            state.registers[maker.p1 + field].isTruth = false
            state.registers[maker.p1 + field].origin = column
            state.registers[maker.p1 + field].declaredType = type
        }
    }

    private mutating func cast(_ instruction: Instruction, _ state: inout MachineState) {
        let old = state.registers[instruction.p1]
        let classes: StorageClasses =
            switch UInt8(truncatingIfNeeded: instruction.p2) {
            case UInt8(ascii: "A"): .blob
            case UInt8(ascii: "B"): .text
            case UInt8(ascii: "C"): .number
            case UInt8(ascii: "D"): .integer
            case UInt8(ascii: "E"): .real
            default: .something
            }
        use(old, ParameterUse(kind: .operand, classes: classes))
        var value = AbstractValue.of(classes)
        value.isLiteral = old.isLiteral
        if classes != .integer {
            value.magnitude = old.classes.isSubset(of: [.null, .integer, .real]) ? old.magnitude : 0
        }
        if old.mayBeNull { value = value.orNull(old.cause) }
        state.registers[instruction.p1] = value
    }
}

extension AbstractValue {
    /// NULL, as a literal, as what a subquery without a row answers, and as an accumulator that was reset.
    fileprivate static func emptyNull(at address: Int) -> AbstractValue {
        AbstractValue(
            classes: .null, cause: NullCause(kind: .literalOrNoRow, address: address), accumulator: .empty,
            isLiteral: true)
    }
}
