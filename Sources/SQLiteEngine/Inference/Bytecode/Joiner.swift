/// Joins what is known on two ways to one place: what holds on both.
final class Joiner {
    /// Declared type of each column of the catalogue, as number (see ``DeclaredTypes``).
    let types: DeclaredTypes
    let cursors: Cursors
    let shapes = JSONShapeTable()

    /// Makes a joiner.
    init(types: DeclaredTypes, cursors: Cursors) {
        self.types = types
        self.cursors = cursors
    }

    /// Both ways' values together.
    func callAsFunction(_ left: AbstractValue, _ right: AbstractValue) -> AbstractValue {
        if left == right { return left }
        if left.classes.isEmpty || right.classes.isEmpty {
            var result = left.classes.isEmpty ? right.classes.isEmpty ? .unwritten : right : left
            result.parameters = left.parameters | right.parameters
            return result
        }
        var result = AbstractValue()
        result.classes = left.classes.union(right.classes)
        result.cause = cause(left, right)
        result.constant = left.constant == right.constant ? left.constant : nil
        result.text = left.text == right.text ? left.text : 0
        result.origin = left.origin == right.origin ? left.origin : -1
        result.declaredType = declaredType(left, right)
        if left.cursor == right.cursor, left.field == right.field {
            result.cursor = left.cursor
            result.field = left.field
        } else if right.classes == .null, right.cursor == -1, left.classes != .null {
            // Where it is found not to be NULL later, it is the other way's value: that cursor stands on a row.
            result.cursor = left.cursor
            result.field = left.field
        } else if left.classes == .null, left.cursor == -1, right.classes != .null {
            result.cursor = right.cursor
            result.field = right.field
        }
        result.record = left.record == right.record ? left.record : 0
        result.parameters = left.parameters | right.parameters
        result.isLiteral = left.isLiteral && right.isLiteral
        result.isNonZero = left.isNonZero && right.isNonZero
        result.isTruth =
            (left.isTruth || left.classes == .null) && (right.isTruth || right.classes == .null)
            && (left.isTruth || right.isTruth)
        result.isJSON = left.isJSON || right.isJSON
        result.shape = shape(left, right)
        result.magnitude = magnitude(left, right)
        result.accumulator = accumulator(left, right)
        return result
    }

    private func cause(_ left: AbstractValue, _ right: AbstractValue) -> NullCause {
        guard left.mayBeNull else { return right.mayBeNull ? right.cause : NullCause() }
        guard right.mayBeNull else { return left.cause }
        // The first in the program: joins must not depend on their order.
        return left.cause.address <= right.cause.address ? left.cause : right.cause
    }

    /// One declared type survives beside NULL, and beside literals of a storage class that its columns hold.
    private func declaredType(_ left: AbstractValue, _ right: AbstractValue) -> Int {
        if left.declaredType == right.declaredType { return left.declaredType }
        if left.declaredType != 0, yields(right, to: left) { return left.declaredType }
        if right.declaredType != 0, yields(left, to: right) { return right.declaredType }
        return 0
    }

    private func yields(_ value: AbstractValue, to typed: AbstractValue) -> Bool {
        guard value.declaredType == 0 else { return false }
        let classes = value.classes.subtracting(.null)
        if classes.isEmpty { return true }
        return value.isLiteral && classes.isSubset(of: types.classes(of: typed.declaredType))
            || value.parameters != 0 && value.classes == .all
    }

    /// NULL has no shape; JSON with and without SQLite's mark are two things.
    private func shape(_ left: AbstractValue, _ right: AbstractValue) -> Int {
        if left.classes == .null, left.shape == 0 { return right.shape }
        if right.classes == .null, right.shape == 0 { return left.shape }
        return left.isJSON == right.isJSON ? shapes.join(left.shape, right.shape) : JSONShapeTable.unknown
    }

    /// NULL has no size.
    private func magnitude(_ left: AbstractValue, _ right: AbstractValue) -> UInt16 {
        if left.classes == .null { return right.magnitude }
        if right.classes == .null { return left.magnitude }
        return left.magnitude == 0 || right.magnitude == 0 ? 0 : max(left.magnitude, right.magnitude)
    }

    private func accumulator(_ left: AbstractValue, _ right: AbstractValue) -> AbstractValue.Accumulator {
        if left.accumulator == right.accumulator { return left.accumulator }
        switch (left.accumulator, right.accumulator) {
        case (.rows, .values), (.values, .rows): return .rows
        default: return .none
        }
    }

    /// Both ways' places of a cursor together.
    func callAsFunction(
        _ left: MachineState.CursorState, _ right: MachineState.CursorState
    ) -> MachineState.CursorState {
        let opening = opening(left.opening, right.opening)
        // A cursor that never stood anywhere says nothing.
        if !left.mayHaveRow && !left.mayBeNullRow || !right.mayHaveRow && !right.mayBeNullRow {
            var result = left.mayHaveRow || left.mayBeNullRow ? left : right
            result.opening = opening
            return result
        }
        var result = MachineState.CursorState()
        result.opening = opening
        result.mayHaveRow = left.mayHaveRow || right.mayHaveRow
        result.mayBeNullRow = left.mayBeNullRow || right.mayBeNullRow
        result.nullRowAddress = max(left.nullRowAddress, right.nullRowAddress)
        result.notNull = left.notNull & right.notNull
        return result
    }

    /// Two openings of the same thing are one.
    private func opening(_ left: Int, _ right: Int) -> Int {
        if left == right || right == -1 { return left }
        if left == -1 { return right }
        if left == -2 || right == -2 { return -2 }
        return cursors.source(openedAt: left) == cursors.source(openedAt: right) ? min(left, right) : -2
    }
}
