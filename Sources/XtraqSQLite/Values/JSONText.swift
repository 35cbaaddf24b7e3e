#if SQLite
public import Foundation

/// A JSON text of the database, and what it stands for (`-- @json payload: OrderPayload`).
///
/// The text is kept as it is; it is decoded when ``value`` is asked for, so that a row whose payload is not understood can
/// still be read. Equality is that of the texts.
public struct JSONText<Value> {
    /// The text as the database has it.
    public let text: String
    /// The query that it was read by.
    private let query: String
    /// The column that it was read from.
    private let column: String?

    /// Makes a value of a text, without looking into it.
    public init(text: String) {
        self.init(text: text, query: "JSONText", column: nil)
    }

    init(text: String, query: String, column: String?) {
        self.text = text
        self.query = query
        self.column = column
    }
}

extension JSONText: Sendable where Value: Sendable {}

extension JSONText where Value: Decodable {
    /// What the text stands for, decoded anew at each call.
    ///
    /// - Throws: `XtraqError.Code.invalidValue`, which names query and column, where the text is not JSON of that type. The
    ///   decoder's own error is `XtraqError.underlying`.
    public var value: Value {
        get throws(XtraqError) { try decoded(with: (Value.self as? any JSONCoding.Type)?.jsonDecoder ?? JSONDecoder()) }
    }

    /// What the text stands for, by a decoder of yours.
    ///
    /// - Throws: As ``value``.
    public func decoded(with decoder: JSONDecoder) throws(XtraqError) -> Value {
        do {
            return try decoder.decode(Value.self, from: Data(text.utf8))
        } catch {
            throw XtraqError(
                .invalidValue, query: query, column: column, expected: "JSON of \(Value.self)", found: "another text",
                foundValue: text, underlying: error)
        }
    }
}

extension JSONText where Value: Encodable {
    /// Makes a text of a value.
    ///
    /// - Throws: `XtraqError.Code.invalidArgument` where the encoder refuses it.
    public init(_ value: Value) throws(XtraqError) {
        try self.init(value, encoder: (Value.self as? any JSONCoding.Type)?.jsonEncoder ?? JSONEncoder())
    }

    /// Makes a text of a value, by an encoder of yours.
    ///
    /// - Throws: `XtraqError.Code.invalidArgument` where the encoder refuses it.
    public init(_ value: Value, encoder: JSONEncoder) throws(XtraqError) {
        do {
            self.init(text: String(decoding: try encoder.encode(value), as: UTF8.self))
        } catch {
            throw XtraqError(
                .invalidArgument, query: "JSONText", expected: "a value that JSON can hold", underlying: error)
        }
    }
}

extension JSONText: Equatable {
    /// Whether the texts are equal.
    public static func == (one: JSONText, other: JSONText) -> Bool {
        one.text == other.text
    }
}

extension JSONText: Hashable {
    /// Hashes the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}

extension JSONText: Codable where Value: Codable {
    /// Reads what the text stands for.
    public init(from decoder: any Decoder) throws {
        try self.init(Value(from: decoder))
    }

    /// Writes what the text stands for.
    public func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
    }
}

/// A type that says how its JSON is read and written, where that is not how `JSONDecoder()` does it.
public protocol JSONCoding {
    /// What reads its texts.
    static var jsonDecoder: JSONDecoder { get }
    /// What makes its texts.
    static var jsonEncoder: JSONEncoder { get }
}

extension JSONCoding {
    /// `JSONDecoder()`.
    public static var jsonDecoder: JSONDecoder { JSONDecoder() }
    /// `JSONEncoder()`.
    public static var jsonEncoder: JSONEncoder { JSONEncoder() }
}
#endif
