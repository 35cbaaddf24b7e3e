/// How control moves through a program: its blocks, and the registers on whose values it depends.
///
/// A block begins where ways can meet, and goes on behind a jump that is not taken: what is known there is known from one
/// place alone, and need not be kept.
struct ControlFlow: Sendable {
    /// First instruction of each block.
    private(set) var blocks: [Int]
    /// The block that begins at an address; -1 where none does.
    private(set) var blockAt: [Int]
    /// Registers that hold nothing but small constants and return addresses, and that decide where control goes: their
    /// values keep apart what is known on different ways (the first row of a group and the others, say).
    private(set) var controls: [Int]
    /// Where a `Return` through a register can lead, where its value is not known.
    private(set) var returnSites: [Int: [Int]] = [:]
    /// Where a `Yield` through a register can lead, where its value is not known.
    private(set) var resumeSites: [Int: [Int]] = [:]
    /// Where the end of the coroutine of a register can lead, where its caller is not known.
    private(set) var endSites: [Int: [Int]] = [:]

    /// How many registers keep states apart at most.
    static let maximumControls = 8

    /// Whether a block reads what records hold.
    private(set) var readsRecords: [Bool]

    /// Reads the jumps of `program`; `precision` says which control registers keep states apart.
    init(_ program: [Instruction], registerCount: Int, cursors: Cursors, precision: Precision) {
        // While blocks are looked for, 0 stands where one begins.
        blockAt = Array(repeating: -1, count: program.count + 1)
        blocks = []
        readsRecords = []
        controls = Self.controls(of: program, registerCount: registerCount, precision: precision)
        blockAt[0] = 0
        for (address, instruction) in program.enumerated() {
            instruction.forEachStaticTarget { if $0 <= program.count { blockAt[$0] = 0 } }
            if instruction.endsBlock { blockAt[address + 1] = 0 }
            switch instruction.opcode {
            case .gosub: returnSites[instruction.p1, default: []].append(address + 1)
            case .yield:
                resumeSites[instruction.p1, default: []].append(address + 1)
                endSites[instruction.p1, default: []].append(instruction.p2)
            case .initCoroutine: resumeSites[instruction.p1, default: []].append(instruction.p3)
            case .seekScan: blockAt[address + 1] = 0
            default: break
            }
        }
        readStoredAddresses(program)
        for address in program.indices {
            if blockAt[address] == 0 {
                blockAt[address] = blocks.count
                blocks.append(address)
                readsRecords.append(false)
            }
            if Self.readsRecords(program[address], cursors) { readsRecords[blocks.count - 1] = true }
        }
        blockAt[program.count] = -1
    }

    private static func readsRecords(_ instruction: Instruction, _ cursors: Cursors) -> Bool {
        switch instruction.opcode {
        case .insert, .indexInsert, .sorterInsert: true
        default: instruction.opcode.usesCursor && cursors.holdsRecords[instruction.p1]
        }
    }

    /// Where there is no call, the address to return to is stored as a number.
    private mutating func readStoredAddresses(_ program: [Instruction]) {
        var returning: [Int] = []
        for instruction in program {
            if case .return = instruction.opcode { returning.append(instruction.p1) }
        }
        if returning.isEmpty { return }
        for instruction in program {
            guard case .integer = instruction.opcode, returning.contains(instruction.p2) else { continue }
            returnSites[instruction.p2, default: []].append(instruction.p1 + 1)
            let address = Swift.min(instruction.p1 + 1, program.count)
            if address >= 0 { blockAt[address] = 0 }
        }
    }

    /// Which control registers keep states apart: fewer where a program would have too many states.
    enum Precision: Sendable, CaseIterable {
        case flagsAndAddresses, addresses, none
    }

    private static func controls(of program: [Instruction], registerCount: Int, precision: Precision) -> [Int] {
        guard precision != .none else { return [] }
        // Whether a register decides where control goes, and whether it is only ever given what keeps ways apart.
        var isControl = [Bool](repeating: false, count: registerCount), hasControl = false
        for (address, instruction) in program.enumerated() {
            let decides: Bool =
                switch instruction.opcode {
                case .gosub, .return, .initCoroutine, .yield, .endCoroutine: true
                case .if, .ifNot: precision == .flagsAndAddresses
                case .ifPositive:
                    // The flag of an outer join ("a row matched") decides nothing that the row of NULLs does not say.
                    precision == .flagsAndAddresses && instruction.p3 == 0
                        && program.element(address + 1)?.opcode != .nullRow
                default: false
                }
            if decides, isControl.indices.contains(instruction.p1) {
                isControl[instruction.p1] = true
                hasControl = true
            }
        }
        guard hasControl else { return [] }
        for instruction in program {
            switch instruction.opcode {
            case .integer, .gosub, .initCoroutine, .yield, .endCoroutine, .beginSubroutine, .null, .collationSequence:
                continue
            default:
                for register in instruction.writtenRegisters where isControl.indices.contains(register) {
                    isControl[register] = false
                }
            }
            if case .ifPositive = instruction.opcode, instruction.p3 != 0 { isControl[instruction.p1] = false }
        }
        return Array(isControl.indices.lazy.filter { isControl[$0] }.prefix(maximumControls))
    }
}

extension Instruction {
    /// Where the instruction can jump to by its operands.
    @inline(__always)
    func forEachStaticTarget(_ body: (Int) -> Void) {
        switch opcode {
        case .jump:
            body(p1)
            body(p2)
            body(p3)
        case .`init`, .goto, .gosub, .once, .if, .ifNot, .ifPositive, .ifNotZero, .decrementJumpZero, .isNull, .notNull,
            .ifNullRow, .elseEqual, .isType, .program, .foreignKeyIfZero, .equal, .notEqual, .less, .lessOrEqual,
            .greater, .greaterOrEqual, .virtualFilter, .virtualNext, .rewind, .last, .next, .previous, .sort,
            .sorterSort, .sorterNext, .seekGreaterOrEqual, .seekGreater, .seekLessOrEqual, .seekLess, .seekRowid,
            .notExists, .seekScan, .found, .notFound, .noConflict, .ifNoHope, .ifNotOpen, .ifEmpty, .ifSizeBetween,
            .indexGreater, .indexGreaterOrEqual, .indexLess, .indexLessOrEqual, .filter, .sorterCompare,
            .sequenceTest, .rowSetRead, .rowSetTest, .mustBeInt:
            // A target of 0 is none, but for what opens the program, which nothing jumps back to.
            if p2 > 0 { body(p2) }
        case .initCoroutine:
            if p2 > 0 { body(p2) }
            if p3 > 0 { body(p3) }
        case .yield: if p2 > 0 { body(p2) }
        default: break
        }
    }

    /// Whether control never or not always reaches the next instruction by itself.
    var endsBlock: Bool {
        switch opcode {
        case .halt, .return, .endCoroutine, .yield, .gosub, .goto, .initCoroutine, .jump: true
        default: false
        }
    }

    /// The registers that the instruction writes, and perhaps some between them.
    var writtenRegisters: Range<Int> {
        switch opcode {
        case .gosub, .initCoroutine, .yield, .endCoroutine, .softNull, .addImmediate, .realAffinity, .mustBeInt,
            .cast, .memMax, .aggregateFinal, .decrementJumpZero, .ifNotZero:
            p1..<p1 + 1
        case .integer, .int64, .real, .string8, .string, .blob, .variable, .newRowid, .sequence, .count, .rowid,
            .indexRowid, .rowData, .sorterData, .readCookie, .parameter, .not, .bitNot, .isTrue, .zeroOrNull,
            .integerCopy, .shallowCopy, .offsetLimit, .virtualInitIn, .virtualCheck, .beginSubroutine:
            p2..<p2 + 1
        case .add, .subtract, .multiply, .divide, .remainder, .concat, .bitAnd, .bitOr, .shiftLeft, .shiftRight, .and,
            .or, .function, .pureFunction, .column, .virtualColumn, .makeRecord, .aggregateStep, .aggregateStep1,
            .aggregateInverse, .aggregateValue, .offset, .rowSetRead, .ifNullRow, .program:
            p3..<p3 + 1
        case .null: p2..<Swift.max(p2, p3) + 1
        case .copy: p2..<p2 + Swift.max(p3, 0) + 1
        case .move: Swift.min(p1, p2)..<Swift.max(p1, p2) + Swift.max(p3, 1)
        case .collationSequence: p1 > 0 ? p1..<p1 + 1 : 0..<0
        case .affinity: p1..<p1 + Swift.max(p2, 0)
        default: 0..<0
        }
    }

    /// The highest register that the instruction reads or writes.
    func highestRegister(_ functions: [CalledFunction]) -> Int {
        let written = writtenRegisters.isEmpty ? 0 : writtenRegisters.upperBound - 1
        let read: Int =
            switch opcode {
            case .makeRecord, .resultRow: p1 + p2
            case .copy, .move: Swift.max(p1, p2) + Swift.max(p3, 1)
            case .function, .pureFunction, .aggregateStep, .aggregateStep1, .aggregateInverse:
                p2 + Swift.max(functions[p4].argumentCount, p5, 0) + 1
            case .compare: Swift.max(p1, p2) + p3
            case .return, .if, .ifNot, .ifPositive, .isNull, .notNull, .affinity, .isType, .openPseudo:
                Swift.max(p1, opcode == .openPseudo ? p2 : 0)
            case .haltIfNull, .seekRowid, .notExists: p3
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract, .multiply,
                .divide, .remainder, .concat, .bitAnd, .bitOr, .shiftLeft, .shiftRight, .and, .or, .zeroOrNull:
                Swift.max(p1, p3, opcode == .zeroOrNull ? p3 : 0)
            case .insert: Swift.max(p2, p3)
            case .indexInsert, .sorterInsert: p2
            case .seekGreaterOrEqual, .seekGreater, .seekLessOrEqual, .seekLess, .indexGreater, .indexGreaterOrEqual,
                .indexLess, .indexLessOrEqual, .found, .notFound, .noConflict:
                p3 + (p4 >= 0 ? p4 : 1)
            case .not, .bitNot, .isTrue, .integerCopy, .shallowCopy, .offsetLimit: Swift.max(p1, p3)
            default: 0
            }
        return Swift.max(written, read)
    }
}
