/// The records that a program builds, each field described; equal records have one number.
///
/// A record is known by where it is made, or by the cursor whose rows hold it, so that joins come to an end.
struct RecordTable: Sendable {
    private var fields: [[AbstractValue]] = [[]]
    /// The instruction that makes each record; -1 where it is what a cursor's rows hold.
    private var makers = [-1]
    /// The number of the record that an instruction makes; 0 for none yet.
    private var numberOfMade: [Int]
    /// The number of the record that a cursor's rows hold; 0 for none yet.
    private var numberOfContent: [Int]

    /// No records, of a program of so many instructions and cursors.
    init(instructionCount: Int, cursorCount: Int) {
        numberOfMade = Array(repeating: 0, count: instructionCount)
        numberOfContent = Array(repeating: 0, count: cursorCount)
    }

    /// The fields of record `number`.
    subscript(number: Int) -> [AbstractValue] { fields[number] }

    /// The record that the instruction at `address` makes, joined with what it made before.
    ///
    /// With `keepsTruth` no value is converted on the way in, so that 0 and 1 stay what they are.
    ///
    /// - Returns: Its number, and whether it came to say more.
    mutating func make(
        at address: Int, _ values: ArraySlice<AbstractValue>, keepsTruth: Bool, _ join: Joiner
    ) -> (number: Int, grew: Bool) {
        var values = values
        if !keepsTruth { for index in values.indices { values[index].isTruth = false } }
        let number = numberOfMade[address]
        if number > 0 { return (number, grow(number, values, join)) }
        numberOfMade[address] = add(values, maker: address)
        return (numberOfMade[address], true)
    }

    /// The address of the instruction that makes the record; `nil` where it is what a cursor's rows hold.
    func maker(of number: Int) -> Int? {
        makers[number] >= 0 ? makers[number] : nil
    }

    /// What the rows of a cursor hold, joined with what they held before; whether they came to hold more.
    mutating func fill(cursor: Int, _ values: [AbstractValue], _ join: Joiner) -> Bool {
        if let number = content(of: cursor) { return grow(number, values[...], join) }
        numberOfContent[cursor] = add(values[...], maker: -1)
        return true
    }

    /// Number of the record that the rows of a cursor hold; `nil` where nothing was put in yet.
    func content(of cursor: Int) -> Int? {
        numberOfContent[cursor] > 0 ? numberOfContent[cursor] : nil
    }

    private mutating func add(_ values: ArraySlice<AbstractValue>, maker: Int) -> Int {
        fields.append(values.map(\.settled))
        makers.append(maker)
        return fields.count - 1
    }

    private mutating func grow(_ number: Int, _ values: ArraySlice<AbstractValue>, _ join: Joiner) -> Bool {
        var grew = false
        let known = fields[number].count
        for index in 0..<max(known, values.count) {
            let value = index < values.count ? values[values.startIndex + index].settled : .null(.init())
            let before = index < known ? fields[number][index] : .null(.init())
            let after = join(before, value)
            if index < known, after == before { continue }
            grew = true
            if index < known { fields[number][index] = after } else { fields[number].append(after) }
        }
        return grew
    }
}

extension AbstractValue {
    /// The same value in a record, which no cursor moves.
    fileprivate var settled: AbstractValue {
        var value = self
        value.cursor = -1
        value.field = -1
        value.accumulator = .none
        value.isJSON = false
        return value
    }
}

extension Array {
    /// The element at `index`, where there is one.
    func element(_ index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
