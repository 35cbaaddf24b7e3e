/// A constraint of the schema that a statement would have violated.
public struct ConstraintViolation: Sendable, Hashable {
    /// A kind of constraint. More kinds may come.
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        /// The constraint as SQL spells it.
        public let description: String

        /// `NOT NULL`.
        public static let notNull = Kind(description: "NOT NULL")
        /// `UNIQUE`, as a table constraint or an index.
        public static let unique = Kind(description: "UNIQUE")
        /// `PRIMARY KEY`, a row id included.
        public static let primaryKey = Kind(description: "PRIMARY KEY")
        /// `FOREIGN KEY`.
        public static let foreignKey = Kind(description: "FOREIGN KEY")
        /// `CHECK`.
        public static let check = Kind(description: "CHECK")
        /// A trigger that said no.
        public static let trigger = Kind(description: "TRIGGER")
        /// A value of the wrong type for a column of a strict table.
        public static let dataType = Kind(description: "data type")
        /// Whatever else the database calls a constraint.
        public static let other = Kind(description: "other")
    }

    /// What kind of constraint it is.
    public var kind: Kind
    /// The table it belongs to, where the database says so.
    public var table: String?
    /// The columns it is about, where the database says so.
    public var columns: [String]
    /// The name of the constraint or index, or the expression of an unnamed `CHECK`, where the database says so.
    public var name: String?

    /// Makes a violation.
    public init(kind: Kind, table: String? = nil, columns: [String] = [], name: String? = nil) {
        self.kind = kind
        self.table = table
        self.columns = columns
        self.name = name
    }
}

extension ConstraintViolation: CustomStringConvertible {
    /// `UNIQUE on book (isbn)`, `CHECK "price_positive"`.
    public var description: String {
        var text = "\(kind)"
        if let name { text += " \"\(name)\"" }
        if let table { text += " on \(table)" }
        if !columns.isEmpty { text += " (\(columns.joined(separator: ", ")))" }
        return text
    }
}
