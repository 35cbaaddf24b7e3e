/// What is known of a register at one place of a program: every value it can hold is among those described here.
///
/// Numbers are kept narrow, and laid out without gaps: states of a few dozen of these are copied and compared throughout an
/// analysis, six words each.
struct AbstractValue: Sendable, Equatable {
    /// The storage classes that it can have; empty for a register that nothing was written to yet.
    var classes: StorageClasses
    /// What is known of an aggregate's accumulator.
    var accumulator: Accumulator
    private var flags: Flags
    private var causeKind: NullCause.Kind
    /// A number's size at most, as power of two; 0 where it is not known, so that it can be infinite.
    ///
    /// Where two infinities meet, the result is no number, and so NULL; a column takes an infinity unless it is an
    /// `INTEGER` of a STRICT table or the row id.
    var magnitude: UInt16 = 0
    private var typeNumber: Int16 = 0
    private var constantValue: Int32
    private var originColumn: Int32 = -1
    private var cursorNumber: Int32 = -1
    private var fieldNumber: Int32 = -1
    private var recordNumber: Int32
    private var textNumber: Int32
    private var causeAddress: Int32
    private var shapeNumber: Int32 = 0
    /// Bit `i` set: it may be the value of parameter `i + 1` (of the first 64).
    var parameters: UInt64 = 0

    /// What is true of a value or not.
    private struct Flags: OptionSet, Sendable {
        let rawValue: UInt8

        static let literal = Flags(rawValue: 1)
        static let nonZero = Flags(rawValue: 2)
        static let constant = Flags(rawValue: 4)
        static let truth = Flags(rawValue: 8)
        static let json = Flags(rawValue: 16)
        /// Those that a value keeps only where it has them on both ways.
        static let lost: Flags = [.literal, .nonZero, .constant, .truth]
    }

    /// The value's bytes: they have no gaps, so that equal values have equal words.
    private struct Words {
        let first, second, third, fourth, fifth, sixth: UInt64
    }

    init(
        classes: StorageClasses = [], cause: NullCause = NullCause(), constant: Int? = nil, record: Int = 0,
        text: Int = 0, accumulator: Accumulator = .none, isLiteral: Bool = false, isNonZero: Bool = false
    ) {
        self.classes = classes
        self.accumulator = accumulator
        causeKind = cause.kind
        causeAddress = Int32(truncatingIfNeeded: cause.address)
        flags = []
        recordNumber = Int32(truncatingIfNeeded: record)
        textNumber = Int32(truncatingIfNeeded: text)
        constantValue = 0
        if isLiteral { flags.insert(.literal) }
        if isNonZero { flags.insert(.nonZero) }
        if classes == .integer, isLiteral || constant != nil { magnitude = Self.integerMagnitude }
        if let constant, let narrow = Int32(exactly: constant) {
            constantValue = narrow
            flags.insert(.constant)
            if narrow == 0 || narrow == 1 { flags.insert(.truth) }
        }
    }

    @inline(__always)
    static func == (left: AbstractValue, right: AbstractValue) -> Bool {
        let left = unsafe unsafeBitCast(left, to: Words.self)
        let right = unsafe unsafeBitCast(right, to: Words.self)
        return (left.first ^ right.first) | (left.second ^ right.second) | (left.third ^ right.third)
            | (left.fourth ^ right.fourth) | (left.fifth ^ right.fifth) | (left.sixth ^ right.sixth) == 0
    }

    /// Whether two values are equal, read where they lie instead of copied first.
    @inline(__always)
    @unsafe
    static func areSame(_ left: UnsafePointer<AbstractValue>, _ right: UnsafePointer<AbstractValue>) -> Bool {
        let (left, right) = unsafe (UnsafeRawPointer(left), UnsafeRawPointer(right))
        var difference: UInt64 = 0
        for offset in stride(from: 0, to: MemoryLayout<AbstractValue>.size, by: 8) {
            difference |=
                unsafe left.load(fromByteOffset: offset, as: UInt64.self)
                ^ right.load(fromByteOffset: offset, as: UInt64.self)
        }
        return difference == 0
    }

    /// Whether nothing is known of it, not even that it may be a parameter.
    @inline(__always)
    var isUnwritten: Bool { classes.isEmpty && parameters == 0 }

    /// Whether joining `other` is known to change nothing without joining them: most joins of an analysis are such.
    func covers(_ other: AbstractValue) -> Bool {
        if other.classes.isEmpty { return !classes.isEmpty && other.parameters & ~parameters == 0 }
        guard other.classes.isSubset(of: classes), !other.mayBeNull || causeAddress <= other.causeAddress else {
            return false
        }
        var same = other
        same.classes = classes
        same.causeKind = causeKind
        same.causeAddress = causeAddress
        if cursorNumber == -1 && fieldNumber == -1 || other.classes == .null && other.cursorNumber == -1 {
            same.cursorNumber = cursorNumber
            same.fieldNumber = fieldNumber
        }
        // NULL alone takes over what the other value knows; what else does not know a thing never comes to know it.
        guard classes != .null else { return same == self }
        same.flags.subtract(Flags.lost.subtracting(flags))
        // JSON with SQLite's mark and without have no shape in common.
        if flags.contains(.json), shapeNumber == 0 { same.flags.insert(.json) }
        if !flags.contains(.constant) { same.constantValue = 0 }
        if magnitude == 0 { same.magnitude = 0 }
        if originColumn == -1 { same.originColumn = -1 }
        if recordNumber == 0 { same.recordNumber = 0 }
        if textNumber == 0 { same.textNumber = 0 }
        same.parameters |= parameters
        return same == self
    }

    /// Whether it is a literal or computed of literals alone.
    var isLiteral: Bool {
        get { flags.contains(.literal) }
        set { set(.literal, newValue) }
    }

    /// Whether it is known to be a number other than zero.
    var isNonZero: Bool {
        get { flags.contains(.nonZero) }
        set { set(.nonZero, newValue) }
    }

    /// Whether it is known to be 0 or 1, or NULL: what a predicate answers.
    var isTruth: Bool {
        get { flags.contains(.truth) }
        set { set(.truth, newValue) }
    }

    /// Whether it may carry SQLite's mark of JSON, so that within other JSON it is no string.
    var isJSON: Bool {
        get { flags.contains(.json) }
        set { set(.json, newValue) }
    }

    /// Number of the shape of the JSON text that it is (see ``JSONShapeTable``), of an accumulator that of what is gathered.
    var shape: Int {
        get { Int(shapeNumber) }
        set { shapeNumber = Int32(truncatingIfNeeded: newValue) }
    }

    private mutating func set(_ flag: Flags, _ isSet: Bool) {
        if isSet { flags.insert(flag) } else { flags.remove(flag) }
    }

    /// Why it can be NULL; meaningful where ``classes`` holds `.null`.
    var cause: NullCause {
        get { NullCause(kind: causeKind, address: Int(causeAddress)) }
        set {
            causeKind = newValue.kind
            causeAddress = Int32(truncatingIfNeeded: newValue.address)
        }
    }

    /// The number that it always is, where it is one.
    var constant: Int? {
        get { flags.contains(.constant) ? Int(constantValue) : nil }
        set {
            let narrow = newValue.flatMap { Int32(exactly: $0) }
            set(.constant, narrow != nil)
            constantValue = narrow ?? 0
        }
    }

    /// The table column whose values it holds, as index into the catalogue; -1 for none or several.
    var origin: Int {
        get { Int(originColumn) }
        set { originColumn = Int32(truncatingIfNeeded: newValue) }
    }

    /// Number of the declared type that it keeps through joins of unlike origins; 0 for none.
    var declaredType: Int {
        get { Int(typeNumber) }
        set { typeNumber = Int16(exactly: newValue) ?? 0 }
    }

    /// The cursor whose current row it was read from, while that cursor stands still; -1 for none.
    var cursor: Int {
        get { Int(cursorNumber) }
        set { cursorNumber = Int32(truncatingIfNeeded: newValue) }
    }

    /// The column of ``cursor``.
    var field: Int {
        get { Int(fieldNumber) }
        set { fieldNumber = Int32(truncatingIfNeeded: newValue) }
    }

    /// Number of the record that it holds; 0 for none.
    var record: Int {
        get { Int(recordNumber) }
        set { recordNumber = Int32(truncatingIfNeeded: newValue) }
    }

    /// Number of the text that it always is; 0 for none.
    var text: Int {
        get { Int(textNumber) }
        set { textNumber = Int32(truncatingIfNeeded: newValue) }
    }

    /// An accumulator between its reset and its result.
    enum Accumulator: UInt8, Sendable {
        /// Not an accumulator, or not known.
        case none
        /// Reset, nothing added.
        case empty
        /// At least one row added.
        case rows
        /// At least one value added that is not NULL.
        case values
    }

    /// Nothing was written to the register.
    static let unwritten = AbstractValue()

    /// Of one of these classes, never NULL; where that is `.integer` alone, truly one.
    static func of(_ classes: StorageClasses) -> AbstractValue {
        var value = AbstractValue(classes: classes)
        if classes == .integer { value.magnitude = integerMagnitude }
        return value
    }

    /// What 64 bits hold.
    static let integerMagnitude: UInt16 = 63
    /// From here on a floating-point number may be infinite (`DBL_MAX` is just below 2 to the power of 1,024).
    static let infiniteMagnitude: UInt16 = 1_000

    /// Whether it is known to be finite.
    var isFinite: Bool { magnitude > 0 && magnitude < Self.infiniteMagnitude }

    /// Anything, NULL included.
    static func anything(_ cause: NullCause) -> AbstractValue {
        AbstractValue(classes: .all, cause: cause)
    }

    /// NULL alone.
    static func null(_ cause: NullCause) -> AbstractValue {
        AbstractValue(classes: .null, cause: cause)
    }

    var mayBeNull: Bool { classes.contains(.null) }

    /// The same value, known not to be NULL.
    var notNull: AbstractValue {
        var result = self
        result.classes.remove(.null)
        return result
    }

    /// The same value, which may be NULL besides.
    func orNull(_ cause: NullCause) -> AbstractValue {
        var result = self
        if !result.mayBeNull { result.cause = cause }
        result.classes.insert(.null)
        return result
    }
}

/// The storage classes of SQLite (sqlite.org/datatype3.html), NULL among them.
struct StorageClasses: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let null = StorageClasses(rawValue: 1)
    static let integer = StorageClasses(rawValue: 2)
    static let real = StorageClasses(rawValue: 4)
    static let text = StorageClasses(rawValue: 8)
    static let blob = StorageClasses(rawValue: 16)
    static let number: StorageClasses = [.integer, .real]
    static let something: StorageClasses = [.integer, .real, .text, .blob]
    static let all: StorageClasses = [.null, .integer, .real, .text, .blob]
}

/// Why a value can be NULL, and the instruction that says so.
struct NullCause: Sendable, Hashable {
    /// The kinds of reason, in the words that `explain` uses.
    enum Kind: UInt8, Sendable {
        case unknown
        /// The column of the table may hold NULL.
        case column
        /// The table is on the optional side of an outer join.
        case outerJoin
        /// A NULL in the text, or a subquery that may have no row.
        case literalOrNoRow
        /// A function that can answer NULL.
        case function
        /// An aggregate over no row, or over nothing but NULL.
        case aggregate
        /// A division whose divisor may be zero.
        case division
        /// Arithmetic in which two infinities may meet.
        case infinity
        /// A parameter that may be NULL.
        case parameter
        /// An instruction that the inference does not know or does not follow.
        case instruction
        /// A virtual table, which promises nothing.
        case virtualTable
    }

    var kind = Kind.unknown
    private var place: Int32 = -1

    init(kind: Kind = .unknown, address: Int = -1) {
        self.kind = kind
        place = Int32(truncatingIfNeeded: address)
    }

    /// Address of the instruction; -1 for none.
    var address: Int { Int(place) }
}
