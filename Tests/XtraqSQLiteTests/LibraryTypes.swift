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
    public var cents: Int64

    public init(cents: Int64) {
        self.cents = cents
    }

    public var databaseValue: DatabaseValue { cents.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Money? {
        Int64.fromDatabaseValue(value).map(Money.init)
    }
}
