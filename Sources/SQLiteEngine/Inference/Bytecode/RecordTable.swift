/// The records that a program builds, each field described; equal records have one number.
struct RecordTable: Sendable {
    private var fields: [[AbstractValue]] = [[]]
    private var numbers: [Key: Int] = [:]
    private var makers: [Int: Int] = [:]

    /// A record is known by where it is made and of which sources, so that joins come to an end.
    private enum Key: Hashable {
        case made(address: Int)
        case content(cursor: Int)
    }

    /// The fields of record `number`.
    subscript(number: Int) -> [AbstractValue] { fields[number] }

    /// The record that the instruction at `address` makes, joined with what it made before.
    ///
    /// - Returns: Its number, and whether it came to say more.
    mutating func make(at address: Int, _ values: [AbstractValue], _ join: Joiner) -> (number: Int, grew: Bool) {
        let made = record(.made(address: address), values, join)
        makers[made.number] = address
        return made
    }

    /// The address of the instruction that makes the record; `nil` where it is what a cursor's rows hold.
    func maker(of number: Int) -> Int? { makers[number] }

    /// What the rows of a cursor hold, joined with what they held before.
    mutating func fill(cursor: Int, _ values: [AbstractValue], _ join: Joiner) -> Bool {
        record(.content(cursor: cursor), values, join).grew
    }

    /// Number of the record that the rows of a cursor hold; `nil` where nothing was put in yet.
    func content(of cursor: Int) -> Int? {
        numbers[.content(cursor: cursor)]
    }

    private mutating func record(_ key: Key, _ values: [AbstractValue], _ join: Joiner) -> (number: Int, grew: Bool) {
        let settled = values.map { value in
            var value = value
            value.cursor = -1
            value.field = -1
            value.accumulator = .none
            return value
        }
        guard let number = numbers[key] else {
            fields.append(settled)
            numbers[key] = fields.count - 1
            return (fields.count - 1, true)
        }
        let before = fields[number]
        var after: [AbstractValue] = []
        for index in 0..<max(before.count, settled.count) {
            let (left, right) = (before.element(index), settled.element(index))
            after.append(join(left ?? .null(.init()), right ?? .null(.init())))
        }
        fields[number] = after
        return (number, after != before)
    }
}

extension Array {
    /// The element at `index`, where there is one.
    func element(_ index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
