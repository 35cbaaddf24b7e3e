/// Reads the program of a statement by `EXPLAIN` (https://www.sqlite.org/lang_explain.html).
enum ExplainReader {
    private static let explain = Array("EXPLAIN ".utf8)

    /// The program; `nil` where an instruction is unknown, so that nothing can be said of the statement.
    ///
    /// - Parameters:
    ///   - statement: A single statement that prepares.
    ///   - connection: A connection with the statement's schema.
    /// - Returns: The instructions of the main program; those of triggers are listed behind it and left out.
    static func program(of statement: ArraySlice<UInt8>, on connection: Connection) -> [Instruction]? {
        let text = explain + statement
        guard let listing = try? PreparedStatement.prepare(text, in: 0..<text.count, on: connection) else { return nil }
        var program: [Instruction] = []
        program.reserveCapacity(64)
        while (try? listing.step(on: connection)) ?? false {
            guard listing.integer(0) == program.count else { break }
            guard let opcode = listing.string(1).flatMap(Opcode.init(name:)) else { return nil }
            program.append(
                Instruction(
                    opcode: opcode, p1: listing.integer(2), p2: listing.integer(3), p3: listing.integer(4),
                    p4: opcode.readsP4 ? listing.string(5) ?? "" : "", p5: listing.integer(6)))
        }
        return program.isEmpty ? nil : program
    }
}

extension Opcode {
    /// Whether the inference reads the instruction's `P4`.
    var readsP4: Bool {
        switch self {
        case .function, .pureFunction, .aggregateStep, .aggregateStep1, .aggregateInverse, .aggregateValue,
            .aggregateFinal, .string8, .real, .seekGreaterOrEqual, .seekGreater, .seekLessOrEqual, .seekLess,
            .indexGreater, .indexGreaterOrEqual, .indexLess, .indexLessOrEqual, .found, .notFound, .noConflict:
            true
        default: false
        }
    }
}
