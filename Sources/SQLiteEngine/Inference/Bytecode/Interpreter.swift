/// Runs a program on what is known of values instead of values, until nothing new comes to be known.
///
/// Control is followed, so that what is known differs from place to place: a value tested for NULL is known not to be
/// NULL behind the test, an outer join's row of NULLs is known where it can stand. Return addresses and the flags of
/// grouping keep ways apart. A register that nothing was written to says nothing: SQLite never reads one.
struct Interpreter {
    let program: [Instruction]
    let catalogue: BtreeCatalogue
    let types: DeclaredTypes
    let join: Joiner
    let cursors: Cursors
    let flow: ControlFlow
    var records = RecordTable()
    var texts = [""]
    /// Cursors of the program's own whose rows come from where the inference does not follow.
    var unknownContents = Set<Int>()
    /// Whether what records hold came to be more since the last time round.
    var recordsGrew = false
    var facts = ProgramFacts()

    private let registerCount: Int
    /// By block; there are few for each, so that they are looked through.
    private var places: [[Place]]
    /// No block before it waits to be run: the first in the program goes first, so that loops settle from the inside.
    private var firstWaiting = 0
    /// Whether control came to where no block begins: then the program is not understood.
    private var isLost = false
    private var stateCount = 0
    private var stepCount = 0

    private typealias ControlKey = SIMD8<Int32>

    /// What is known at the beginning of a block, with certain values of the control registers.
    private struct Place {
        let key: ControlKey
        var state: MachineState
        var isWaiting = true
    }

    /// How many states a program may have; one that has more is followed with less precision.
    private static let maximumStates = 600
    /// How many times blocks may be run.
    private static let maximumSteps = 20_000

    /// What the program says, or `nil` where it cannot be followed.
    static func run(_ program: [Instruction], catalogue: BtreeCatalogue, types: DeclaredTypes) -> ProgramFacts? {
        for precision in [ControlFlow.Precision.flagsAndAddresses, .addresses, .none] {
            var interpreter = Interpreter(program, catalogue: catalogue, types: types, precision: precision)
            if interpreter.reachesFixpoint() { return interpreter.facts }
        }
        return nil
    }

    private init(
        _ program: [Instruction], catalogue: BtreeCatalogue, types: DeclaredTypes, precision: ControlFlow.Precision
    ) {
        self.program = program
        self.catalogue = catalogue
        self.types = types
        cursors = Cursors(program)
        join = Joiner(types: types, cursors: cursors)
        flow = ControlFlow(program, precision: precision)
        registerCount = 2 + (program.lazy.map(\.highestRegister).max() ?? 0)
        places = Array(repeating: [], count: flow.blocks.count)
    }

    // MARK: The fixpoint

    private mutating func reachesFixpoint() -> Bool {
        reach(0, MachineState(registerCount: registerCount, cursorCount: cursors.count))
        var rounds = 0
        while true {
            while let (block, index) = next() {
                run(block: block, places[block][index].state)
                stepCount += 1
                if stateCount > Self.maximumStates || stepCount > Self.maximumSteps { return false }
            }
            guard recordsGrew else { return !isLost }
            recordsGrew = false
            rounds += 1
            if rounds > 200 { return false }
            for block in places.indices {
                for index in places[block].indices { places[block][index].isWaiting = true }
            }
            firstWaiting = 0
        }
    }

    /// The place to be run next, which waits no longer.
    private mutating func next() -> (block: Int, index: Int)? {
        while firstWaiting < places.count {
            if let index = places[firstWaiting].firstIndex(where: \.isWaiting) {
                places[firstWaiting][index].isWaiting = false
                return (firstWaiting, index)
            }
            firstWaiting += 1
        }
        return nil
    }

    /// Control can come to `address` with what `state` knows.
    mutating func reach(_ address: Int, _ state: MachineState) {
        guard address < program.count, address >= 0 else { return }
        let block = flow.blockAt[address]
        guard block >= 0 else {
            isLost = true
            return
        }
        let key = key(of: state)
        if let index = places[block].firstIndex(where: { $0.key == key }) {
            guard join.join(state, into: &places[block][index].state) else { return }
            places[block][index].isWaiting = true
        } else {
            places[block].append(Place(key: key, state: state))
            stateCount += 1
        }
        firstWaiting = Swift.min(firstWaiting, block)
    }

    private func key(of state: MachineState) -> ControlKey {
        var key = ControlKey(repeating: -1)
        for (index, register) in flow.controls.enumerated() {
            let value = state.registers[register]
            key[index] =
                if let constant = value.constant { Int32(truncatingIfNeeded: constant) } else if value.classes == .null
                { -2 } else { value.classes.isEmpty ? -1 : -3 }
        }
        return key
    }

    private mutating func run(block: Int, _ entry: MachineState) {
        var state = entry
        var address = flow.blocks[block]
        let end = flow.blocks.element(block + 1) ?? program.count
        while address < end {
            if !execute(address, &state) { return }
            address += 1
        }
        reach(address, state)
    }

    // MARK: Texts and registers

    /// What a cursor reads here.
    func source(of cursor: Int, _ state: MachineState) -> Cursors.Source {
        guard let opening = state.cursors.element(cursor)?.opening, opening != -2 else { return .unknown }
        guard opening >= 0 else { return .unopened }
        return cursors.source(openedAt: opening)
    }

    /// The number of a text.
    mutating func number(of text: String) -> Int {
        if let number = texts.firstIndex(of: text) { return number }
        texts.append(text)
        return texts.count - 1
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
