/// The instructions of SQLite's virtual machine that the inference knows (sqlite.org/opcode.html; 3.40 to 3.50).
///
/// The bytecode is no stable interface: an instruction that is not in this list makes every column of its statement
/// optional, never the other way round.
enum Opcode: String, Sendable, CaseIterable {
    // Control
    case `init` = "Init"
    case goto = "Goto"
    case gosub = "Gosub"
    case `return` = "Return"
    case initCoroutine = "InitCoroutine"
    case endCoroutine = "EndCoroutine"
    case yield = "Yield"
    case beginSubroutine = "BeginSubrtn"
    case halt = "Halt"
    case haltIfNull = "HaltIfNull"
    case once = "Once"
    case jump = "Jump"
    case `if` = "If"
    case ifNot = "IfNot"
    case ifPositive = "IfPos"
    case ifNotZero = "IfNotZero"
    case decrementJumpZero = "DecrJumpZero"
    case isNull = "IsNull"
    case notNull = "NotNull"
    case ifNullRow = "IfNullRow"
    case elseEqual = "ElseEq"
    case isType = "IsType"
    case zeroOrNull = "ZeroOrNull"
    case program = "Program"
    case parameter = "Param"
    case foreignKeyIfZero = "FkIfZero"

    // Values
    case integer = "Integer"
    case int64 = "Int64"
    case real = "Real"
    case string8 = "String8"
    case string = "String"
    case blob = "Blob"
    case null = "Null"
    case softNull = "SoftNull"
    case variable = "Variable"
    case move = "Move"
    case copy = "Copy"
    case shallowCopy = "SCopy"
    case integerCopy = "IntCopy"
    case clrSubtype = "ClrSubtype"
    case getSubtype = "GetSubtype"
    case setSubtype = "SetSubtype"

    // Arithmetic
    case add = "Add"
    case subtract = "Subtract"
    case multiply = "Multiply"
    case divide = "Divide"
    case remainder = "Remainder"
    case concat = "Concat"
    case bitAnd = "BitAnd"
    case bitOr = "BitOr"
    case shiftLeft = "ShiftLeft"
    case shiftRight = "ShiftRight"
    case bitNot = "BitNot"
    case addImmediate = "AddImm"
    case and = "And"
    case or = "Or"
    case not = "Not"
    case isTrue = "IsTrue"
    case cast = "Cast"
    case affinity = "Affinity"
    case realAffinity = "RealAffinity"
    case mustBeInt = "MustBeInt"
    case offsetLimit = "OffsetLimit"
    case memMax = "MemMax"

    // Comparison
    case equal = "Eq"
    case notEqual = "Ne"
    case less = "Lt"
    case lessOrEqual = "Le"
    case greater = "Gt"
    case greaterOrEqual = "Ge"
    case compare = "Compare"
    case permutation = "Permutation"
    case collationSequence = "CollSeq"

    // Functions
    case function = "Function"
    case pureFunction = "PureFunc"
    case aggregateStep = "AggStep"
    case aggregateStep1 = "AggStep1"
    case aggregateInverse = "AggInverse"
    case aggregateValue = "AggValue"
    case aggregateFinal = "AggFinal"

    // Cursors
    case openRead = "OpenRead"
    case openWrite = "OpenWrite"
    case reopenIndex = "ReopenIdx"
    case openEphemeral = "OpenEphemeral"
    case openAutoindex = "OpenAutoindex"
    case openDuplicate = "OpenDup"
    case sorterOpen = "SorterOpen"
    case openPseudo = "OpenPseudo"
    case close = "Close"
    case virtualOpen = "VOpen"
    case virtualFilter = "VFilter"
    case virtualNext = "VNext"
    case virtualColumn = "VColumn"
    case virtualUpdate = "VUpdate"
    case virtualBegin = "VBegin"
    case virtualInitIn = "VInitIn"
    case virtualCheck = "VCheck"
    case nullRow = "NullRow"

    // Moving
    case rewind = "Rewind"
    case last = "Last"
    case next = "Next"
    case previous = "Prev"
    case sort = "Sort"
    case sorterSort = "SorterSort"
    case sorterNext = "SorterNext"
    case seekGreaterOrEqual = "SeekGE"
    case seekGreater = "SeekGT"
    case seekLessOrEqual = "SeekLE"
    case seekLess = "SeekLT"
    case seekRowid = "SeekRowid"
    case notExists = "NotExists"
    case seekScan = "SeekScan"
    case seekHit = "SeekHit"
    case seekEnd = "SeekEnd"
    case deferredSeek = "DeferredSeek"
    case finishSeek = "FinishSeek"
    case found = "Found"
    case notFound = "NotFound"
    case noConflict = "NoConflict"
    case ifNoHope = "IfNoHope"
    case ifNotOpen = "IfNotOpen"
    case ifEmpty = "IfEmpty"
    case ifSizeBetween = "IfSizeBetween"
    case indexGreater = "IdxGT"
    case indexGreaterOrEqual = "IdxGE"
    case indexLess = "IdxLT"
    case indexLessOrEqual = "IdxLE"
    case filter = "Filter"
    case filterAdd = "FilterAdd"
    case columnsUsed = "ColumnsUsed"
    case cursorHint = "CursorHint"
    case cursorLock = "CursorLock"
    case cursorUnlock = "CursorUnlock"

    // Reading
    case column = "Column"
    case rowid = "Rowid"
    case indexRowid = "IdxRowid"
    case rowData = "RowData"
    case sorterData = "SorterData"
    case sorterCompare = "SorterCompare"
    case sequence = "Sequence"
    case sequenceTest = "SequenceTest"
    case count = "Count"
    case offset = "Offset"

    // Writing
    case makeRecord = "MakeRecord"
    case insert = "Insert"
    case delete = "Delete"
    case newRowid = "NewRowid"
    case rowCell = "RowCell"
    case resetCount = "ResetCount"
    case indexInsert = "IdxInsert"
    case indexDelete = "IdxDelete"
    case sorterInsert = "SorterInsert"
    case resetSorter = "ResetSorter"
    case typeCheck = "TypeCheck"
    case rowSetAdd = "RowSetAdd"
    case rowSetRead = "RowSetRead"
    case rowSetTest = "RowSetTest"
    case foreignKeyCounter = "FkCounter"
    case foreignKeyCheck = "FkCheck"
    case resultRow = "ResultRow"
    case clear = "Clear"

    // Without effect on values
    case transaction = "Transaction"
    case autoCommit = "AutoCommit"
    case savepoint = "Savepoint"
    case readCookie = "ReadCookie"
    case setCookie = "SetCookie"
    case tableLock = "TableLock"
    case noop = "Noop"
    case explain = "Explain"
    case trace = "Trace"
    case expire = "Expire"
    case releaseRegisters = "ReleaseReg"
    case abortable = "Abortable"
}

/// The instructions by their names, found without a `String` of each: a statement has dozens.
struct OpcodeNames: Sendable {
    static let all = OpcodeNames()

    /// A name of up to 16 bytes, filled up with zeros.
    private struct Name: Sendable, Equatable {
        var first: UInt64 = 0
        var second: UInt64 = 0

        /// The bytes up to the first zero; `nil` where they are too many.
        @unsafe
        init?(_ text: UnsafePointer<UInt8>) {
            var count = 0
            while true {
                let byte = unsafe UInt64(text[count])
                if byte == 0 { return }
                if count >= 16 { return nil }
                if count < 8 { first |= byte << (8 * UInt64(count)) } else { second |= byte << (8 * UInt64(count - 8)) }
                count += 1
            }
        }

        var hash: Int {
            let mixed = (first ^ (second &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed >> 55)
        }
    }

    /// 512 places, of which well under half are taken; a name stands at its hash or behind it.
    private var slots: [(name: Name, opcode: Opcode)?] = Array(repeating: nil, count: 512)

    private init() {
        for opcode in Opcode.allCases {
            let text = Array(opcode.rawValue.utf8) + [0]
            let known = unsafe text.withUnsafeBufferPointer { buffer in
                unsafe buffer.baseAddress.flatMap { unsafe Name($0) }
            }
            guard let name = known else { preconditionFailure("\(opcode.rawValue) has more than 16 bytes") }
            var slot = name.hash
            while slots[slot] != nil { slot = (slot + 1) & 511 }
            slots[slot] = (name, opcode)
        }
    }

    /// The instruction of that name in the listing of `EXPLAIN`; `nil` where it is not known.
    @unsafe
    func opcode(named text: UnsafePointer<UInt8>?) -> Opcode? {
        guard let text = unsafe text, let name = unsafe Name(text) else { return nil }
        var slot = name.hash
        while let entry = slots[slot] {
            if entry.name == name { return entry.opcode }
            slot = (slot + 1) & 511
        }
        return nil
    }
}
