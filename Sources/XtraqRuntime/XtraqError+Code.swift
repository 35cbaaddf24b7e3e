extension XtraqError {
    /// A kind of failure. More kinds may come; handle the ones you know and treat the others as failures.
    public struct Code: Sendable, Hashable {
        private enum Kind: Sendable, Hashable {
            case unexpectedNull, wrongStorageClass, invalidValue, columnMissing, columnUnexpected, noRow, tooManyRows
            case constraint, invalidArgument, cancelled, database
        }

        private let kind: Kind

        private init(_ kind: Kind) {
            self.kind = kind
        }

        /// A column that cannot be NULL, by schema or annotation, was NULL.
        public static let unexpectedNull = Code(.unexpectedNull)
        /// A column held a value of another storage class (SQLite) or type than its Swift type can be made from.
        public static let wrongStorageClass = Code(.wrongStorageClass)
        /// A column held a value of the right storage class that is no value of its Swift type: an ill-formed date,
        /// an integer out of range, an unknown case of an enumeration.
        public static let invalidValue = Code(.invalidValue)
        /// A column that was there when the snapshot was taken is gone, has another name, or stands elsewhere.
        public static let columnMissing = Code(.columnMissing)
        /// The result has a column that was not there when the snapshot was taken.
        public static let columnUnexpected = Code(.columnUnexpected)
        /// Exactly one row was expected and there was none, or a row id was expected and nothing was inserted.
        public static let noRow = Code(.noRow)
        /// At most one row was expected and there were more.
        public static let tooManyRows = Code(.tooManyRows)
        /// The statement would have violated a constraint; see ``XtraqError/constraint``.
        public static let constraint = Code(.constraint)
        /// An argument cannot be stored as it is: a number that is not a number, a date beyond the year 9999.
        public static let invalidArgument = Code(.invalidArgument)
        /// The task was cancelled.
        public static let cancelled = Code(.cancelled)
        /// Any other failure of the database; see ``XtraqError/underlying``.
        public static let database = Code(.database)

        /// What happened, in a few words.
        var summary: String {
            switch kind {
            case .unexpectedNull: "unexpected NULL"
            case .wrongStorageClass: "wrong type of value"
            case .invalidValue: "value not understood"
            case .columnMissing: "column missing since the snapshot"
            case .columnUnexpected: "column not known to the snapshot"
            case .noRow: "no row"
            case .tooManyRows: "more than one row"
            case .constraint: "constraint violated"
            case .invalidArgument: "argument cannot be stored"
            case .cancelled: "cancelled"
            case .database: "database error"
            }
        }

        /// Whether ``XtraqError/column`` names a parameter.
        var isAboutParameter: Bool { kind == .invalidArgument }
    }
}

extension XtraqError.Code: CustomStringConvertible {
    /// The name of the static member.
    public var description: String { "\(kind)" }
}
