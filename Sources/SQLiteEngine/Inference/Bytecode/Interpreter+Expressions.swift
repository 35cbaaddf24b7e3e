extension Interpreter {
    /// Arithmetic, text and logic.
    mutating func operate(_ instruction: Instruction, at address: Int, _ state: inout MachineState) {
        let (p1, p2, p3) = (instruction.p1, instruction.p2, instruction.p3)
        let first = state.registers[p1]
        switch instruction.opcode {
        case .not, .bitNot:
            if instruction.opcode == .not { use(first, ParameterUse(kind: .operand, isCondition: true)) }
            state.registers[p2] = strict(.integer, [first])
            state.registers[p2].isTruth = instruction.opcode == .not && !state.registers[p2].classes.isEmpty
        case .isTrue:
            state.registers[p2] = .of(.integer)
            state.registers[p2].isTruth = true
        case .zeroOrNull:
            state.registers[p2] = strict(.integer, [first, state.registers[p3]])
            state.registers[p2].isTruth = !state.registers[p2].classes.isEmpty
        case .concat:
            let second = state.registers[p2]
            for value in [first, second] { use(value, ParameterUse(kind: .operand, classes: .text)) }
            state.registers[p3] = strict(.text, [first, second])
        case .and, .or:
            state.registers[p3] = strict(.integer, [first, state.registers[p2]])
            state.registers[p3].isTruth = !state.registers[p3].classes.isEmpty
        case .bitAnd, .bitOr, .shiftLeft, .shiftRight:
            let second = state.registers[p2]
            for value in [first, second] { use(value, ParameterUse(kind: .operand, classes: .integer)) }
            state.registers[p3] = strict(.integer, [first, second])
        default:
            // `P2 op P1`: the divisor is `P1`.
            let second = state.registers[p2]
            use(first, .operand(beside: second))
            use(second, .operand(beside: first))
            var value = strict(arithmetic(first, second), [second, first])
            value.magnitude = 0
            switch instruction.opcode {
            case .divide where !first.isNonZero:
                value = value.orNull(NullCause(kind: .division, address: address))
            case .remainder where first.constant.map({ $0 == 0 }) ?? true:
                value = value.orNull(NullCause(kind: .division, address: address))
            default: measure(&value, instruction.opcode, first, second, at: address)
            }
            state.registers[p3] = value
        }
    }

    /// How large the result can be, and whether infinities can meet on the way to it.
    private func measure(
        _ value: inout AbstractValue, _ opcode: Opcode, _ right: AbstractValue, _ left: AbstractValue, at address: Int
    ) {
        let bothFinite = left.isFinite && right.isFinite
        let isNumber: Bool =
            switch opcode {
            case .add, .subtract, .divide: left.isFinite || right.isFinite
            // An infinity times zero is no number.
            case .multiply: bothFinite || left.isFinite && left.isNonZero || right.isFinite && right.isNonZero
            default: true
            }
        if !isNumber { value = value.orNull(NullCause(kind: .infinity, address: address)) }
        guard bothFinite, !value.classes.isEmpty else { return }
        switch opcode {
        case .add, .subtract: value.magnitude = Swift.max(left.magnitude, right.magnitude) + 1
        case .multiply: value.magnitude = left.magnitude + right.magnitude
        // Divided by a whole number that is not zero a number does not grow.
        case .divide where right.constant != nil: value.magnitude = left.magnitude
        case .remainder: value.magnitude = AbstractValue.integerMagnitude
        default: break
        }
    }

    private func arithmetic(_ left: AbstractValue, _ right: AbstractValue) -> StorageClasses {
        let classes = [left, right].map { value -> StorageClasses in
            // A parameter follows the other operand.
            value.parameters != 0 && value.classes == .all ? [] : value.classes.subtracting(.null)
        }
        if classes.contains(.real) { return .real }
        let known = classes[0].union(classes[1])
        return known == .integer || known.isEmpty ? .integer : .number
    }

    /// A value that is NULL where one of `arguments` is, and only there.
    func strict(_ classes: StorageClasses, _ arguments: [AbstractValue]) -> AbstractValue {
        if arguments.contains(where: \.classes.isEmpty) { return .unwritten }
        if let null = arguments.first(where: { $0.classes == .null }) { return .null(null.cause) }
        var value = AbstractValue.of(classes)
        value.isLiteral = arguments.allSatisfy(\.isLiteral)
        for argument in arguments where argument.mayBeNull { value = value.orNull(argument.cause) }
        return value
    }

    /// A scalar function.
    mutating func call(_ instruction: Instruction, at address: Int, _ state: inout MachineState) {
        let name = functions[instruction.p4].name
        let arguments = arguments(of: instruction, state)
        for (index, argument) in arguments.enumerated() where argument.parameters != 0 {
            if let classes = FunctionRules.expectedClasses(of: name, argument: index) {
                use(argument, ParameterUse(kind: .operand, classes: classes))
            }
        }
        let cause = NullCause(kind: .function, address: address)
        if !catalogue.functions.isEmpty, var value = answer(of: name, cause) {
            value.isJSON = true
            state.registers[instruction.p3] = value
            return
        }
        guard var rule = functions[instruction.p4].scalar else {
            state.registers[instruction.p3] = .anything(cause)
            return
        }
        var value: AbstractValue
        if (name == "substr" || name == "substring"), arguments.first?.classes.subtracting(.null) == .text {
            rule.classes = .text
        }
        switch rule.nullability {
        case .never: value = .of(rule.classes)
        case .anyArgument: value = strict(rule.classes, arguments)
        case .firstArgument: value = strict(rule.classes, Array(arguments.prefix(1)))
        case .maybe:
            value = .of(rule.classes)
            let isMoment =
                ["date", "time", "datetime", "julianday", "unixepoch"].contains(name)
                && FunctionRules.isKnownMoment(arguments.map { $0.text == 0 ? nil : texts[$0.text] })
            if !isMoment { value = value.orNull(cause) }
        }
        value.isTruth = rule.isPredicate && !value.classes.isEmpty
        if rule.keepsArgument {
            keepType(of: arguments, in: &value)
            for argument in arguments where argument.parameters != 0 {
                for other in arguments where other.parameters == 0 { use(argument, .compared(with: other)) }
            }
        }
        if functions[instruction.p4].mayAnswerJSON { shape(&value, by: name, arguments, instruction, state) }
        state.registers[instruction.p3] = value
    }

    /// What a function of the application answers; `nil` where it is none.
    private func answer(of name: Substring, _ cause: NullCause) -> AbstractValue? {
        guard let answer = catalogue.functions[name.lowercased()] else { return nil }
        var value = AbstractValue.of(types.classes(of: answer.declaredType))
        value.declaredType = answer.declaredType
        return answer.isNeverNull ? value : value.orNull(cause)
    }

    /// The arguments of a function.
    ///
    /// `EXPLAIN` does not tell how many a function of any number was called with (it says -1). The arguments lie side by
    /// side and never over the result, so the registers from the first to the last that was written hold them all, and
    /// perhaps more: then too many are looked at, never too few.
    private func arguments(of instruction: Instruction, _ state: MachineState) -> [AbstractValue] {
        let count = functions[instruction.p4].argumentCount
        if count >= 0 { return Array(state.registers[instruction.p2..<(instruction.p2 + count)]) }
        let end = instruction.p3 > instruction.p2 ? instruction.p3 : state.registers.count
        return Array(state.registers[instruction.p2..<end].prefix { !$0.classes.isEmpty })
    }

    /// The answer has the type of the arguments, as far as they agree.
    private func keepType(of arguments: [AbstractValue], in value: inout AbstractValue) {
        guard let first = arguments.first else { return }
        let joined = arguments.dropFirst().reduce(first) { join($0, $1) }
        let classes = joined.classes.subtracting(.null)
        value.classes = value.classes.intersection(.null).union(classes)
        value.magnitude = joined.magnitude
        value.declaredType = joined.declaredType
        value.origin = joined.origin
        value.parameters = joined.parameters
    }

    /// Aggregates and window functions, from reset to result.
    mutating func aggregate(_ instruction: Instruction, at address: Int, _ state: inout MachineState) {
        switch instruction.opcode {
        case .aggregateStep, .aggregateStep1: step(instruction, at: address, &state)
        case .aggregateInverse: state.registers[instruction.p3].accumulator = .none
        case .aggregateValue:
            state.registers[instruction.p3] = aggregateResult(instruction, at: address, state.registers[instruction.p1])
        default:
            state.registers[instruction.p1] = aggregateResult(instruction, at: address, state.registers[instruction.p1])
        }
    }

    private mutating func step(_ instruction: Instruction, at address: Int, _ state: inout MachineState) {
        let register = instruction.p3
        let argument = functions[instruction.p4].argumentCount > 0 ? state.registers[instruction.p2] : .of(.integer)
        let before = state.registers[register]
        if let previous = program.element(address - 1), previous.opcode == .collationSequence, previous.p1 > 0,
            before.accumulator != .empty
        {
            state.registers[previous.p1] = .of(.integer)
        }
        // Only with one argument (and a second that is no value: a separator) does its NULL decide.
        let addsValue = !argument.mayBeNull && !argument.classes.isEmpty
        var value: AbstractValue
        if before.accumulator == .empty || before.classes == .null {
            value = argument.notNull
        } else {
            value = join(before.notNull, argument.notNull)
        }
        value.constant = nil
        value.text = 0
        value.cursor = -1
        value.field = -1
        value.record = 0
        value.isLiteral = false
        value.accumulator = addsValue || before.accumulator == .values ? .values : .rows
        value.isJSON = value.isJSON && !value.classes.isEmpty
        if functions[instruction.p4].gathersJSON {
            value.isJSON = false
            value.shape = gatheredShape(functions[instruction.p4], instruction, state)
        }
        if value.classes.isEmpty { value.classes = .null }
        if before.accumulator == .none && !addsValue { value.accumulator = .none }
        state.registers[register] = value
    }

    private func aggregateResult(
        _ instruction: Instruction, at address: Int, _ accumulator: AbstractValue
    ) -> AbstractValue {
        let cause = NullCause(kind: .aggregate, address: address)
        let function = functions[instruction.p4]
        if !catalogue.functions.isEmpty, let value = answer(of: function.name, cause) { return value }
        guard let rule = function.aggregate else { return .anything(cause) }
        if accumulator.classes.isEmpty { return .unwritten }
        var value = AbstractValue.of(rule.classes)
        value.isJSON = function.gathersJSON || rule.keepsArgument && accumulator.isJSON
        if function.gathersJSON { value.shape = answeredShape(function, accumulator) }
        if rule.keepsArgument {
            let classes = accumulator.classes.subtracting(.null)
            value.classes = classes
            if function.isSum {
                value.classes =
                    classes.isEmpty ? [] : classes == .integer ? .integer : classes == .real ? .real : .number
                // `DECIMAL` stays what it was; of other columns the sum is a plain number.
                if types.classes(of: accumulator.declaredType) == .number {
                    value.declaredType = accumulator.declaredType
                }
            } else {
                value.declaredType = accumulator.declaredType
                value.origin = accumulator.origin
            }
        }
        // A sum over infinities of both signs is no number.
        if function.isSummation, !accumulator.isFinite, accumulator.classes != .null {
            value = value.orNull(NullCause(kind: .infinity, address: address))
        }
        let hasValues = accumulator.accumulator == .values
        if rule.isAlwaysOptional || (rule.isNullWithoutValues && !hasValues) { value = value.orNull(cause) }
        return value
    }
}

extension ParameterUse {
    /// An operand of arithmetic beside `other`.
    fileprivate static func operand(beside other: AbstractValue) -> ParameterUse {
        let classes = other.classes.intersection(.number)
        return ParameterUse(
            kind: .operand, declaredType: other.declaredType, classes: classes.isEmpty ? .number : classes)
    }
}

extension FunctionRules {
    /// The storage classes that a function expects of an argument; `nil` where any will do.
    static func expectedClasses(of name: Substring, argument index: Int) -> StorageClasses? {
        switch (name, index) {
        case ("like", _), ("glob", _), ("lower", 0), ("upper", 0), ("trim", _), ("ltrim", _), ("rtrim", _),
            ("replace", _), ("length", 0), ("instr", _), ("unicode", 0), ("substr", 0), ("substring", 0), ("date", _),
            ("time", _), ("datetime", _), ("julianday", _), ("unixepoch", _), ("strftime", _), ("json", 0),
            ("json_extract", _), ("json_each", 0), ("match", _):
            .text
        case ("substr", 1...2), ("substring", 1...2), ("round", 1), ("char", _), ("zeroblob", _), ("randomblob", _):
            .integer
        case ("abs", 0), ("round", 0), ("sign", 0), ("ceil", 0), ("floor", 0), ("sqrt", 0), ("pow", _): .number
        default: nil
        }
    }
}
