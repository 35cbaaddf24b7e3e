#if SQLite
public import GRDB

extension ResultRow {
    /// A value of a type that GRDB can make of a database value.
    public func value<Value: DatabaseValueConvertible>(_ index: Int) throws(XtraqError) -> Value {
        let found = databaseValue(index)
        if found.isNull { throw mismatch(index, expected: "\(Value.self)") }
        guard let value = Value.fromDatabaseValue(found) else { throw invalid(index, expected: "\(Value.self)") }
        return value
    }

    /// A value of a type that GRDB can make of a database value, or NULL.
    public func optionalValue<Value: DatabaseValueConvertible>(_ index: Int) throws(XtraqError) -> Value? {
        isNull(index) ? nil : try value(index)
    }

    /// A value of a type that has a raw value: an enumeration with `String` cases.
    @_disfavoredOverload
    public func value<Value: RawRepresentable>(
        _ index: Int
    ) throws(XtraqError) -> Value where Value.RawValue: DatabaseValueConvertible {
        let raw: Value.RawValue = try value(index)
        guard let value = Value(rawValue: raw) else { throw invalid(index, expected: "\(Value.self)") }
        return value
    }

    /// A value of a type that has a raw value, or NULL.
    @_disfavoredOverload
    public func optionalValue<Value: RawRepresentable>(
        _ index: Int
    ) throws(XtraqError) -> Value? where Value.RawValue: DatabaseValueConvertible {
        isNull(index) ? nil : try value(index)
    }
}
#endif
