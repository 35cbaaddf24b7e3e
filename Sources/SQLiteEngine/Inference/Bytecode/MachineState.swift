/// What is known of registers and cursors at one place of a program.
struct MachineState: Sendable, Equatable {
    var registers: [AbstractValue]
    var cursors: [CursorState]

    /// What is known of where a cursor stands.
    struct CursorState: Sendable, Equatable {
        /// Address of the instruction that opened it; -1 where none did yet, -2 where they do not agree.
        var opening = -1
        /// It can stand on a row.
        var mayHaveRow = false
        /// It can stand on the row of NULLs, so that every column reads as NULL.
        var mayBeNullRow = false
        /// The instruction that put it there, for the explanation.
        var nullRowAddress = -1
        /// Bit `i` set: column `i` of the current row is known not to be NULL.
        var notNull: UInt64 = 0
    }

    /// Nothing written, no cursor open.
    init(registerCount: Int, cursorCount: Int) {
        registers = Array(repeating: .unwritten, count: registerCount)
        cursors = Array(repeating: CursorState(), count: cursorCount)
    }

    /// Takes over what another state of the same program knows, into the storage that it has.
    mutating func assign(_ other: MachineState) {
        assign(place: 0, of: other.registers, other.cursors)
    }

    /// Takes over what is known at one of several places that lie one after the other, into the storage that it has.
    mutating func assign(place: Int, of registers: [AbstractValue], _ cursors: [CursorState]) {
        // As bytes: this happens for each block that is run and each branch that is taken.
        unsafe self.registers.withUnsafeMutableBufferPointer { own in
            unsafe registers.withUnsafeBufferPointer { all in
                let range = place * own.count..<(place + 1) * own.count
                _ = unsafe own.update(fromContentsOf: all.extracting(range))
            }
        }
        unsafe self.cursors.withUnsafeMutableBufferPointer { own in
            unsafe cursors.withUnsafeBufferPointer { all in
                let range = place * own.count..<(place + 1) * own.count
                _ = unsafe own.update(fromContentsOf: all.extracting(range))
            }
        }
    }

    /// The cursor is opened, and stands nowhere yet.
    mutating func open(_ cursor: Int, at address: Int) {
        guard cursors.indices.contains(cursor) else { return }
        move(cursor, mayHaveRow: false)
        cursors[cursor].opening = address
    }

    /// The cursor stands on another row: what was read from it is no longer its current row.
    mutating func move(_ cursor: Int, mayHaveRow: Bool = true, mayBeNullRow: Bool = false, at address: Int = -1) {
        guard cursors.indices.contains(cursor) else { return }
        cursors[cursor] = CursorState(
            opening: cursors[cursor].opening, mayHaveRow: mayHaveRow, mayBeNullRow: mayBeNullRow,
            nullRowAddress: mayBeNullRow ? address : -1)
        for index in registers.indices where registers[index].cursor == cursor {
            registers[index].cursor = -1
            registers[index].field = -1
        }
    }

    /// The register is known not to be NULL, and with it the column that it was read from.
    ///
    /// Nothing is written that was known already: states share their storage until they differ.
    mutating func refineNotNull(_ register: Int) {
        guard registers.indices.contains(register) else { return }
        if registers[register].mayBeNull { registers[register].classes.remove(.null) }
        let (cursor, field) = (registers[register].cursor, registers[register].field)
        guard cursor >= 0 else { return }
        // A row of NULLs has nothing else: a value that is not NULL stands on a row.
        if cursors[cursor].mayBeNullRow { cursors[cursor].mayBeNullRow = false }
        if (0..<64).contains(field), cursors[cursor].notNull & (1 << UInt64(field)) == 0 {
            cursors[cursor].notNull |= 1 << UInt64(field)
        }
        for index in registers.indices
        where registers[index].cursor == cursor && registers[index].field == field && registers[index].mayBeNull {
            registers[index].classes.remove(.null)
        }
    }
}
