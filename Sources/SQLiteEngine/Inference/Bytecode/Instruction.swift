/// One row of `EXPLAIN`.
struct Instruction: Sendable {
    var opcode: Opcode
    var p1: Int
    var p2: Int
    var p3: Int
    /// As `EXPLAIN` shows it; empty where the instruction has none or the inference does not read it.
    var p4: String
    var p5: Int

    /// `P5` of a comparison: it jumps too where an operand is NULL (`SQLITE_JUMPIFNULL`).
    static let jumpIfNull = 0x10
    /// `P5` of a comparison: NULL equals NULL, the comparison is `IS` (`SQLITE_NULLEQ`).
    static let nullsAreEqual = 0x80
    /// `P5` of an opening instruction: `P2` is a register (`OPFLAG_P2ISREG`).
    static let pageIsInRegister = 0x10
}

extension Instruction {
    /// The function's name in `P4`, which is written `substr(3)`.
    var functionName: Substring {
        p4.prefix { $0 != "(" }
    }

    /// The number of arguments in `P4`; 0 where none is written.
    var functionArgumentCount: Int {
        guard let open = p4.lastIndex(of: "(") else { return 0 }
        return Int(p4[p4.index(after: open)...].prefix { $0 != ")" }) ?? 0
    }
}
