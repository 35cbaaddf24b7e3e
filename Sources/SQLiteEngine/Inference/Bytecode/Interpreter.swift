#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs a program on what is known of values instead of values, until nothing new comes to be known.
///
/// Control is followed, so that what is known differs from place to place: a value tested for NULL is known not to be
/// NULL behind the test, an outer join's row of NULLs is known where it can stand. Return addresses and the flags of
/// grouping keep ways apart. A register that nothing was written to says nothing: SQLite never reads one.
struct Interpreter {
    let program: [Instruction]
    let texts: [String]
    let functions: [CalledFunction]
    let catalogue: BtreeCatalogue
    let types: DeclaredTypes
    let join: Joiner
    let cursors: Cursors
    let flow: ControlFlow
    var records: RecordTable
    /// Cursors of the program's own whose rows come from where the inference does not follow.
    var unknownContents = Set<Int>()
    /// Whether what records hold came to be more since the last time round.
    var recordsGrew = false
    var facts = ProgramFacts()
    /// The calls of `json_object` in the statement's text.
    let objectCalls: JSONObjectCalls

    private let registerCount: Int
    private var places: [Place] = []
    /// What is known at the beginning of each place, one after the other.
    private var registers: [AbstractValue] = []
    private var cursorStates: [MachineState.CursorState] = []
    /// By block: its first place, from which the others follow; -1 for none.
    private var firstPlaces: [Int]
    /// No block before it waits to be run: the first in the program goes first, so that loops settle from the inside.
    private var firstWaiting = 0
    /// Whether control came to where no block begins: then the program is not understood.
    private var isLost = false
    private var stepCount = 0
    /// Storage for the state that a block is run with, and for one that goes another way.
    private var working: MachineState
    private var aside: MachineState

    private typealias ControlKey = SIMD8<Int32>

    /// The beginning of a block, with certain values of the control registers.
    private struct Place {
        let key: ControlKey
        /// The next of the same block; -1 behind the last.
        var next = -1
        var isWaiting = true
    }

    /// Storage for the states of one program after the other, the largest thing by far that an analysis asks for.
    ///
    /// Used by the one thread that uses its connection.
    final class Storage {
        fileprivate var registers: [AbstractValue] = []
        fileprivate var cursorStates: [MachineState.CursorState] = []
    }

    /// How many states a program may have; one that has more is followed with less precision.
    private static let maximumStates = 600
    /// How many registers are compared at once.
    private static let comparedAtOnce = 4
    /// How many times blocks may be run.
    private static let maximumSteps = 20_000

    /// What the program says, or `nil` where it cannot be followed.
    static func run(
        _ program: Program, catalogue: BtreeCatalogue, types: DeclaredTypes, objectCalls: JSONObjectCalls,
        storage: Storage
    ) -> ProgramFacts? {
        let cursors = Cursors(program.instructions, catalogue: catalogue)
        for precision in ControlFlow.Precision.allCases {
            var interpreter = Interpreter(
                program, cursors: cursors, catalogue: catalogue, types: types, objectCalls: objectCalls,
                precision: precision, storage: storage)
            defer { interpreter.giveBack(to: storage) }
            guard interpreter.reachesFixpoint() else { continue }
            let shapes = interpreter.join.shapes
            if !shapes.isEmpty {
                interpreter.facts.shapes = interpreter.facts.columns.map { shapes.shape($0.shape) }
            }
            return interpreter.facts
        }
        return nil
    }

    private init(
        _ program: Program, cursors: Cursors, catalogue: BtreeCatalogue, types: DeclaredTypes,
        objectCalls: JSONObjectCalls, precision: ControlFlow.Precision, storage: Storage
    ) {
        self.objectCalls = objectCalls
        self.program = program.instructions
        texts = program.texts
        functions = program.functions
        self.catalogue = catalogue
        self.types = types
        self.cursors = cursors
        join = Joiner(types: types, cursors: cursors)
        var highest = 0
        for instruction in program.instructions {
            highest = Swift.max(highest, instruction.highestRegister(program.functions))
        }
        registerCount = 2 + highest
        flow = ControlFlow(
            program.instructions, registerCount: registerCount, cursors: cursors, precision: precision)
        records = RecordTable(instructionCount: program.instructions.count, cursorCount: cursors.count)
        firstPlaces = Array(repeating: -1, count: flow.blocks.count)
        working = MachineState(registerCount: registerCount, cursorCount: cursors.count)
        aside = working
        places.reserveCapacity(flow.blocks.count + 8)
        swap(&registers, &storage.registers)
        swap(&cursorStates, &storage.cursorStates)
        registers.reserveCapacity((flow.blocks.count + 8) * registerCount)
        cursorStates.reserveCapacity((flow.blocks.count + 8) * cursors.count)
    }

    /// Leaves the storage of states to the next program.
    private mutating func giveBack(to storage: Storage) {
        registers.removeAll(keepingCapacity: true)
        cursorStates.removeAll(keepingCapacity: true)
        swap(&registers, &storage.registers)
        swap(&cursorStates, &storage.cursorStates)
    }

    // MARK: The fixpoint

    private mutating func reachesFixpoint() -> Bool {
        reach(0, working)
        var rounds = 0
        while true {
            while let (block, place) = next() {
                run(block: block, from: place)
                stepCount += 1
                if places.count > Self.maximumStates || stepCount > Self.maximumSteps { return false }
            }
            guard recordsGrew else { return !isLost }
            recordsGrew = false
            rounds += 1
            if rounds > 200 { return false }
            for block in flow.blocks.indices where flow.readsRecords[block] {
                var place = firstPlaces[block]
                while place >= 0 {
                    places[place].isWaiting = true
                    place = places[place].next
                }
            }
            firstWaiting = 0
        }
    }

    /// The place to be run next, which waits no longer.
    private mutating func next() -> (block: Int, place: Int)? {
        while firstWaiting < firstPlaces.count {
            var place = firstPlaces[firstWaiting]
            while place >= 0 {
                if places[place].isWaiting {
                    places[place].isWaiting = false
                    return (firstWaiting, place)
                }
                place = places[place].next
            }
            firstWaiting += 1
        }
        return nil
    }

    /// Control can come to `address` with what `state` knows.
    mutating func reach(_ address: Int, _ state: MachineState) {
        // Nothing is read any more where the program ends.
        guard address < program.count, address >= 0, program[address].opcode != .halt else { return }
        let block = flow.blockAt[address]
        guard block >= 0 else {
            isLost = true
            return
        }
        let key = key(of: state)
        var place = firstPlaces[block]
        var last = -1
        while place >= 0, places[place].key != key {
            last = place
            place = places[place].next
        }
        if place >= 0 {
            guard joins(state, into: place) else { return }
            places[place].isWaiting = true
        } else {
            if last >= 0 { places[last].next = places.count } else { firstPlaces[block] = places.count }
            places.append(Place(key: key))
            registers += state.registers
            cursorStates += state.cursors
        }
        firstWaiting = Swift.min(firstWaiting, block)
    }

    /// Control can come to `address` with what `state` knows and `change` adds.
    mutating func reach(_ address: Int, _ state: MachineState, where change: (inout MachineState) -> Void) {
        var other = MachineState(registerCount: 0, cursorCount: 0)
        swap(&other, &aside)
        other.assign(state)
        change(&other)
        reach(address, other)
        swap(&other, &aside)
    }

    /// Joins `state` into what is known of a place; whether that changed anything.
    private mutating func joins(_ state: MachineState, into place: Int) -> Bool {
        var hasChanged = false
        let (join, firstRegister) = (join, place * registerCount)
        // Most registers are the same, and this is where an analysis spends its time: they are compared where they lie,
        // several at once.
        unsafe registers.withUnsafeMutableBufferPointer { all in
            unsafe state.registers.withUnsafeBufferPointer { others in
                guard let own = unsafe all.baseAddress.map({ unsafe $0 + firstRegister }),
                    let other = others.baseAddress
                else { return }
                for start in stride(from: 0, to: others.count, by: Self.comparedAtOnce) {
                    let end = min(start + Self.comparedAtOnce, others.count)
                    let size = (end - start) * MemoryLayout<AbstractValue>.stride
                    if unsafe memcmp(own + start, other + start, size) == 0 { continue }
                    for index in start..<end {
                        if unsafe AbstractValue.areSame(own + index, other + index) { continue }
                        let (before, other) = unsafe (own[index], other[index])
                        if before.covers(other) { continue }
                        let joined = before.isUnwritten ? other : join(before, other)
                        if joined == before { continue }
                        unsafe own[index] = joined
                        hasChanged = true
                    }
                }
            }
        }
        let firstCursor = place * cursors.count
        for index in 0..<cursors.count where state.cursors[index] != cursorStates[firstCursor + index] {
            let joined = join(cursorStates[firstCursor + index], state.cursors[index])
            if joined != cursorStates[firstCursor + index] {
                cursorStates[firstCursor + index] = joined
                hasChanged = true
            }
        }
        return hasChanged
    }

    private func key(of state: MachineState) -> ControlKey {
        var key = ControlKey(repeating: -1)
        for index in flow.controls.indices {
            let value = state.registers[flow.controls[index]]
            key[index] =
                if let constant = value.constant { Int32(truncatingIfNeeded: constant) } else if value.classes == .null
                { -2 } else { value.classes.isEmpty ? -1 : -3 }
        }
        return key
    }

    private mutating func run(block: Int, from place: Int) {
        var state = MachineState(registerCount: 0, cursorCount: 0)
        swap(&state, &working)
        state.assign(place: place, of: registers, cursorStates)
        var address = flow.blocks[block]
        let end = flow.blocks.element(block + 1) ?? program.count
        while address < end, execute(address, &state) { address += 1 }
        if address == end { reach(address, state) }
        swap(&state, &working)
    }

    // MARK: Cursors, parameters and results

    /// What a cursor reads here.
    func source(of cursor: Int, _ state: MachineState) -> Cursors.Source {
        guard state.cursors.indices.contains(cursor) else { return .unknown }
        let opening = state.cursors[cursor].opening
        if opening == -2 { return .unknown }
        guard opening >= 0 else { return .unopened }
        return cursors.source(openedAt: opening)
    }

    /// A parameter was used.
    mutating func use(_ value: AbstractValue, _ use: ParameterUse) {
        guard value.parameters != 0 else { return }
        for bit in 0..<64 where value.parameters & (1 << UInt64(bit)) != 0 {
            if facts.uses[bit + 1]?.contains(use) != true { facts.uses[bit + 1, default: []].append(use) }
        }
    }

    /// A row of the result.
    mutating func result(_ values: ArraySlice<AbstractValue>) {
        if facts.columns.isEmpty {
            facts.columns = Array(values)
        } else {
            for (index, value) in values.enumerated() where index < facts.columns.count {
                facts.columns[index] = join(facts.columns[index], value)
            }
        }
    }
}
