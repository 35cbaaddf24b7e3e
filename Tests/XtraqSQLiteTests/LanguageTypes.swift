public import Foundation
public import XtraqSQLite

/// What an event's JSON holds.
public struct Payload: Codable, Sendable, Equatable, JSONCoding {
    /// A name.
    public var name: String
    /// A moment, in ISO 8601.
    public var at: Date?

    /// Makes a payload.
    public init(name: String, at: Date? = nil) {
        self.name = name
        self.at = at
    }

    /// Reads dates in ISO 8601.
    public static var jsonDecoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }

    /// Writes dates in ISO 8601.
    public static var jsonEncoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = .sortedKeys
        return encoder
    }
}

/// A book, as the JSON of an author's row holds it.
public struct BookTitle: Codable, Sendable, Equatable {
    /// Its number.
    public var id: Int64
    /// Its title.
    public var title: String
}
