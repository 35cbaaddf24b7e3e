#if SQLite
public import Foundation
public import GRDB

/// Decoders for results of a single column, which generated code hands out as they are.
public enum FirstColumn: Sendable {
    /// An INTEGER.
    public static func integer(_ row: borrowing ResultRow) throws(XtraqError) -> Int64 { try row.integer(0) }
    /// An INTEGER or NULL.
    public static func optionalInteger(_ row: borrowing ResultRow) throws(XtraqError) -> Int64? {
        try row.optionalInteger(0)
    }
    /// An INTEGER that fits into the type.
    public static func exactInteger<Value: FixedWidthInteger>(_ row: borrowing ResultRow) throws(XtraqError) -> Value {
        try row.exactInteger(0)
    }
    /// An INTEGER that fits into the type, or NULL.
    public static func optionalExactInteger<Value: FixedWidthInteger>(
        _ row: borrowing ResultRow
    ) throws(XtraqError) -> Value? {
        try row.optionalExactInteger(0)
    }
    /// An INTEGER that is 0 or 1.
    public static func boolean(_ row: borrowing ResultRow) throws(XtraqError) -> Bool { try row.boolean(0) }
    /// An INTEGER that is 0 or 1, or NULL.
    public static func optionalBoolean(_ row: borrowing ResultRow) throws(XtraqError) -> Bool? {
        try row.optionalBoolean(0)
    }
    /// A REAL.
    public static func real(_ row: borrowing ResultRow) throws(XtraqError) -> Double { try row.real(0) }
    /// A REAL or NULL.
    public static func optionalReal(_ row: borrowing ResultRow) throws(XtraqError) -> Double? {
        try row.optionalReal(0)
    }
    /// A decimal number.
    public static func decimal(_ row: borrowing ResultRow) throws(XtraqError) -> Decimal { try row.decimal(0) }
    /// A decimal number or NULL.
    public static func optionalDecimal(_ row: borrowing ResultRow) throws(XtraqError) -> Decimal? {
        try row.optionalDecimal(0)
    }
    /// TEXT.
    public static func text(_ row: borrowing ResultRow) throws(XtraqError) -> String { try row.text(0) }
    /// TEXT or NULL.
    public static func optionalText(_ row: borrowing ResultRow) throws(XtraqError) -> String? {
        try row.optionalText(0)
    }
    /// TEXT that is JSON.
    public static func json<Value>(_ row: borrowing ResultRow) throws(XtraqError) -> JSONText<Value> { try row.json(0) }
    /// TEXT that is JSON, or NULL.
    public static func optionalJSON<Value>(_ row: borrowing ResultRow) throws(XtraqError) -> JSONText<Value>? {
        try row.optionalJSON(0)
    }
    /// A BLOB.
    public static func blob(_ row: borrowing ResultRow) throws(XtraqError) -> Data { try row.blob(0) }
    /// A BLOB or NULL.
    public static func optionalBlob(_ row: borrowing ResultRow) throws(XtraqError) -> Data? { try row.optionalBlob(0) }
    /// A BLOB.
    public static func bytes(_ row: borrowing ResultRow) throws(XtraqError) -> [UInt8] { try row.bytes(0) }
    /// A BLOB or NULL.
    public static func optionalBytes(_ row: borrowing ResultRow) throws(XtraqError) -> [UInt8]? {
        try row.optionalBytes(0)
    }
    /// A point in time.
    public static func date(_ row: borrowing ResultRow) throws(XtraqError) -> Date { try row.date(0) }
    /// A point in time or NULL.
    public static func optionalDate(_ row: borrowing ResultRow) throws(XtraqError) -> Date? { try row.optionalDate(0) }
    /// A UUID.
    public static func uuid(_ row: borrowing ResultRow) throws(XtraqError) -> UUID { try row.uuid(0) }
    /// A UUID or NULL.
    public static func optionalUUID(_ row: borrowing ResultRow) throws(XtraqError) -> UUID? { try row.optionalUUID(0) }
    /// A URL.
    public static func url(_ row: borrowing ResultRow) throws(XtraqError) -> URL { try row.url(0) }
    /// A URL or NULL.
    public static func optionalURL(_ row: borrowing ResultRow) throws(XtraqError) -> URL? { try row.optionalURL(0) }
    /// A value of a type that GRDB can make of a database value.
    public static func value<Value: DatabaseValueConvertible>(_ row: borrowing ResultRow) throws(XtraqError) -> Value {
        try row.value(0)
    }
    /// A value of a type that GRDB can make of a database value, or NULL.
    public static func optionalValue<Value: DatabaseValueConvertible>(
        _ row: borrowing ResultRow
    ) throws(XtraqError) -> Value? {
        try row.optionalValue(0)
    }
    /// A value of a type that has a raw value.
    @_disfavoredOverload
    public static func value<Value: RawRepresentable>(
        _ row: borrowing ResultRow
    ) throws(XtraqError) -> Value where Value.RawValue: DatabaseValueConvertible {
        try row.value(0)
    }
    /// A value of a type that has a raw value, or NULL.
    @_disfavoredOverload
    public static func optionalValue<Value: RawRepresentable>(
        _ row: borrowing ResultRow
    ) throws(XtraqError) -> Value? where Value.RawValue: DatabaseValueConvertible {
        try row.optionalValue(0)
    }
}
#endif
