public import GRDB

/// An enumeration as users write them: no conformance but the raw value.
public enum Shelf: String, Sendable, Codable {
    case fiction, science
}

/// An enumeration with numbers.
public enum Priority: Int, Sendable, Codable {
    case low = 1
    case high = 2
}

/// A type that says itself how it is stored.
public struct Money: Sendable, Hashable, Codable, DatabaseValueConvertible {
    /// The amount.
    public var cents: Int64

    /// Makes an amount.
    public init(cents: Int64) {
        self.cents = cents
    }

    /// As it is stored.
    public var databaseValue: DatabaseValue { cents.databaseValue }

    /// Reads what was stored.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> Money? {
        Int64.fromDatabaseValue(value).map(Money.init)
    }
}
