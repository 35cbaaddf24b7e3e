#if SQLite
public import Foundation
public import GRDB

/// A value to be bound to a parameter.
///
/// Each factory takes an optional, `nil` being NULL, and says how the value is stored. What cannot be stored as it is
/// (a number that is not a number, which SQLite would turn into NULL) fails the query with
/// `XtraqError.Code.invalidArgument`.
public struct Argument: Sendable {
    /// What SQLite gets.
    enum Storage: Sendable {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob(Data)
        /// Values that JSON cannot hold.
        case list([ListElement])
        /// Cannot be stored; the text says what would have been.
        case invalid(expected: String)
    }

    let storage: Storage

    init(_ storage: Storage) {
        self.storage = storage
    }

    /// NULL.
    public static let null = Argument(.null)

    /// Stored as INTEGER.
    public static func integer(_ value: Int64?) -> Argument {
        Argument(value.map(Storage.integer) ?? .null)
    }

    /// Stored as INTEGER; a value beyond 64 bits with sign is refused.
    public static func integer(exactly value: (some FixedWidthInteger)?) -> Argument {
        guard let value else { return Argument(.null) }
        return Argument(Int64(exactly: value).map(Storage.integer) ?? .invalid(expected: "a signed 64-bit integer"))
    }

    /// Stored as INTEGER, 0 or 1.
    public static func boolean(_ value: Bool?) -> Argument {
        Argument(value.map { .integer($0 ? 1 : 0) } ?? .null)
    }

    /// Stored as REAL; not a number is refused.
    public static func real(_ value: Double?) -> Argument {
        guard let value else { return Argument(.null) }
        return Argument(value.isNaN ? .invalid(expected: "a number") : .real(value))
    }

    /// Stored as TEXT.
    public static func text(_ value: String?) -> Argument {
        Argument(value.map(Storage.text) ?? .null)
    }

    /// Stored as BLOB.
    public static func blob(_ value: Data?) -> Argument {
        Argument(value.map(Storage.blob) ?? .null)
    }

    /// Stored as BLOB.
    public static func bytes(_ value: [UInt8]?) -> Argument {
        Argument(value.map { .blob(Data($0)) } ?? .null)
    }

    /// Stored as TEXT, `YYYY-MM-DD HH:MM:SS.SSS` in UTC, which SQLite's date functions and GRDB read; a date outside
    /// the years 0 to 9999 is refused. What is below a millisecond is rounded.
    public static func date(_ value: Date?) -> Argument {
        guard let value else { return Argument(.null) }
        return Argument(
            DateText.text(of: value).map(Storage.text) ?? .invalid(expected: "a date of the years 0 to 9999"))
    }

    /// Stored as INTEGER, seconds since 1970; what is below a second is cut off.
    public static func date(unixEpoch value: Date?) -> Argument {
        guard let value else { return Argument(.null) }
        return Argument(
            DateText.seconds(of: value).map(Storage.integer) ?? .invalid(expected: "a date of the years 0 to 9999"))
    }

    /// Stored as REAL, a Julian day, which is exact to about 40 microseconds.
    public static func date(julianDay value: Date?) -> Argument {
        guard let value else { return Argument(.null) }
        return Argument(
            DateText.julianDay(of: value).map(Storage.real) ?? .invalid(expected: "a date of the years 0 to 9999"))
    }

    /// Stored as BLOB of 16 bytes, as GRDB does.
    public static func uuid(_ value: UUID?) -> Argument {
        guard let value else { return Argument(.null) }
        return Argument(.blob(unsafe withUnsafeBytes(of: value.uuid) { unsafe Data($0) }))
    }

    /// Stored as TEXT in plain notation, without loss; a column of numeric affinity makes a number of it where it can.
    public static func decimal(_ value: Decimal?) -> Argument {
        guard let value else { return Argument(.null) }
        return Argument(value.isNaN ? .invalid(expected: "a number") : .text(value.description))
    }

    /// Stored as TEXT.
    public static func url(_ value: URL?) -> Argument {
        Argument(value.map { .text($0.absoluteString) } ?? .null)
    }

    /// Stored as the type itself says.
    public static func value(_ value: (some DatabaseValueConvertible)?) -> Argument {
        guard let value else { return Argument(.null) }
        return switch value.databaseValue.storage {
        case .null: Argument(.null)
        case .int64(let integer): Argument(.integer(integer))
        case .double(let real): .real(real)
        case .string(let text): Argument(.text(text))
        case .blob(let data): Argument(.blob(data))
        }
    }

    /// Stored as its raw value.
    @_disfavoredOverload
    public static func value<Value: RawRepresentable>(
        _ value: Value?
    ) -> Argument where Value.RawValue: DatabaseValueConvertible {
        .value(value?.rawValue)
    }
}
#endif
