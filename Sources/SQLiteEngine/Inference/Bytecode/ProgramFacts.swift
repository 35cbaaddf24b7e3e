import SnapshotModel

/// What the bytecode of a statement says of its result and its parameters.
struct ProgramFacts: Sendable {
    /// One for each column of the result, in order.
    var columns: [AbstractValue] = []
    /// What the JSON texts among them hold; empty where there is none.
    var shapes: [JSONShape?] = []
    /// Where each parameter (by number, from 1) is used.
    var uses: [Int: [ParameterUse]] = [:]
}

/// One use of a parameter that says what it holds.
struct ParameterUse: Sendable, Hashable {
    /// What is done with it.
    enum Kind: Sendable, Hashable {
        /// Compared with a value, or sought in an index.
        case compared
        /// Stored in a column.
        case stored
        /// An operand of arithmetic, an argument of a function, a limit.
        case operand
    }

    var kind: Kind
    /// The column that it is compared with or stored in, as index into the catalogue; -1 for none.
    var column = -1
    /// Number of the declared type of what it is compared with; 0 for none.
    var declaredType = 0
    /// The storage classes that are expected of it.
    var classes: StorageClasses = .something
    /// Whether NULL is refused there.
    var refusesNull = false
    /// Whether it is asked whether it is true.
    var isCondition = false
}
