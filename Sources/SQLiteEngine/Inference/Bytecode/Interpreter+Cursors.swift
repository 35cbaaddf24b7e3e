extension Interpreter {
    /// Whether the instruction moves a cursor and may jump for it.
    func moves(_ opcode: Opcode) -> Bool {
        switch opcode {
        case .rewind, .last, .next, .previous, .sort, .sorterSort, .sorterNext, .seekGreaterOrEqual, .seekGreater,
            .seekLessOrEqual, .seekLess, .seekRowid, .notExists, .seekScan, .deferredSeek, .found, .notFound,
            .noConflict, .indexGreater, .indexGreaterOrEqual, .indexLess, .indexLessOrEqual, .virtualFilter,
            .virtualNext, .nullRow, .rowSetRead:
            true
        default: false
        }
    }

    /// Executes an instruction that moves a cursor.
    mutating func move(_ instruction: Instruction, at address: Int, _ state: inout MachineState) -> Bool {
        let (cursor, target) = (instruction.p1, instruction.p2)
        switch instruction.opcode {
        case .rewind, .last, .sort, .sorterSort, .virtualFilter:
            if instruction.opcode == .virtualFilter { useArguments(instruction, state) }
            leaveRows(cursor, target, state, at: address)
            state.move(cursor)
        case .next, .previous, .sorterNext, .virtualNext:
            reach(target, state) { $0.move(cursor) }
            state.move(cursor, mayHaveRow: false, mayBeNullRow: readsNullsAtEnd(cursor, state), at: address)
        case .seekGreaterOrEqual, .seekGreater, .seekLessOrEqual, .seekLess:
            useKey(instruction, state)
            leaveRows(cursor, target, state, at: address)
            state.move(cursor)
        case .seekRowid, .notExists:
            use(state.registers[instruction.p3], rowidUse(cursor, state))
            leaveRows(cursor, target, state, at: address)
            state.move(cursor)
            state.refineNotNull(instruction.p3)
        case .seekScan:
            reach(target, state) { $0.move(cursor) }
            if let seek = program.element(address + 1) { leaveRows(cursor, seek.p2, state, at: address) }
        case .deferredSeek:
            state.move(instruction.p3)
            share(from: cursor, to: instruction.p3, &state)
        case .found:
            useKey(instruction, state)
            reach(target, state) { $0.move(cursor) }
            state.move(cursor, mayHaveRow: false, mayBeNullRow: readsNullsAtEnd(cursor, state), at: address)
        case .notFound, .noConflict:
            useKey(instruction, state)
            leaveRows(cursor, target, state, at: address)
            state.move(cursor)
        case .indexGreater, .indexGreaterOrEqual, .indexLess, .indexLessOrEqual:
            useKey(instruction, state)
            reach(target, state)
            if instruction.opcode == .indexGreater { refineEqual(instruction, &state) }
        case .nullRow:
            // A cursor on a register reads the register all the same.
            if case .register = source(of: cursor, state) {
                state.move(cursor)
            } else {
                state.move(cursor, mayHaveRow: false, mayBeNullRow: true, at: address)
            }
        case .rowSetRead:
            reach(target, state)
            state.registers[instruction.p3] = .of(.integer)
        default: break
        }
        return true
    }

    /// The jump that is taken where there is no row (any more).
    ///
    /// A target of 0 or 1 is none: window functions rewind a table that is known to have rows, and say so by the address
    /// of the beginning.
    private mutating func leaveRows(_ cursor: Int, _ target: Int, _ state: MachineState, at address: Int) {
        guard target > 1 else { return }
        let isNullRow = readsNullsAtEnd(cursor, state)
        reach(target, state) { $0.move(cursor, mayHaveRow: false, mayBeNullRow: isNullRow, at: address) }
    }

    /// Whether a cursor past its last row must be taken to be read all the same, as a row of NULLs.
    ///
    /// Not those on the program's own tables: window functions run several of them behind one another over the rows of a
    /// partition, and none is read past the end.
    private func readsNullsAtEnd(_ cursor: Int, _ state: MachineState) -> Bool {
        if case .own = source(of: cursor, state) { false } else { true }
    }

    /// What a virtual table is asked by: a text to search for, a JSON document.
    private mutating func useArguments(_ instruction: Instruction, _ state: MachineState) {
        guard let count = state.registers.element(instruction.p3 + 1)?.constant else { return }
        for offset in 0..<Swift.min(count, 16) {
            guard let value = state.registers.element(instruction.p3 + 2 + offset) else { return }
            use(value, ParameterUse(kind: .operand, classes: .text))
        }
    }

    // MARK: Keys

    private func rowidUse(_ cursor: Int, _ state: MachineState) -> ParameterUse {
        guard case .btree(let tree) = source(of: cursor, state), tree >= 0,
            let column = catalogue.btrees[tree].rowidColumn
        else { return ParameterUse(kind: .compared, classes: .integer) }
        return ParameterUse(
            kind: .compared, column: column, declaredType: types.number(ofColumn: column), classes: .integer)
    }

    /// The registers of a key are compared with the columns of the index.
    private mutating func useKey(_ instruction: Instruction, _ state: MachineState) {
        guard case .btree(let number) = source(of: instruction.p1, state) else {
            useOwnKey(instruction, state)
            return
        }
        guard number >= 0 else { return }
        let tree = catalogue.btrees[number]
        let length = instruction.keyLength
        let isRowidSeek = !tree.isIndex && length == 0
        if isRowidSeek {
            use(state.registers[instruction.p3], rowidUse(instruction.p1, state))
            return
        }
        for field in 0..<length {
            guard let value = state.registers.element(instruction.p3 + field), value.parameters != 0,
                let stored = tree.stored.element(field)
            else { continue }
            if let column = stored.column {
                use(
                    value,
                    ParameterUse(
                        kind: .compared, column: column, declaredType: types.number(ofColumn: column),
                        classes: types.classes(of: types.number(ofColumn: column))))
            } else if stored.isRowid {
                use(value, ParameterUse(kind: .compared, classes: .integer))
            }
        }
    }

    /// A key of the program's own table, `IN (…)`: what the table holds is compared with the key and the other way.
    private mutating func useOwnKey(_ instruction: Instruction, _ state: MachineState) {
        guard case .own(let own) = source(of: instruction.p1, state), let number = records.content(of: own) else {
            return
        }
        for (field, content) in records[number].enumerated() {
            guard field < Swift.max(instruction.p4, 1),
                let value = state.registers.element(instruction.p3 + field)
            else { continue }
            use(
                content,
                ParameterUse(
                    kind: .compared, column: value.origin, declaredType: value.declaredType,
                    classes: value.classes.subtracting(.null)))
            use(
                value,
                ParameterUse(
                    kind: .compared, column: content.origin, declaredType: content.declaredType,
                    classes: content.classes.subtracting(.null)))
        }
    }

    /// Behind the far end of an equality search the columns equal the key, so those of keys that are not NULL are not.
    private func refineEqual(_ instruction: Instruction, _ state: inout MachineState) {
        let cursor = instruction.p1
        guard let key = cursors.equalityKey.element(cursor).flatMap({ $0 }), key.register == instruction.p3,
            key.length == instruction.p4
        else { return }
        for field in 0..<Swift.min(key.length, 64) {
            guard let value = state.registers.element(key.register + field), !value.mayBeNull, !value.classes.isEmpty
            else { continue }
            state.cursors[cursor].notNull |= 1 << UInt64(field)
        }
        let partner = cursors.partner[cursor]
        if partner >= 0 { share(from: cursor, to: partner, &state) }
    }

    /// What is known of the columns of an index's entry is known of the row of its table.
    func share(from index: Int, to table: Int, _ state: inout MachineState) {
        guard case .btree(let indexNumber) = source(of: index, state), indexNumber >= 0,
            case .btree(let tableNumber) = source(of: table, state), tableNumber >= 0,
            state.cursors.indices.contains(table), state.cursors[index].notNull != 0
        else { return }
        let (indexTree, tableTree) = (catalogue.btrees[indexNumber], catalogue.btrees[tableNumber])
        for (field, entry) in indexTree.stored.enumerated().prefix(64) {
            guard state.cursors[index].notNull & (1 << UInt64(field)) != 0, let column = entry.column,
                let place = tableTree.stored.firstIndex(where: { $0.column == column }), place < 64
            else { continue }
            state.cursors[table].notNull |= 1 << UInt64(place)
        }
    }

    // MARK: Reading

    /// The value of column `field` in the current row of a cursor.
    mutating func column(_ field: Int, of cursor: Int, at address: Int, _ state: MachineState) -> AbstractValue {
        let position = state.cursors.element(cursor) ?? .init()
        var value: AbstractValue
        switch source(of: cursor, state) {
        case .btree(let tree): value = stored(field, of: tree, at: address)
        case .own(let own):
            guard !unknownContents.contains(own) else {
                return .anything(NullCause(kind: .instruction, address: address))
            }
            guard let number = records.content(of: own) else {
                // Nothing is ever put in: there is no row but that of NULLs.
                return position.mayBeNullRow
                    ? .null(NullCause(kind: .outerJoin, address: position.nullRowAddress)) : .unwritten
            }
            value = records[number].element(field) ?? .null(NullCause(kind: .literalOrNoRow, address: address))
        case .register(let register):
            let record = state.registers[register]
            if record.classes.isEmpty && record.record == 0 { return .unwritten }
            guard record.record != 0 else { return .anything(NullCause(kind: .instruction, address: address)) }
            return records[record.record].element(field) ?? .null(NullCause(kind: .literalOrNoRow, address: address))
        case .virtual: return .anything(NullCause(kind: .virtualTable, address: address))
        case .unopened: return .unwritten
        case .unknown: return .anything(NullCause(kind: .instruction, address: address))
        }
        if field < 64, position.notNull & (1 << UInt64(field)) != 0 { value.classes.remove(.null) }
        if position.mayBeNullRow {
            value = value.orNull(NullCause(kind: .outerJoin, address: position.nullRowAddress))
            if !position.mayHaveRow { value.classes = .null }
        }
        value.cursor = cursor
        value.field = field
        return value
    }

    private func stored(_ field: Int, of tree: Int, at address: Int) -> AbstractValue {
        guard tree >= 0, let entry = catalogue.btrees[tree].stored.element(field) else {
            return .anything(NullCause(kind: .instruction, address: address))
        }
        if entry.isRowid { return rowid(of: tree) }
        guard let column = entry.column else { return .anything(NullCause(kind: .column, address: address)) }
        return value(ofColumn: column, at: address)
    }

    /// What a column of a table can hold.
    func value(ofColumn column: Int, at address: Int) -> AbstractValue {
        let type = types.number(ofColumn: column)
        var value = AbstractValue(classes: types.classes(of: type))
        value.origin = column
        value.declaredType = type
        if catalogue.columns[column].isWholeNumber { value.magnitude = AbstractValue.integerMagnitude }
        if !catalogue.columns[column].isNotNull {
            value = value.orNull(NullCause(kind: .column, address: address))
        }
        return value
    }

    /// The row id of a table.
    func rowid(of tree: Int) -> AbstractValue {
        var value = AbstractValue.of(.integer)
        if tree >= 0, let column = catalogue.btrees[tree].rowidColumn {
            value.origin = column
            value.declaredType = types.number(ofColumn: column)
        }
        return value
    }
}
