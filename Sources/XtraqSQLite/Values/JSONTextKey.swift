#if SQLite
public import Foundation

/// The names of members in JSON that SQLite makes (`json_object`), whose values are written as the database has them: a
/// Boolean as 0 or 1, a date in one of SQLite's three spellings, a decimal as number or text.
///
/// Generated types have such names; a type of your own reads the same where its `CodingKeys` conform too.
public protocol JSONTextKey: CodingKey {}

extension KeyedDecodingContainer where Key: JSONTextKey {
    /// Reads a Boolean: `true`, `false`, or a number that is not 0 or is.
    public func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try decode(JSONBoolean.self, forKey: key).value
    }

    /// Reads a Boolean, or `nil` for null.
    public func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try decodeIfPresent(JSONBoolean.self, forKey: key)?.value
    }

    /// Reads a date: a text as SQLite writes it, seconds since 1970, or a Julian day.
    public func decode(_ type: Date.Type, forKey key: Key) throws -> Date {
        try decode(JSONDate.self, forKey: key).value
    }

    /// Reads a date, or `nil` for null.
    public func decodeIfPresent(_ type: Date.Type, forKey key: Key) throws -> Date? {
        try decodeIfPresent(JSONDate.self, forKey: key)?.value
    }

    /// Reads a decimal: a number, or a text that is one.
    public func decode(_ type: Decimal.Type, forKey key: Key) throws -> Decimal {
        try decode(JSONDecimal.self, forKey: key).value
    }

    /// Reads a decimal, or `nil` for null.
    public func decodeIfPresent(_ type: Decimal.Type, forKey key: Key) throws -> Decimal? {
        try decodeIfPresent(JSONDecimal.self, forKey: key)?.value
    }
}

extension KeyedEncodingContainer where Key: JSONTextKey {
    /// Writes a date as text, as SQLite does.
    ///
    /// - Throws: `EncodingError` outside the years 0 to 9999.
    public mutating func encode(_ value: Date, forKey key: Key) throws {
        try encode(JSONDate(value: value), forKey: key)
    }

    /// Writes a date as text, or nothing.
    ///
    /// - Throws: `EncodingError` outside the years 0 to 9999.
    public mutating func encodeIfPresent(_ value: Date?, forKey key: Key) throws {
        if let value { try encode(JSONDate(value: value), forKey: key) }
    }
}

/// A Boolean as SQLite has it.
private struct JSONBoolean: Decodable {
    let value: Bool

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            value = number != 0
        } else {
            value = try container.decode(Bool.self)
        }
    }
}

/// A date as SQLite has it.
private struct JSONDate: Codable {
    let value: Date

    init(value: Date) { self.value = value }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let seconds = try? container.decode(Int64.self) {
            value = Date(timeIntervalSince1970: Double(seconds))
        } else if let real = try? container.decode(Double.self) {
            value = DateText.date(real: real)
        } else {
            guard let date = DateText.date(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date as SQLite writes it")
            }
            value = date
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard let text = DateText.text(of: value) else {
            throw EncodingError.invalidValue(
                value,
                EncodingError.Context(codingPath: container.codingPath, debugDescription: "outside the years 0 to 9999")
            )
        }
        try container.encode(text)
    }
}

/// A decimal as SQLite has it.
private struct JSONDecimal: Decodable {
    let value: Decimal

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Decimal.self) {
            value = number
        } else {
            guard let number = DecimalText.decimal(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no decimal number")
            }
            value = number
        }
    }
}
#endif
