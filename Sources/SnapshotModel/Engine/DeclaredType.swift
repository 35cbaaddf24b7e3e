/// What a type means that a SQLite schema declares.
package enum DeclaredType: Sendable {
    case boolean, date, uuid, decimal, url, text, integer, real, blob

    /// The meaning of a declared type; `nil` where the name says nothing that a Swift type could follow from.
    ///
    /// First what people mean by the name, then SQLite's rules of affinity in their order
    /// (https://www.sqlite.org/datatype3.html#determination_of_column_affinity). Their last rule, "else NUMERIC", says
    /// nothing of what is stored and is left out.
    package static func meaning(of declared: String) -> DeclaredType? {
        let name = normalized(declared)
        switch name {
        case "BOOLEAN", "BOOL": return .boolean
        case "DATE", "DATETIME", "TIMESTAMP", "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITHOUT TIME ZONE":
            return .date
        case "UUID", "GUID": return .uuid
        case "DECIMAL", "DEC", "NUMERIC", "NUMBER", "MONEY": return .decimal
        case "URL", "URI": return .url
        case "JSON": return .text
        default: break
        }
        let bytes = Array(name.utf8)
        if has("INT", bytes) { return .integer }
        if has("CHAR", bytes) || has("CLOB", bytes) || has("TEXT", bytes) { return .text }
        if has("BLOB", bytes) { return .blob }
        if has("REAL", bytes) || has("FLOA", bytes) || has("DOUB", bytes) { return .real }
        return nil
    }

    private static func has(_ part: StaticString, _ bytes: [UInt8]) -> Bool {
        let count = part.utf8CodeUnitCount
        guard bytes.count >= count else { return false }
        return part.withUTF8Buffer { text in
            (0...(bytes.count - count)).contains { unsafe bytes[$0..<($0 + count)].elementsEqual(text) }
        }
    }

    /// The Swift type that goes by that meaning, as an annotation would name it.
    package var swiftName: String {
        switch self {
        case .boolean: "Bool"
        case .date: "Date"
        case .uuid: "UUID"
        case .decimal: "Decimal"
        case .url: "URL"
        case .text: "String"
        case .integer: "Int64"
        case .real: "Double"
        case .blob: "Data"
        }
    }

    /// Upper case, one space between words, without what stands in parentheses: `VARCHAR` for `varchar(20)`.
    package static func normalized(_ declared: String) -> String {
        var text: [UInt8] = []
        var depth = 0
        for byte in declared.utf8 {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case 0x09...0x0D, 0x20: if depth == 0, let last = text.last, last != 0x20 { text.append(0x20) }
            case UInt8(ascii: "a")...UInt8(ascii: "z"): if depth == 0 { text.append(byte - 0x20) }
            default: if depth == 0 { text.append(byte) }
            }
        }
        if text.last == 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
