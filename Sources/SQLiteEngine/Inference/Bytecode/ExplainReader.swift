/// Reads the program of a statement by `EXPLAIN` (https://www.sqlite.org/lang_explain.html).
enum ExplainReader {
    private static let explain = Array("EXPLAIN ".utf8)

    /// The program; `nil` where an instruction is unknown, so that nothing can be said of the statement.
    ///
    /// - Parameters:
    ///   - statement: A single statement that prepares.
    ///   - connection: A connection with the statement's schema.
    /// - Returns: The instructions of the main program; those of triggers are listed behind it and left out.
    static func program(of statement: ArraySlice<UInt8>, on connection: Connection) -> Program? {
        var text: [UInt8] = []
        text.reserveCapacity(explain.count + statement.count)
        text += explain
        text += statement
        guard let listing = try? PreparedStatement.prepare(text, in: 0..<text.count, on: connection) else { return nil }
        let names = OpcodeNames.all
        var program = Program()
        program.instructions.reserveCapacity(64)
        while (try? listing.step(on: connection)) ?? false {
            guard listing.integer(0) == program.instructions.count else { break }
            guard let opcode = unsafe listing.withText(1, { unsafe names.opcode(named: $0) }) else { return nil }
            program.instructions.append(
                Instruction(
                    opcode: opcode, p1: listing.integer(2), p2: listing.integer(3), p3: listing.integer(4),
                    p4: p4(of: opcode, listing, &program), p5: opcode.readsP5 ? listing.integer(6) : 0))
        }
        return program.instructions.isEmpty ? nil : program
    }

    private static func p4(of opcode: Opcode, _ listing: borrowing PreparedStatement, _ program: inout Program) -> Int {
        switch opcode {
        case .function, .pureFunction, .aggregateStep, .aggregateStep1, .aggregateInverse, .aggregateValue,
            .aggregateFinal:
            program.number(ofFunction: listing.string(5) ?? "")
        case .string8, .string, .real: program.number(of: listing.string(5) ?? "")
        case .seekGreaterOrEqual, .seekGreater, .seekLessOrEqual, .seekLess, .indexGreater, .indexGreaterOrEqual,
            .indexLess, .indexLessOrEqual, .found, .notFound, .noConflict:
            listing.string(5).flatMap { Int($0) } ?? -1
        // A record's values may be converted: to TEXT or REAL, or not at all.
        case .makeRecord: (listing.string(5) ?? "").utf8.contains { $0 == 0x42 || $0 == 0x45 } ? 0 : -1
        default: -1
        }
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
