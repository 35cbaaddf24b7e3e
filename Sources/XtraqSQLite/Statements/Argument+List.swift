#if SQLite
import Foundation

extension Argument {
    /// A list of values, which the statement reads with `json_each`.
    ///
    /// It is bound as one JSON array, so a list may have any length, and the statement stays the same. What JSON cannot
    /// hold (a BLOB, a U+0000) is written into the statement instead, which then is prepared anew.
    ///
    /// - Parameters:
    ///   - values: The values; `nil` is NULL, of which `json_each` makes no row.
    ///   - element: How a value is stored.
    /// - Returns: The argument.
    public static func list<Element>(_ values: [Element]?, _ element: (Element) -> Argument) -> Argument {
        guard let values else { return .null }
        var elements: [ListElement] = []
        elements.reserveCapacity(values.count)
        for value in values {
            switch element(value).storage {
            case .null: elements.append(.null)
            case .integer(let integer): elements.append(.integer(integer))
            case .real(let real): elements.append(.real(real))
            case .text(let text): elements.append(.text(text))
            case .blob(let data): elements.append(.blob(data))
            case .list: return Argument(.invalid(expected: "a list of single values"))
            case .invalid(let expected): return Argument(.invalid(expected: expected))
            }
        }
        return Argument(ListElement.json(elements).map(Storage.text) ?? .list(elements))
    }

    /// A value that is kept as JSON text.
    public static func json<Value>(_ value: JSONText<Value>?) -> Argument {
        .text(value?.text)
    }
}

/// A value of a list.
enum ListElement: Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob(Data)

    /// A JSON array; `nil` where JSON, or SQLite's reading of it, cannot hold one of the values.
    static func json(_ elements: [ListElement]) -> String? {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        bytes.reserveCapacity(2 + elements.count * 8)
        for (place, element) in elements.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            switch element {
            case .null: bytes += "null".utf8
            case .integer(let integer): bytes += "\(integer)".utf8
            case .real(let real): bytes += literal(real).utf8
            case .text(let text): if !append(text, to: &bytes) { return nil }
            case .blob: return nil
            }
        }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a JSON string; `false` where SQLite's reading of it would end at a U+0000.
    private static func append(_ text: String, to bytes: inout [UInt8]) -> Bool {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case 0: return false
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 1..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return true
    }

    /// A number that SQLite reads as that very number.
    private static func literal(_ real: Double) -> String {
        real.isInfinite ? (real < 0 ? "-9e999" : "9e999") : "\(real)"
    }

    /// The value as SQL has it.
    var sql: String {
        switch self {
        case .null: "NULL"
        case .integer(.min): "(-9223372036854775807 - 1)"
        case .integer(let integer): "\(integer)"
        case .real(let real): Self.literal(real)
        case .text(let text): "CAST(x'\(Self.hexadecimal(text.utf8))' AS TEXT)"
        case .blob(let data): "x'\(Self.hexadecimal(data))'"
        }
    }

    private static func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
#endif
