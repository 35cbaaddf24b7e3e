import SnapshotModel

// SQLite marks what its JSON functions answer as JSON (a "subtype"), so that within another such function it is no string.
// The mark goes with the register, and is lost where the value is stored in a record. See https://www.sqlite.org/json1.html
// and https://www.sqlite.org/c3ref/value_subtype.html.

extension Interpreter {
    /// Notes of what a scalar function answers whether it is JSON, and what that holds.
    mutating func shape(
        _ value: inout AbstractValue, by name: Substring, _ arguments: [AbstractValue], _ instruction: Instruction,
        _ state: MachineState
    ) {
        switch name {
        case "json_object":
            value.isJSON = true
            value.shape = objectShape(instruction, state)
        case "json_array":
            value.isJSON = true
            value.shape = arrayShape(arguments)
        case "json":
            value.isJSON = true
            value.shape = arguments.first?.shape ?? JSONShapeTable.unknown
        case "json_set", "json_insert", "json_replace", "json_remove", "json_patch", "json_quote", "json_extract", "->":
            value.isJSON = true
        case "nullif", "likely", "unlikely", "likelihood", "min", "max":
            value.isJSON = arguments.contains(where: \.isJSON)
        default: break
        }
    }

    /// The number of the shape of what an aggregate has gathered, with one more row.
    func gatheredShape(_ function: CalledFunction, _ instruction: Instruction, _ state: MachineState) -> Int {
        let before = state.registers[instruction.p3]
        let place = instruction.p2 + (function.name == "json_group_object" ? 1 : 0)
        guard let value = state.registers.element(place), let element = draft(of: value) else {
            return JSONShapeTable.unknown
        }
        let own = join.shapes.number(of: function.name == "json_group_object" ? .dictionary(element) : .array(element))
        return before.accumulator == .empty ? own : join.shapes.join(before.shape, own)
    }

    /// The number of the shape of what an aggregate answers.
    func answeredShape(_ function: CalledFunction, _ accumulator: AbstractValue) -> Int {
        guard accumulator.accumulator == .empty else { return accumulator.shape }
        return join.shapes.number(of: function.name == "json_group_object" ? .dictionary(.nothing) : .array(.nothing))
    }

    // MARK: Functions

    private func arrayShape(_ arguments: [AbstractValue]) -> Int {
        var element = JSONDraft.nothing
        for argument in arguments {
            guard let draft = draft(of: argument) else { return JSONShapeTable.unknown }
            element = element.joined(draft)
        }
        return join.shapes.number(of: .array(element))
    }

    /// The arguments lie side by side, names and values in turn; which of the statement's calls this is, the names tell.
    ///
    /// Names that are literals have registers that nothing else uses, so no other function's arguments can begin among them.
    private func objectShape(_ instruction: Instruction, _ state: MachineState) -> Int {
        let start = instruction.p2
        guard let first = state.registers.element(start), !first.classes.isEmpty else { return JSONShapeTable.nothing }
        var end = instruction.p3 > start ? instruction.p3 : state.registers.count
        for other in program where other.p2 > start && other.p2 < end && other.opcode.takesArguments { end = other.p2 }
        let calls = objectCalls.names.filter { names in
            names.count * 2 <= end - start
                && names.enumerated().allSatisfy { place, name in
                    let text = state.registers[start + 2 * place].text
                    return text != 0 && texts[text] == name
                }
        }
        // Of two that fit the longer one: behind the arguments of the shorter stands no literal of the other's names.
        guard let names = calls.max(by: { $0.count < $1.count }), !names.isEmpty, Set(names).count == names.count else {
            return JSONShapeTable.unknown
        }
        var members: [JSONDraft.Member] = []
        for (place, name) in names.enumerated() {
            guard let draft = draft(of: state.registers[start + 2 * place + 1]) else { return JSONShapeTable.unknown }
            members.append(JSONDraft.Member(name: name, draft: draft))
        }
        return join.shapes.number(of: .object(members))
    }

    // MARK: Values

    /// What a value becomes within a JSON text; `nil` where that is not known.
    private func draft(of value: AbstractValue) -> JSONDraft? {
        let classes = value.classes.subtracting(.null)
        let draft: JSONDraft
        if classes.isEmpty {
            draft = .nothing
        } else if value.isJSON {
            guard value.shape != JSONShapeTable.unknown else { return nil }
            draft = join.shapes[value.shape]
        } else {
            // A text with a shape is JSON that lost its mark: whether it does is up to the plan of the query.
            guard value.shape == JSONShapeTable.unknown, let scalar = scalar(value, classes) else { return nil }
            draft = .scalar(scalar)
        }
        return value.mayBeNull ? draft.orNull : draft
    }

    private func scalar(_ value: AbstractValue, _ classes: StorageClasses) -> JSONShape.Scalar? {
        guard value.declaredType == 0 else {
            switch DeclaredType.meaning(of: types.text(of: value.declaredType)) {
            case .integer: return .integer
            case .real: return .real
            case .text: return .text
            case .boolean: return .boolean
            case .date: return .date
            case .decimal: return .decimal
            case .uuid: return .uuid
            case .url: return .url
            case .blob, nil: return nil
            }
        }
        switch classes {
        case .integer: return value.isTruth && !value.isLiteral ? .boolean : .integer
        case .real, .number: return .real
        case .text: return .text
        default: return nil
        }
    }
}

extension Opcode {
    /// Whether the instruction calls a function with arguments from `P2` on.
    fileprivate var takesArguments: Bool {
        switch self {
        case .function, .pureFunction, .aggregateStep, .aggregateStep1, .aggregateInverse: true
        default: false
        }
    }
}
