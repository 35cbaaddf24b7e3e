/// What the cursors of a program read, by the instruction that opened them, and what else its instructions say of them.
///
/// A cursor can be opened on one thing after another: a table with `AUTOINCREMENT` has its own first and last on the table
/// of sequences.
struct Cursors: Sendable {
    /// What a cursor reads.
    enum Source: Sendable, Equatable {
        /// A table or index of the database, as index into the catalogue's; -1 for one that is not listed there.
        case btree(Int)
        /// Rows that the program itself puts in: an ephemeral table, an automatic index, a sorter.
        case own(cursor: Int)
        /// The record in a register.
        case register(Int)
        /// A virtual table.
        case virtual
        /// Not opened: no program reads it then.
        case unopened
        /// Opened in ways that do not agree.
        case unknown
    }

    /// How many there are.
    let count: Int
    /// By the address of the opening instruction.
    private var sources: [Source?]
    /// By cursor: whether it can be opened on records that the program makes.
    private(set) var holdsRecords: [Bool]
    /// The cursor that stands on the same row: the table of an index and the other way round; -1 for none.
    private(set) var partner: [Int]
    /// Of cursors that are only ever sought for equality with one key: its first register and length.
    private(set) var equalityKey: [(register: Int, length: Int)?]

    /// Reads the opening and seeking instructions of `program`.
    init(_ program: [Instruction], catalogue: BtreeCatalogue) {
        let count = 1 + (program.lazy.map { $0.opcode.usesCursor ? Swift.max($0.p1, $0.secondCursor) : -1 }.max() ?? -1)
        self.count = Swift.max(count, 0)
        partner = Array(repeating: -1, count: Swift.max(count, 0))
        equalityKey = Array(repeating: nil, count: Swift.max(count, 0))
        holdsRecords = Array(repeating: false, count: Swift.max(count, 0))
        sources = Array(repeating: nil, count: program.count)
        var isSoughtOtherwise = Set<Int>()
        var originals: [Int: Int] = [:]
        for (address, instruction) in program.enumerated() {
            switch instruction.opcode {
            case .openRead, .openWrite, .reopenIndex:
                let isPage = instruction.p3 == 0 && instruction.p5 & Instruction.pageIsInRegister == 0
                sources[address] = isPage ? .btree(catalogue.number(ofPage: instruction.p2)) : .unknown
            case .openEphemeral, .openAutoindex, .sorterOpen:
                sources[address] = .own(cursor: instruction.p1)
                holdsRecords[instruction.p1] = true
            case .openDuplicate:
                let original = originals[instruction.p2] ?? instruction.p2
                originals[instruction.p1] = original
                sources[address] = .own(cursor: original)
                holdsRecords[instruction.p1] = true
            case .openPseudo:
                sources[address] = .register(instruction.p2)
                holdsRecords[instruction.p1] = true
            case .virtualOpen: sources[address] = .virtual
            case .deferredSeek:
                partner[instruction.p1] = instruction.p3
                partner[instruction.p3] = instruction.p1
            case .seekGreaterOrEqual:
                let key = (register: instruction.p3, length: instruction.keyLength)
                if let other = equalityKey[instruction.p1], other != key { isSoughtOtherwise.insert(instruction.p1) }
                equalityKey[instruction.p1] = key
            case .seekGreater, .seekLess, .seekLessOrEqual, .rewind, .last: isSoughtOtherwise.insert(instruction.p1)
            default: break
            }
        }
        for cursor in isSoughtOtherwise where equalityKey.indices.contains(cursor) { equalityKey[cursor] = nil }
    }

    /// What the instruction at `address` opens.
    func source(openedAt address: Int) -> Source {
        (sources.element(address) ?? nil) ?? .unknown
    }

    /// Whether the instruction at `address` opens a cursor.
    func opens(at address: Int) -> Bool {
        sources[address] != nil
    }
}

extension Instruction {
    /// The second cursor that the instruction names; -1 for none.
    fileprivate var secondCursor: Int {
        switch opcode {
        case .deferredSeek: p3
        case .openDuplicate: p2
        default: -1
        }
    }
}

extension Opcode {
    /// Whether `P1` is a cursor.
    var usesCursor: Bool {
        switch self {
        case .openRead, .openWrite, .reopenIndex, .openEphemeral, .openAutoindex, .openDuplicate, .sorterOpen,
            .openPseudo, .close, .virtualOpen, .virtualFilter, .virtualNext, .virtualColumn, .nullRow, .rewind, .last,
            .next, .previous, .sort, .sorterSort, .sorterNext, .seekGreaterOrEqual, .seekGreater, .seekLessOrEqual,
            .seekLess, .seekRowid, .notExists, .seekScan, .seekHit, .seekEnd, .deferredSeek, .finishSeek, .found,
            .notFound, .noConflict, .ifNoHope, .ifNotOpen, .ifEmpty, .ifSizeBetween, .indexGreater,
            .indexGreaterOrEqual, .indexLess, .indexLessOrEqual, .column, .rowid, .indexRowid, .rowData, .sorterData,
            .sorterCompare, .sequence, .sequenceTest, .count, .offset, .insert, .delete, .newRowid, .indexInsert,
            .indexDelete, .sorterInsert, .resetSorter, .ifNullRow, .columnsUsed, .cursorHint, .cursorLock,
            .cursorUnlock, .rowCell:
            true
        default: false
        }
    }
}
