/// Reads the program of a statement by `EXPLAIN` (https://www.sqlite.org/lang_explain.html).
enum ExplainReader {
    /// The program; `nil` where an instruction is unknown, so that nothing can be said of the statement.
    ///
    /// - Parameters:
    ///   - statement: A single statement that prepares.
    ///   - connection: A connection with the statement's schema.
    /// - Returns: The instructions of the main program; those of triggers are listed behind it and left out.
    static func program(of statement: ArraySlice<UInt8>, on connection: Connection) -> Program? {
        guard let listing = try? PreparedStatement.prepareListing(statement, on: connection) else { return nil }
        return program(listedBy: listing, on: connection)
    }

    /// The program that a statement lists with the columns of `EXPLAIN`.
    static func program(listedBy listing: borrowing PreparedStatement, on connection: Connection) -> Program? {
        let (names, known) = (OpcodeNames.all, connection.functions)
        var program = Program()
        program.instructions.reserveCapacity(64)
        while (try? listing.step(on: connection)) ?? false {
            guard listing.integer(0) == program.instructions.count else { break }
            guard let opcode = unsafe listing.withText(1, { unsafe names.opcode(named: $0) }) else { return nil }
            program.instructions.append(
                Instruction(
                    opcode: opcode, p1: listing.integer(2), p2: listing.integer(3), p3: listing.integer(4),
                    p4: p4(of: opcode, listing, known, &program), p5: opcode.readsP5 ? listing.integer(6) : 0))
        }
        return program.instructions.isEmpty ? nil : program
    }

    private static func p4(
        of opcode: Opcode, _ listing: borrowing PreparedStatement, _ known: KnownFunctions, _ program: inout Program
    ) -> Int {
        switch opcode {
        case .function, .pureFunction, .aggregateStep, .aggregateStep1, .aggregateInverse, .aggregateValue,
            .aggregateFinal:
            program.number(of: known.function(listing.string(5) ?? ""))
        case .string8, .string, .real: program.number(of: listing.string(5) ?? "")
        case .seekGreaterOrEqual, .seekGreater, .seekLessOrEqual, .seekLess, .indexGreater, .indexGreaterOrEqual,
            .indexLess, .indexLessOrEqual, .found, .notFound, .noConflict:
            unsafe listing.withText(5) { unsafe number($0) }
        // A record's values may be converted: to TEXT or REAL, or not at all.
        case .makeRecord: unsafe listing.withText(5) { unsafe converts($0) } ? 0 : -1
        default: -1
        }
    }

    /// The number that a text is; -1 for none.
    private static func number(_ text: UnsafePointer<UInt8>?) -> Int {
        guard var digit = unsafe text, unsafe digit.pointee != 0 else { return -1 }
        var number = 0
        while unsafe digit.pointee != 0 {
            guard case 0x30...0x39 = unsafe digit.pointee, number < 100_000 else { return -1 }
            number = unsafe number * 10 + Int(digit.pointee - 0x30)
            unsafe digit += 1
        }
        return number
    }

    /// Whether a text of affinities has `B` (TEXT) or `E` (REAL).
    private static func converts(_ text: UnsafePointer<UInt8>?) -> Bool {
        guard var letter = unsafe text else { return false }
        while unsafe letter.pointee != 0 {
            if unsafe letter.pointee == UInt8(ascii: "B") || letter.pointee == UInt8(ascii: "E") { return true }
            unsafe letter += 1
        }
        return false
    }
}

extension Opcode {
    /// Whether the inference reads the instruction's `P5`.
    fileprivate var readsP5: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .openRead, .openWrite, .reopenIndex,
            .function, .pureFunction, .aggregateStep, .aggregateStep1, .aggregateInverse:
            true
        default: false
        }
    }
}
