#if SQLite
public import Foundation

extension ResultRow {
    // MARK: Integers

    /// An INTEGER.
    public func integer(_ index: Int) throws(XtraqError) -> Int64 {
        guard storageClass(index) == .integer else { throw mismatch(index, expected: "INTEGER") }
        return int64(index)
    }

    /// An INTEGER or NULL.
    public func optionalInteger(_ index: Int) throws(XtraqError) -> Int64? {
        isNull(index) ? nil : try integer(index)
    }

    /// An INTEGER that fits into the type.
    public func exactInteger<Value: FixedWidthInteger>(_ index: Int) throws(XtraqError) -> Value {
        guard let value = Value(exactly: try integer(index)) else {
            throw invalid(index, expected: "an INTEGER that fits into \(Value.self)")
        }
        return value
    }

    /// An INTEGER that fits into the type, or NULL.
    public func optionalExactInteger<Value: FixedWidthInteger>(_ index: Int) throws(XtraqError) -> Value? {
        isNull(index) ? nil : try exactInteger(index)
    }

    /// An INTEGER that is 0 or 1.
    public func boolean(_ index: Int) throws(XtraqError) -> Bool {
        switch try integer(index) {
        case 0: return false
        case 1: return true
        default: throw invalid(index, expected: "0 or 1")
        }
    }

    /// An INTEGER that is 0 or 1, or NULL.
    public func optionalBoolean(_ index: Int) throws(XtraqError) -> Bool? {
        isNull(index) ? nil : try boolean(index)
    }

    // MARK: Numbers

    /// A REAL, or an INTEGER that a `Double` holds exactly (SQLite's functions answer with either).
    public func real(_ index: Int) throws(XtraqError) -> Double {
        switch storageClass(index) {
        case .real: return double(index)
        case .integer:
            guard let value = Double(exactly: int64(index)) else {
                throw invalid(index, expected: "an INTEGER that Double holds exactly")
            }
            return value
        default: throw mismatch(index, expected: "REAL")
        }
    }

    /// A REAL, an INTEGER that a `Double` holds exactly, or NULL.
    public func optionalReal(_ index: Int) throws(XtraqError) -> Double? {
        isNull(index) ? nil : try real(index)
    }

    /// A decimal number: an INTEGER, a REAL (by its shortest decimal notation), or TEXT that is a number and nothing else.
    public func decimal(_ index: Int) throws(XtraqError) -> Decimal {
        let value: Decimal?
        switch storageClass(index) {
        case .integer: value = Decimal(int64(index))
        case .real: value = DecimalText.decimal("\(double(index))")
        case .text: value = DecimalText.decimal(try text(index))
        default: throw mismatch(index, expected: "a decimal number")
        }
        guard let value else { throw invalid(index, expected: "a decimal number") }
        return value
    }

    /// A decimal number or NULL.
    public func optionalDecimal(_ index: Int) throws(XtraqError) -> Decimal? {
        isNull(index) ? nil : try decimal(index)
    }

    // MARK: Text and bytes

    /// TEXT, all of it: a U+0000 does not end it.
    public func text(_ index: Int) throws(XtraqError) -> String {
        guard storageClass(index) == .text else { throw mismatch(index, expected: "TEXT") }
        guard let value = unsafe withBytes(index, { unsafe String(validating: $0, as: UTF8.self) }) else {
            throw XtraqError(
                .invalidValue, query: query, column: name(index), expected: "TEXT in UTF-8", found: "other bytes")
        }
        return value
    }

    /// TEXT that is JSON, which is not looked into.
    public func json<Value>(_ index: Int) throws(XtraqError) -> JSONText<Value> {
        JSONText(text: try text(index), query: query, column: name(index))
    }

    /// TEXT that is JSON, or NULL.
    public func optionalJSON<Value>(_ index: Int) throws(XtraqError) -> JSONText<Value>? {
        isNull(index) ? nil : try json(index)
    }

    /// TEXT or NULL.
    public func optionalText(_ index: Int) throws(XtraqError) -> String? {
        isNull(index) ? nil : try text(index)
    }

    /// A BLOB.
    public func blob(_ index: Int) throws(XtraqError) -> Data {
        guard storageClass(index) == .blob else { throw mismatch(index, expected: "BLOB") }
        return unsafe withBytes(index) { unsafe Data($0) }
    }

    /// A BLOB or NULL.
    public func optionalBlob(_ index: Int) throws(XtraqError) -> Data? {
        isNull(index) ? nil : try blob(index)
    }

    /// A BLOB.
    public func bytes(_ index: Int) throws(XtraqError) -> [UInt8] {
        guard storageClass(index) == .blob else { throw mismatch(index, expected: "BLOB") }
        return unsafe withBytes(index) { unsafe Array($0) }
    }

    /// A BLOB or NULL.
    public func optionalBytes(_ index: Int) throws(XtraqError) -> [UInt8]? {
        isNull(index) ? nil : try bytes(index)
    }

    // MARK: Foundation

    /// A point in time in one of SQLite's three spellings: TEXT as ISO 8601 (`YYYY-MM-DD`, with a time, with a zone;
    /// without one it is UTC), INTEGER as seconds since 1970, REAL as a Julian day, or as seconds since 1970 where it is
    /// beyond the Julian days of the years 0 to 9999 (as SQLite's modifier `auto` has it).
    public func date(_ index: Int) throws(XtraqError) -> Date {
        switch storageClass(index) {
        case .text:
            guard let value = DateText.date(try text(index)) else { throw invalid(index, expected: "a date") }
            return value
        case .integer: return Date(timeIntervalSince1970: Double(int64(index)))
        case .real: return DateText.date(real: double(index))
        default: throw mismatch(index, expected: "a date")
        }
    }

    /// A point in time or NULL.
    public func optionalDate(_ index: Int) throws(XtraqError) -> Date? {
        isNull(index) ? nil : try date(index)
    }

    /// A UUID: a BLOB of 16 bytes, or TEXT in the usual notation.
    public func uuid(_ index: Int) throws(XtraqError) -> UUID {
        switch storageClass(index) {
        case .text:
            guard let value = UUID(uuidString: try text(index)) else { throw invalid(index, expected: "a UUID") }
            return value
        case .blob:
            let value: UUID? = unsafe withBytes(index) { bytes in
                bytes.count == 16 ? UUID(uuid: unsafe bytes.loadUnaligned(as: uuid_t.self)) : nil
            }
            guard let value else { throw invalid(index, expected: "a UUID of 16 bytes") }
            return value
        default: throw mismatch(index, expected: "a UUID")
        }
    }

    /// A UUID or NULL.
    public func optionalUUID(_ index: Int) throws(XtraqError) -> UUID? {
        isNull(index) ? nil : try uuid(index)
    }

    /// TEXT that is a URL.
    public func url(_ index: Int) throws(XtraqError) -> URL {
        guard let value = URL(string: try text(index)) else { throw invalid(index, expected: "a URL") }
        return value
    }

    /// TEXT that is a URL, or NULL.
    public func optionalURL(_ index: Int) throws(XtraqError) -> URL? {
        isNull(index) ? nil : try url(index)
    }
}
#endif
