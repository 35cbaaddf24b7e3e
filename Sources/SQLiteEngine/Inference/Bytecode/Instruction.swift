/// One row of `EXPLAIN`.
struct Instruction: Sendable {
    var opcode: Opcode
    var p1: Int
    var p2: Int
    var p3: Int
    /// What `P4` says, as number (see ``Program``): of a text, of a function, the length of a key, 0 where
    /// a record's values are converted; -1 for nothing.
    var p4: Int
    var p5: Int

    /// `P5` of a comparison: it jumps too where an operand is NULL (`SQLITE_JUMPIFNULL`).
    static let jumpIfNull = 0x10
    /// `P5` of a comparison: NULL equals NULL, the comparison is `IS` (`SQLITE_NULLEQ`).
    static let nullsAreEqual = 0x80
    /// `P5` of an opening instruction: `P2` is a register (`OPFLAG_P2ISREG`).
    static let pageIsInRegister = 0x10

    /// How many registers the key has that a cursor is sought or compared by.
    var keyLength: Int { Swift.max(p4, 0) }
}
