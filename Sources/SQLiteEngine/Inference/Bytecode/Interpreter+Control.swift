extension Interpreter {
    /// Executes one instruction.
    ///
    /// - Returns: Whether control can go on to the next instruction with `state`; other ways are taken by themselves.
    mutating func execute(_ address: Int, _ state: inout MachineState) -> Bool {
        let instruction = program[address]
        let (p1, p2, p3) = (instruction.p1, instruction.p2, instruction.p3)
        switch instruction.opcode {
        case .`init`, .goto:
            // `Init` with no target goes on.
            guard p2 > 0 else { return true }
            reach(p2, state)
            return false
        case .halt: return false
        case .gosub:
            state.registers[p1] = .address(address)
            reach(p2, state)
            return false
        case .return: return leave(p1, fallsThrough: p3 != 0, &state)
        case .initCoroutine:
            state.registers[p1] = .address(p3 - 1)
            reach(p2 > 0 ? p2 : address + 1, state)
            return false
        case .yield:
            let target = state.registers[p1].constant
            state.registers[p1] = .address(address)
            if let target {
                reach(target + 1, state)
            } else {
                for resume in flow.resumeSites[p1] ?? [] { reach(resume, state) }
            }
            return false
        case .endCoroutine:
            let caller = state.registers[p1].constant.flatMap { program.element($0) }
            state.registers[p1] = .unwritten
            if let caller {
                reach(caller.p2, state)
            } else {
                for end in flow.endSites[p1] ?? [] { reach(end, state) }
            }
            return false
        case .beginSubroutine:
            state.registers[p2] = .null(.init())
        case .jump:
            reach(p1, state)
            reach(p2, state)
            reach(p3, state)
            return false
        case .once, .elseEqual, .isType, .foreignKeyIfZero, .ifNotOpen, .ifEmpty, .ifSizeBetween, .filter,
            .sorterCompare, .sequenceTest, .rowSetTest, .ifNoHope, .program:
            if p2 > 0 { reach(p2, state) }
        case .decrementJumpZero, .ifNotZero:
            state.registers[p1] = .of(.integer)
            reach(p2, state)
        case .if, .ifNot, .ifPositive: return branch(instruction, &state)
        case .isNull, .notNull: return testNull(instruction, &state)
        case .haltIfNull:
            let value = state.registers[p3]
            use(value, ParameterUse(kind: .operand, refusesNull: true))
            if value.classes == .null { return false }
            state.refineNotNull(p3)
        case .ifNullRow:
            let cursor = state.cursors.element(p1)
            if cursor?.mayBeNullRow ?? true {
                reach(p2, state) { other in
                    other.registers[p3] = .null(NullCause(kind: .outerJoin, address: cursor?.nullRowAddress ?? -1))
                }
            }
            if let cursor, !cursor.mayHaveRow, cursor.mayBeNullRow { return false }
            if state.cursors.indices.contains(p1) { state.cursors[p1].mayBeNullRow = false }
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: compare(instruction, &state)
        case .mustBeInt:
            use(state.registers[p1], ParameterUse(kind: .operand, classes: .integer, refusesNull: p2 == 0))
            if p2 > 0 { reach(p2, state) }
            let parameters = state.registers[p1].parameters
            state.registers[p1] = .of(.integer)
            state.registers[p1].parameters = parameters
        case .resultRow: result(state.registers[p1..<(p1 + p2)])
        default:
            if moves(instruction.opcode) { return move(instruction, at: address, &state) }
            guard let register = instruction.replacedRegister, state.registers[register].parameters != 0 else {
                compute(instruction, at: address, &state)
                return true
            }
            let old = state.registers[register]
            compute(instruction, at: address, &state)
            // What takes the place of a parameter that is NULL: `coalesce(:x, …)`.
            if old.classes == .null { use(old, .compared(with: state.registers[register])) }
        }
        return true
    }

    private mutating func leave(_ register: Int, fallsThrough: Bool, _ state: inout MachineState) -> Bool {
        let value = state.registers[register]
        // Nothing returns twice by one call: forgotten, the address does not keep apart what is the same from here on.
        if value.classes != .null { state.registers[register] = .unwritten }
        if let caller = value.constant {
            reach(caller + 1, state)
            return false
        }
        if value.classes != .null { for site in flow.returnSites[register] ?? [] { reach(site, state) } }
        return fallsThrough
    }

    private mutating func branch(_ instruction: Instruction, _ state: inout MachineState) -> Bool {
        let (register, target) = (instruction.p1, instruction.p2)
        let value = state.registers[register]
        if instruction.opcode == .ifPositive {
            if let constant = value.constant {
                if constant > 0 { reach(target, state) { $0.decrement(register, by: instruction.p3) } }
                return constant <= 0
            }
            reach(target, state) { $0.decrement(register, by: instruction.p3) }
            return true
        }
        use(value, ParameterUse(kind: .operand, isCondition: true))
        let jumpsIfTrue = instruction.opcode == .if
        let jumpsIfNull = instruction.p3 != 0
        if let constant = value.constant {
            if (constant != 0) == jumpsIfTrue {
                reach(target, state)
                return false
            }
            return true
        }
        if value.classes == .null {
            if jumpsIfNull { reach(target, state) }
            return !jumpsIfNull
        }
        if jumpsIfNull {
            reach(target, state)
            state.refineNotNull(register)
        } else {
            reach(target, state) { $0.refineNotNull(register) }
        }
        return true
    }

    private mutating func testNull(_ instruction: Instruction, _ state: inout MachineState) -> Bool {
        let register = instruction.p1
        let value = state.registers[register]
        let canBeNull = value.classes.isEmpty || value.mayBeNull
        let canBeOther = value.classes != .null
        if instruction.opcode == .isNull {
            if canBeNull { reach(instruction.p2, state) { $0.registers[register].classes.formIntersection(.null) } }
            state.refineNotNull(register)
            return canBeOther
        }
        if canBeOther { reach(instruction.p2, state) { $0.refineNotNull(register) } }
        state.registers[register].classes.formIntersection(.null)
        return canBeNull
    }

    private mutating func compare(_ instruction: Instruction, _ state: inout MachineState) {
        let (right, left) = (instruction.p1, instruction.p3)
        let (leftValue, rightValue) = (state.registers[left], state.registers[right])
        use(leftValue, .compared(with: rightValue))
        use(rightValue, .compared(with: leftValue))
        if instruction.p5 & Instruction.nullsAreEqual != 0 {
            // `IS`: what equals something that is not NULL is not NULL.
            func refine(_ state: inout MachineState) {
                if !leftValue.mayBeNull, !leftValue.classes.isEmpty { state.refineNotNull(right) }
                if !rightValue.mayBeNull, !rightValue.classes.isEmpty { state.refineNotNull(left) }
            }
            if instruction.opcode == .equal {
                reach(instruction.p2, state) { refine(&$0) }
            } else {
                reach(instruction.p2, state)
                if instruction.opcode == .notEqual { refine(&state) }
            }
        } else if instruction.p5 & Instruction.jumpIfNull != 0 {
            reach(instruction.p2, state)
            state.refineNotNull(left)
            state.refineNotNull(right)
        } else {
            reach(instruction.p2, state) { jumping in
                jumping.refineNotNull(left)
                jumping.refineNotNull(right)
            }
        }
    }
}

extension Instruction {
    /// The register that the instruction gives a value, where that can stand in for another.
    fileprivate var replacedRegister: Int? {
        switch opcode {
        case .integer, .int64, .real, .string8, .copy, .shallowCopy, .rowid: p2
        case .column, .function, .pureFunction, .add, .subtract, .multiply, .divide, .concat: p3
        default: nil
        }
    }
}

extension AbstractValue {
    /// A return address.
    static func address(_ address: Int) -> AbstractValue {
        AbstractValue(classes: .integer, constant: address)
    }
}

extension MachineState {
    /// `IfPos` takes `amount` from the register.
    fileprivate mutating func decrement(_ register: Int, by amount: Int) {
        if amount != 0 { registers[register] = .of(.integer) }
    }
}

extension ParameterUse {
    /// Compared with `value`.
    static func compared(with value: AbstractValue) -> ParameterUse {
        ParameterUse(
            kind: .compared, column: value.origin, declaredType: value.declaredType,
            classes: value.parameters == 0 && !value.classes.subtracting(.null).isEmpty
                ? value.classes.subtracting(.null) : .something)
    }
}
